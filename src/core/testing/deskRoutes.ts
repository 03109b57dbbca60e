import type { Route } from '#shared/protocol/routes.ts'
import { mediaRoute } from '#shared/protocol/media.ts'
import { desk } from '#shared/protocol/routes.ts'

/** The routes of the desk and the two for raw bytes. */
export type RouteName = keyof typeof desk | 'putMedia' | 'getMedia'

export interface Found {
  name: RouteName
  params: Record<string, string>
  /** Others may want to hear of it. */
  changes: boolean
}

const table: { name: RouteName; method: string; path: string; auth: Route['auth'] }[] = [
  ...Object.entries(desk).map(([name, { method, path, auth }]) => ({ name: name as RouteName, method, path, auth })),
  { name: 'putMedia', method: 'PUT', path: mediaRoute, auth: 'device' },
  { name: 'getMedia', method: 'GET', path: mediaRoute, auth: 'device' },
]

/** Undefined for what no route is. */
export function match(method: string, pathname: string): Found | undefined {
  for (const route of table) {
    const names = Array.from(route.path.matchAll(/:(\w+)/g), ([, name = '']) => name)
    const values = new RegExp(`^${route.path.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(pathname)
    if (route.method !== method || values === null) continue
    const params = Object.fromEntries(names.map((name, index) => [name, values[index + 1] ?? '']))
    return { name: route.name, params, changes: method !== 'GET' && route.auth === 'device' }
  }
  return undefined
}
