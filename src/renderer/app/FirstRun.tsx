import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useEffect, useRef, useState } from 'react'

import { isWebUrl } from '#shared/domain/url.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { useErrorText, useT } from '../i18n/context.tsx'
import { useCore } from '../platform/context.tsx'
import { keys } from '../state/queries.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './FirstRun.module.css'

/** Enrols this computer at a desk, once. The password goes to core and is forgotten. */
export function FirstRun() {
  const t = useT()
  const core = useCore()
  const queries = useQueryClient()
  const errorText = useErrorText()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [serverUrl, setServerUrl] = useState('')
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)

  const enrol = useMutation({
    mutationFn: () => core.settings.enrol({ serverUrl: serverUrl.trim(), account: account.trim(), password }),
    onSuccess: async (enrolment) => {
      queries.setQueryData(keys.enrolment, enrolment)
      await queries.invalidateQueries()
    },
  })
  const missing = (value: string) => (tried && value.trim() === '' ? t('app.needed') : undefined)
  const complete = isWebUrl(serverUrl.trim()) && account.trim() !== '' && password !== ''

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (complete && !enrol.isPending) enrol.mutate()
  }

  return (
    <main className={styles.screen}>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <p className={styles.name}>{t('app.name')}</p>
        <h1 className={styles.title}>{t('app.enrolTitle')}</h1>
        <p className={styles.intro}>{t('app.enrolIntro')}</p>
        <TextField
          ref={first}
          label={t('app.serverUrl')}
          hint={t('app.serverUrlHint')}
          type="url"
          inputMode="url"
          value={serverUrl}
          onChange={setServerUrl}
          error={tried && !isWebUrl(serverUrl.trim()) ? t('app.badUrl') : undefined}
          required
        />
        <TextField
          label={t('app.account')}
          autoComplete="username"
          value={account}
          onChange={setAccount}
          error={missing(account)}
          required
        />
        <TextField
          label={t('app.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={missing(password)}
          required
        />
        {enrol.error !== null && (
          <Notice tone="caution">{isUnreached(enrol.error) ? t('app.enrolUnreached') : errorText(enrol.error)}</Notice>
        )}
        <Button type="submit" variant="primary" aria-disabled={enrol.isPending}>
          {enrol.isPending ? t('app.enrolling') : t('app.enrol')}
        </Button>
      </form>
    </main>
  )
}

/** Here nothing will be sent later by itself, which is what these failures promise elsewhere. */
const isUnreached = (error: unknown): boolean =>
  isGalleyError(error, 'offline') || isGalleyError(error, 'timeout') || isGalleyError(error, 'server_unavailable')
