import { UserMinus, UserPlus } from 'lucide-react'
import { useRef } from 'react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'
import { useCore } from '#renderer/platform/context.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import { useWriterRefusals, useWriters } from '#renderer/state/queries.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { MenuEntry } from '#renderer/ui/Menu.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import type { Writer } from '#shared/contract/sharing.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { may } from '#shared/domain/roles.ts'
import { useAskedFocus } from './asked.ts'
import styles from './review.module.css'
import { WriterRefusals } from './WriterRefusals.tsx'

interface WritersSectionProps {
  people: readonly Person[]
  /** The person at this desktop is the author, and the article is being written. */
  decides: boolean
}

/** 合写: who writes in the article, and for its author the way to let colleagues in. */
export function WritersSection({ people, decides }: WritersSectionProps) {
  const t = useT()
  const act = useAct()
  const { sharing } = useCore()
  const { articleId } = useArticle()
  const nameOf = usePeopleNames(people)
  const writers = useWriters(articleId).data ?? []
  const set = (name: 'sharing.add' | 'sharing.takeOut', personId: PersonId, writes: boolean) =>
    void act(name, () => sharing.setCoWriter({ articleId, personId, writes }), { name: nameOf(personId) })
  const isRefused = useWriterRefusals(articleId).data?.length !== 0
  if (!decides && writers.length < 2 && !isRefused) return null
  return (
    <Section
      title={t('sharing.writers')}
      aside={decides && <AddWriter {...{ people, writers }} onAdd={(personId) => set('sharing.add', personId, true)} />}
    >
      <WriterRefusals nameOf={nameOf} />
      <ul className={styles.writers}>
        {writers.map((writer) => (
          <li key={writer.personId} className={styles.writer}>
            <div>
              <p className={styles.stepHead}>
                <strong>{nameOf(writer.personId)}</strong>
                <span className={styles.stepWord}>{t(`sharing.${writer.part}`)}</span>
              </p>
              <LastWrote writer={writer} />
            </div>
            {decides && writer.part === 'coWriter' && (
              <IconButton
                icon={UserMinus}
                label={t('sharing.takeOut', { name: nameOf(writer.personId) })}
                onClick={() => set('sharing.takeOut', writer.personId, false)}
              />
            )}
          </li>
        ))}
      </ul>
      {decides && <p className={styles.faint}>{t('sharing.hint')}</p>}
    </Section>
  )
}

function LastWrote({ writer: { waiting, lastAt } }: { writer: Writer }) {
  const t = useT()
  const format = useFormat()
  if (waiting) return <p className={styles.faint}>{t('sharing.waiting')}</p>
  return lastAt === null ? null : <p className={styles.faint}>{t('sharing.lastAt', { at: format.dateTime(lastAt) })}</p>
}

interface AddWriterProps {
  people: readonly Person[]
  writers: readonly Writer[]
  onAdd: (personId: PersonId) => void
}

function AddWriter({ people, writers, onAdd }: AddWriterProps) {
  const t = useT()
  const button = useRef<HTMLButtonElement>(null)
  useAskedFocus('writers', button)
  const here = new Set(writers.filter(({ part }) => part !== 'former').map(({ personId }) => personId))
  const others = people.filter(({ id, roles }) => may(roles, 'write') && !here.has(id))
  const heading: MenuEntry = {
    type: 'heading',
    id: 'heading',
    label: t(others.length === 0 ? 'sharing.nobody' : 'sharing.addTitle'),
  }
  const entries = others.map(({ id, name }): MenuEntry => ({
    type: 'item',
    id,
    label: name,
    onSelect: () => onAdd(id),
  }))
  return (
    <Menu
      align="end"
      trigger={<IconButton ref={button} icon={UserPlus} label={t('sharing.add')} />}
      entries={[heading, ...entries]}
    />
  )
}
