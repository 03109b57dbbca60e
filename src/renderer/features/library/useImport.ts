import { useCallback } from 'react'

import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import { useNews } from '#renderer/state/news.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { importJobs, isArticleFile, isImportable } from './importing.ts'

/** Brings article files in, one after the other, and opens the last. One that fails does not keep the others out. */
export function useImport(): (files: Iterable<File>) => Promise<void> {
  const t = useT()
  const errorText = useErrorText()
  const { articles } = useCore()
  return useCallback(
    async (files) => {
      const { tell, dismiss } = useNews.getState()
      dismiss()
      const chosen = Array.from(files).filter(({ name }) => isImportable(name))
      if (!chosen.some(({ name }) => isArticleFile(name))) {
        tell({ title: t('library.import'), text: t('library.importNothing') })
        return
      }
      const read = await Promise.all(
        chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      const failures: string[] = []
      for (const job of importJobs(read)) {
        try {
          const { articleId } = await articles.importFile(job)
          const { show, open } = useWorkspace.getState()
          show('mine')
          open(articleId)
        } catch (error) {
          failures.push(`${t('library.importFailed', { name: job.fileName })}　${errorText(error)}`)
        }
      }
      if (failures.length > 0) tell({ title: t('library.import'), text: failures.join(' ') })
    },
    [t, errorText, articles],
  )
}
