import type { ReactNode } from 'react'

import type { Preferences } from '#shared/contract/settings.ts'
import type { Enrolment } from '#shared/domain/newsroom.ts'
import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { useHostInfo, useNewsroom, usePreferences, useSetPreferences } from '#renderer/state/queries.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx'
import { roleNames } from './roleName.ts'
import styles from './SettingsDialog.module.css'

/** How this person likes the program, and where this desktop belongs. Every change holds at once. */
export function SettingsDialog({ enrolment, children }: { enrolment: Enrolment; children?: ReactNode }) {
  const t = useT()
  const { dialog, setDialog } = useWorkspace()
  const preferences = usePreferences().data
  return (
    <Dialog
      open={dialog === 'settings' && preferences !== undefined}
      onClose={() => setDialog(null)}
      title={t('settings.title')}
      closeLabel={t('app.close')}
    >
      {preferences !== undefined && <Choices preferences={preferences} />}
      {children}
      <AboutDesk enrolment={enrolment} />
    </Dialog>
  )
}

function Choices({ preferences }: { preferences: Preferences }) {
  const t = useT()
  const errorText = useErrorText()
  const { mutate, error } = useSetPreferences()
  return (
    <div className={styles.choices}>
      {error !== null && (
        <Notice tone="caution">
          {t('settings.failed')} {errorText(error)}
        </Notice>
      )}
      <RadioGroup
        label={t('settings.language')}
        inline
        value={preferences.locale}
        onChange={(locale) => mutate({ locale })}
        options={[
          { value: 'system', label: t('settings.system') },
          { value: 'zh', label: t('settings.chinese') },
          { value: 'en', label: t('settings.english') },
        ]}
      />
      <RadioGroup
        label={t('settings.theme')}
        inline
        value={preferences.theme}
        onChange={(theme) => mutate({ theme })}
        options={[
          { value: 'system', label: t('settings.system') },
          { value: 'light', label: t('settings.light') },
          { value: 'dark', label: t('settings.dark') },
        ]}
      />
      <Checkbox
        label={t('settings.indent')}
        hint={t('settings.indentHint')}
        checked={preferences.firstLineIndent}
        onChange={(firstLineIndent) => mutate({ firstLineIndent })}
      />
    </div>
  )
}

function AboutDesk({ enrolment: { person, deviceId, serverUrl } }: { enrolment: Enrolment }) {
  const t = useT()
  const newsroom = useNewsroom().data?.newsroom.name
  const version = useHostInfo().data?.version
  const facts = [
    [t('settings.person'), person.name],
    [t('settings.roles'), roleNames(person.roles, t)],
    [t('settings.desk'), newsroom],
    [t('settings.server'), serverUrl],
    [t('settings.device'), deviceId],
    [t('settings.version'), version],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
