import { useMemo, useRef } from 'react'

import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import { may } from '#shared/domain/roles.ts'
import { isEditable } from '#shared/domain/article.ts'
import type { DraftSession } from '#renderer/draft/DraftSession.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import { useCommands } from '#renderer/state/commands.ts'
import { useEnrolment } from '#renderer/state/queries.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { useArticleActs } from './useArticleActs.ts'
import { useImport } from './useImport.ts'

/** Of the opened article; null where none is open. */
interface LibraryCommandsProps {
  article: ArticleDetail | null
  session: DraftSession | null
}

/** Carries out the commands of the library: making articles, bringing them in, and what is done to the opened one. */
export function LibraryCommands({ article, session }: LibraryCommandsProps) {
  const t = useT()
  const picker = useRef<HTMLInputElement>(null)
  const importFiles = useImport()
  useMaking(picker)
  useOpenedArticle(article)
  return (
    <>
      <RenameDialog session={session} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('commands.import')}
        accept=".md,.markdown,.txt,image/jpeg,image/png,image/gif,image/webp"
        onChange={({ target }) => {
          if (target.files !== null) void importFiles(Array.from(target.files))
          // Choosing the same file again is a change too.
          target.value = ''
        }}
      />
    </>
  )
}

function useMaking(picker: { readonly current: HTMLInputElement | null }): void {
  const act = useAct()
  const { articles } = useCore()
  const roles = useEnrolment().data?.person.roles
  useCommands(
    useMemo(() => {
      const enabled = may(roles ?? [], 'write')
      const making = (kind: ArticleKind) => ({
        enabled,
        run: () =>
          void act('library.newArticle', async () => {
            const { articleId } = await articles.create({ kind })
            useWorkspace.getState().start(articleId)
          }),
      })
      return {
        'article.newOriginal': making('original'),
        'article.newReprint': making('reprint'),
        'article.newWire': making('wire'),
        'article.newCompiled': making('compiled'),
        'article.import': { run: () => picker.current?.click(), enabled },
      }
    }, [act, articles, roles, picker]),
  )
}

function useOpenedArticle(article: ArticleDetail | null): void {
  const acts = useArticleActs()
  const me = useEnrolment().data?.person.id
  useCommands(
    useMemo(() => {
      const mine = article !== null && article.authorId === me
      const idle = mine && article.pending === null && isEditable(article.status)
      const known = article === null ? undefined : { ...article, slug: article.content.fields.slug }
      return {
        'article.rename': { run: () => acts.rename(known), enabled: mine && !article.binned },
        'article.bin': { run: () => acts.bin(known), enabled: idle && !article.binned },
        'article.restore': { run: () => article && acts.restore(article.articleId), enabled: article?.binned === true },
        'article.export': { run: () => article && acts.export(article.articleId), enabled: article !== null },
      }
    }, [acts, article, me]),
  )
}
