import type { Role } from '#shared/domain/roles.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import type { Translate } from '#shared/messages/format.ts'

const names: Record<Role, MessageKey> = {
  reporter: 'newsroom.reporter',
  editor: 'newsroom.editorRole',
  deskHead: 'newsroom.deskHead',
  chiefEditor: 'newsroom.chiefEditor',
  proofreader: 'newsroom.proofreader',
  administrator: 'newsroom.administrator',
}

/** 记者、编辑 */
export const roleNames = (roles: readonly Role[], t: Translate): string =>
  roles.map((role) => t(names[role])).join(t('settings.and'))
