import type { z } from 'zod'

import type { ErrorCode } from './errors.ts'

/** A query reads and may be asked again; a command changes something. */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
  /** Expected failures besides those that any call may meet (`invalid_input`, `disconnected`, `internal`). */
  readonly errors: readonly ErrorCode[]
}

/** One file of shared/contract: the methods and events of one area, by name. */
export interface Area {
  readonly methods: Readonly<Record<string, Method>>
  readonly events: Readonly<Record<string, z.ZodType>>
}

export type Contract = Readonly<Record<string, Area>>

type Shape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; errors?: readonly ErrorCode[] }

export const query = <I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Method<I, O> => ({
  kind: 'query',
  errors: [],
  ...shape,
})

export const command = <I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Method<I, O> => ({
  kind: 'command',
  errors: [],
  ...shape,
})

/** What a server of the contract has to provide: a missing or mistyped handler does not compile. */
export type Handlers<C extends Contract> = {
  readonly [A in keyof C]: {
    readonly [M in keyof C[A]['methods']]: (
      input: z.output<C[A]['methods'][M]['input']>,
    ) => Promisable<z.input<C[A]['methods'][M]['output']>>
  }
}

/** What a client of the contract may call. */
export type Calls<C extends Contract> = {
  readonly [A in keyof C]: {
    readonly [M in keyof C[A]['methods']]: (
      input: z.input<C[A]['methods'][M]['input']>,
    ) => Promise<z.output<C[A]['methods'][M]['output']>>
  }
}

/** Names of the form `area.event`. */
export type EventName<C extends Contract> = {
  [A in keyof C & string]: `${A}.${keyof C[A]['events'] & string}`
}[keyof C & string]

export type EventPayload<C extends Contract, N extends EventName<C>> = N extends `${infer A}.${infer E}`
  ? z.output<C[A]['events'][E]>
  : never

/** Tells every connected client; called after the commit, never before. */
export type Emit<C extends Contract> = <N extends EventName<C>>(name: N, payload: EventPayload<C, N>) => void

type Promisable<T> = T | Promise<T>
