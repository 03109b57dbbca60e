import { z } from 'zod'

export const Role = z.enum(['reporter', 'editor', 'deskHead', 'chiefEditor', 'proofreader', 'administrator'])
export type Role = z.infer<typeof Role>

/** Acts outside review. Which role judges which stage is the newsroom's setting: see Stage in newsroom.ts. */
export const Permission = z.enum(['write', 'publish', 'manageNewsroom'])
export type Permission = z.infer<typeof Permission>

const granted: Record<Role, readonly Permission[]> = {
  reporter: ['write'],
  editor: ['write'],
  deskHead: ['write', 'publish'],
  chiefEditor: ['write', 'publish'],
  proofreader: [],
  administrator: ['manageNewsroom'],
}

export const may = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => granted[role].includes(permission))
