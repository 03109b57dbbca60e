import type { Role } from '#shared/domain/roles.ts'
import type { Translate } from '#shared/messages/format.ts'

const keys = {
  reporter: 'newsroom.reporter',
  editor: 'newsroom.editorRole',
  deskHead: 'newsroom.deskHead',
  chiefEditor: 'newsroom.chiefEditor',
  proofreader: 'newsroom.proofreader',
  administrator: 'newsroom.administrator',
} as const

export const roleNames = (roles: readonly Role[], t: Translate): string =>
  roles.map((role) => t(keys[role])).join(t('review.separator'))
