import type { DeskArticle } from '#shared/domain/article.ts'
import { awaits } from '#shared/domain/workflow.ts'
import { articlesInReview, getArticle, setAwaitsMe, upsertFromDesk } from '../articles/repository.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { WritableDb } from '../db/handles.ts'
import type { Desk } from '../settings/desk.ts'
import { deskOf } from '../settings/desk.ts'

/** Takes over what the desk says of an article. */
export function applyArticle(tx: WritableDb, article: DeskArticle): void {
  upsertFromDesk(tx, article)
  judge(tx, deskOf(tx), getArticle(tx, article.articleId))
}

/** Stages or roles have changed: who has to judge what is another question now. */
export function rejudgeAll(tx: WritableDb): void {
  const desk = deskOf(tx)
  for (const article of articlesInReview(tx)) judge(tx, desk, article)
}

function judge(
  tx: WritableDb,
  { newsroom, person }: Desk,
  { articleId, authorId, writers, status, verdicts }: StoredArticle,
): void {
  const statements = verdicts.map(({ statement }) => statement)
  setAwaitsMe(tx, articleId, awaits({ authorId, writers, status, verdicts: statements }, newsroom.stages, person))
}
