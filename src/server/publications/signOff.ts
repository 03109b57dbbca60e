import { rolesAtVerdict } from '../desk/record.ts'
import { verifyVerdict } from '../desk/signature.ts'
import type { Readable } from '../storage/open.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { Stage } from '#shared/domain/newsroom.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/**
 * Verifies the sign-off of a revision from the stored statements alone, as if the article's status had never been
 * written: every stage of the newsroom approved exactly this revision of this article, each by another person, none of
 * them one of its writers, each signature made with a key that is trusted now. The stages are those of now, the approvers' roles
 * those that they had when they judged, as the record has them: who is promoted or leaves does not undo what they
 * answered for, and a role that came later does not make up for one that was missing. Throws `not_signed_off`,
 * `bad_signature` or `revoked_key`.
 */
export async function verifySignOff(
  read: Readable,
  { articleId, authorId, writers, verdicts }: DeskArticle,
  revisionId: RevisionId,
  stages: readonly Stage[],
): Promise<void> {
  const approvers = new Set([authorId, ...writers])
  for (const stage of stages) {
    const approval = verdicts.find(
      ({ statement }) =>
        statement.articleId === articleId &&
        statement.revisionId === revisionId &&
        statement.stageId === stage.id &&
        statement.verdict === 'approve',
    )
    if (approval === undefined) throw new GalleyError('not_signed_off', { stage: stage.id })
    const { personId } = approval.statement
    if (approvers.has(personId)) throw new GalleyError('not_signed_off', { stage: stage.id, reason: 'fourEyes' })
    approvers.add(personId)
    await verifyVerdict(read, approval)
    const roles = await rolesAtVerdict(read, approval.statement)
    if (!stage.roles.some((role) => roles.includes(role))) {
      throw new GalleyError('not_signed_off', { stage: stage.id, reason: 'role' })
    }
  }
}
