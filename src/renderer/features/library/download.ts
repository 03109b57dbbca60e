import type { CoreCalls } from '#shared/contract/core.ts'

type Exported = Awaited<ReturnType<CoreCalls['articles']['exportMarkdown']>>

/** Hands the file, and each picture that it refers to, to the person's downloads. */
export function downloadMarkdown({ fileName, text, attachments }: Exported): void {
  save(fileName, new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  for (const { name, bytes } of attachments) {
    save(name.split('/').at(-1) ?? name, new Blob([new Uint8Array(bytes)]))
  }
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken the bytes by the next turn; before that the address must stay.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
