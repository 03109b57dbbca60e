import type { Person, Stage } from '#shared/domain/newsroom.ts'
import type { UnderReview } from '#shared/domain/workflow.ts'
import { decide, submit } from '#shared/domain/workflow.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { OutboxRow } from '../sync/outbox/repository.ts'

/**
 * Where the article will stand once the desk has confirmed what waits here, so that people can work on while offline:
 * approve and then publish, for instance. The desk judges each act again when it arrives.
 */
export function expected(
  { authorId, writers, status, verdicts }: StoredArticle,
  waiting: readonly OutboxRow[],
  stages: readonly Stage[],
  me: Person,
): UnderReview {
  const heard: UnderReview = { authorId, writers, status, verdicts: verdicts.map(({ statement }) => statement) }
  return waiting.reduce(
    (article, { request }) => whenItApplies(article, () => after(article, request, stages, me)),
    heard,
  )
}

/** An act that no longer fits was overtaken: the desk has it already, and what was heard shows its effect. */
function whenItApplies(article: UnderReview, apply: () => UnderReview): UnderReview {
  try {
    return apply()
  } catch (error) {
    if (error instanceof GalleyError) return article
    throw error
  }
}

function after(article: UnderReview, request: OutboxRow['request'], stages: readonly Stage[], me: Person): UnderReview {
  switch (request.act) {
    case 'media':
    case 'revision':
    case 'coWriter':
    case 'publish':
      return article
    case 'submit':
      return { ...article, status: submit(article, stages, request.revisionId) }
    case 'verdict': {
      const { statement } = request.signed
      const status = decide(article, stages, me, statement)
      return { ...article, status, verdicts: [...article.verdicts, statement] }
    }
  }
}
