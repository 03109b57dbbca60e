import type { Desktop } from './desktop.ts'
import { enrolledDesktop } from './desktop.ts'
import type { DeskServer } from './deskServer.ts'
import { startDesk } from './deskServer.ts'
import { newsroom, person } from './newsroom.ts'

/** One stage of review, for what is not about review. */
export const oneStage = { ...newsroom, stages: newsroom.stages.slice(-1) }

export interface Cast {
  desk: DeskServer
  author: Desktop
  chief: Desktop
}

/** A desk, and the desktops of a reporter and of a chief editor. */
export async function cast(): Promise<Cast> {
  const desk = await startDesk([person('reporter', 'reporter'), person('chief', 'chiefEditor')])
  desk.model.newsroom = oneStage
  const author = await enrolledDesktop(desk.url, 'reporter')
  const chief = await enrolledDesktop(desk.url, 'chief')
  return { desk, author, chief }
}

/** Rounds until nothing waits: each is what the back-off would have done in its time. */
export async function settle({ call }: Desktop, rounds = 10): Promise<void> {
  for (let round = 0; round < rounds; round += 1) if ((await call.sync.now({})).waiting === 0) return
}
