import type { PathUse } from '#shared/contract/host.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useHost } from '#renderer/platform/context.tsx'
import { useHostInfo } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './safety.module.css'

interface PathFieldProps {
  use: PathUse
  label: string
  hint: string
  error?: string | undefined
  value: string
  onChange: (path: string) => void
  disabled?: boolean
}

/** A path on this computer: to be written, or chosen in the system's dialog where the host has one. */
export function PathField({ use, label, hint, error, value, onChange, disabled = false }: PathFieldProps) {
  const t = useT()
  const { host } = useHost()
  const dialogs = useHostInfo().data?.dialogs ?? false
  const choose = async () => {
    const { path } = await host.choosePath({ for: use, suggested: value })
    if (path !== null) onChange(path)
  }
  return (
    <div className={styles.place}>
      <TextField {...{ label, hint, error, value, onChange, disabled }} spellCheck={false} />
      {dialogs && (
        <Button disabled={disabled} onClick={() => void choose()}>
          {t('archive.choose')}
        </Button>
      )}
    </div>
  )
}
