import { FileOutput, FolderOpen, PencilLine, RotateCcw, Trash2 } from 'lucide-react'
import { useMemo } from 'react'

import type { ArticleRow } from '#shared/contract/rows.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { isEditable } from '#shared/domain/article.ts'
import { useHandOver } from '#renderer/draft/context.tsx'
import { useT } from '#renderer/i18n/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import { shortcutOf } from '#renderer/platform/keyboard.ts'
import { useEnrolment } from '#renderer/state/queries.ts'
import { useRemoval } from '#renderer/state/removal.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import type { MenuEntry } from '#renderer/ui/Menu.tsx'
import { downloadMarkdown } from './download.ts'
import { useRenaming } from './renaming.ts'

/** What the list and the commands need to know of an article. */
export type ArticleLike = Pick<ArticleRow, 'articleId' | 'authorId' | 'status' | 'pending'> & { slug: string }

export interface ArticleActs {
  rename(article: ArticleLike | undefined): void
  /** In the bin itself: asks whether it is to go for good. */
  bin(article: ArticleLike | undefined): void
  restore(articleId: ArticleId): void
  export(articleId: ArticleId): void
  /** The context menu of a line; empty for no line. */
  entries(row: ArticleRow | undefined): MenuEntry[]
}

/** Acts on one article that are not about its words. */
export function useArticleActs(): ArticleActs {
  const t = useT()
  const act = useAct()
  const { articles } = useCore()
  const handOver = useHandOver()
  const me = useEnrolment().data?.person.id
  const view = useWorkspace((workspace) => workspace.view)
  return useMemo(() => {
    const mine = (article: ArticleLike) => article.authorId === me
    const binnable = (article: ArticleLike) => mine(article) && article.pending === null && isEditable(article.status)
    const acts: ArticleActs = {
      rename(article) {
        if (article !== undefined && mine(article)) useRenaming.getState().start(article)
      },
      bin(article) {
        if (article === undefined) return
        const { articleId } = article
        if (view === 'bin') {
          useRemoval.getState().ask(articleId)
          return
        }
        if (!binnable(article)) return
        void act('commands.bin', async () => {
          await handOver(articleId, () => articles.bin({ articleId }))
          const { articleId: opened, open } = useWorkspace.getState()
          if (opened === articleId) open(null)
        })
      },
      restore: (articleId) => void act('commands.restore', () => articles.restore({ articleId })),
      export: (articleId) =>
        void act('commands.export', async () => downloadMarkdown(await articles.exportMarkdown({ articleId }))),
      entries(row) {
        if (row === undefined) return []
        const { articleId } = row
        const item = (id: string, label: string, icon: typeof FolderOpen, onSelect: () => void): MenuEntry => ({
          type: 'item',
          id,
          label,
          icon,
          onSelect,
        })
        const open = item('open', t('library.open'), FolderOpen, () => useWorkspace.getState().open(articleId))
        const save = item('export', t('commands.export'), FileOutput, () => acts.export(articleId))
        if (view === 'bin') {
          return [
            open,
            item('restore', t('commands.restore'), RotateCcw, () => acts.restore(articleId)),
            save,
            { type: 'separator', id: 'separator' },
            item('removeForGood', t('commands.removeForGood'), Trash2, () => useRemoval.getState().ask(articleId)),
          ]
        }
        return [
          open,
          {
            type: 'item',
            id: 'rename',
            label: t('commands.rename'),
            icon: PencilLine,
            shortcut: shortcutOf('article.rename'),
            disabled: !mine(row),
            onSelect: () => acts.rename(row),
          },
          save,
          { type: 'separator', id: 'separator' },
          {
            type: 'item',
            id: 'bin',
            label: t('commands.bin'),
            icon: Trash2,
            disabled: !binnable(row),
            onSelect: () => acts.bin(row),
          },
        ]
      },
    }
    return acts
  }, [t, act, articles, handOver, me, view])
}
