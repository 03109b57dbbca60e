import { say } from '#main/common/language.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { errorText } from '#shared/messages/errorText.ts'
import type { Values } from '#shared/messages/format.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { DemoFailure } from './failure.ts'

type StepName = MessageKey extends infer K ? (K extends `demo.${infer N}Done` ? N : never) : never

export interface Step {
  name: StepName
  /** Milliseconds. */
  ms: number
}

/** Prints one line for each step, with its time, and keeps the times. */
export class Steps {
  readonly done: Step[] = []

  /** Does `work` and says what came of it. A failure says in which step it happened. */
  async take<T>(name: StepName, work: () => Promise<{ said: Values; value: T }>): Promise<T> {
    const start = performance.now()
    const { said, value } = await this.#attempt(name, work)
    const ms = performance.now() - start
    this.done.push({ name, ms: Math.round(ms) })
    console.log(`  ${time(ms)}  ${say(`demo.${name}`)}  ${say(`demo.${name}Done`, said)}`)
    return value
  }

  async #attempt<T>(name: StepName, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const step = say(`demo.${name}`)
      if (error instanceof GalleyError) {
        const facts = { step: name, code: error.code, ...error.details }
        throw new DemoFailure('galley', say('demo.refused', { step, text: errorText(error, say) }), facts)
      }
      if (error instanceof DemoFailure) {
        const text = say('demo.stopped', { step, text: error.message })
        throw new DemoFailure(error.blame, text, { step: name, ...error.facts })
      }
      throw error
    }
  }
}

const time = (ms: number): string => `${Math.round(ms).toLocaleString('en')} ms`.padStart(9)
