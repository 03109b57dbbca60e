import { describe, expect, it } from 'vitest'

import { GalleyError } from '#shared/rpc/errors.ts'
import { write } from '#core/testing/articles.ts'
import { enrolledDesktop, openDesktop } from '#core/testing/desktop.ts'
import { startDesk } from '#core/testing/deskServer.ts'
import { password, person } from '#core/testing/newsroom.ts'

describe('enrolling', () => {
  it('needs the password once, and no network from then on', async () => {
    const desk = await startDesk([person('reporter', 'reporter')])
    const desktop = await enrolledDesktop(desk.url, 'reporter')
    await desk.close()
    const offline = await desktop.restart()
    const articleId = await write(offline.call)
    await offline.call.review.submit({ articleId })
    expect((await offline.call.settings.newsroom({}))?.newsroom.name).toBe('青河新闻网')
    expect((await offline.call.settings.enrolment({}))?.person.account).toBe('reporter')
  })

  it('says what was wrong, and leaves the desktop as it was', async () => {
    const desk = await startDesk([person('reporter', 'reporter')])
    const { call } = await openDesktop()
    const serverUrl = desk.url
    const wrong = call.settings.enrol({ serverUrl, account: 'reporter', password: 'guess' })
    await expect(wrong).rejects.toMatchObject({ code: 'wrong_password' })
    await desk.close()
    const away = call.settings.enrol({ serverUrl, account: 'reporter', password })
    await expect(away).rejects.toMatchObject({ code: 'offline' })
    expect(await call.settings.enrolment({})).toBeNull()
    expect((await call.sync.status({})).connection).toBe('signedOut')
  })

  it('never sends a password where nobody can keep the key', async () => {
    const desk = await startDesk([person('reporter', 'reporter')])
    const locked = () => Promise.reject(new GalleyError('keychain_unavailable'))
    const { call } = await openDesktop({ secrets: { get: locked, set: locked } })
    const enrolling = call.settings.enrol({ serverUrl: desk.url, account: 'reporter', password })
    await expect(enrolling).rejects.toMatchObject({ code: 'keychain_unavailable' })
    expect(desk.asked).toEqual([])
  })

  it('gives a profile to one person, who may come back with a new key', async () => {
    const desk = await startDesk([person('reporter', 'reporter'), person('editor', 'editor')])
    const { call } = await enrolledDesktop(desk.url, 'reporter')
    const other = call.settings.enrol({ serverUrl: desk.url, account: 'editor', password })
    await expect(other).rejects.toMatchObject({ code: 'conflict' })
    for (const device of desk.model.devices.values()) device.revoked = true
    desk.model.tokens.clear()
    expect((await call.sync.now({})).connection).toBe('signedOut')
    await call.settings.enrol({ serverUrl: desk.url, account: 'reporter', password })
    expect((await call.sync.now({})).connection).toBe('online')
  })

  it('comes before the first article', async () => {
    const { call } = await openDesktop()
    await expect(call.articles.create({ kind: 'original' })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await call.articles.list({ view: 'mine', offset: 0, limit: 10 })).toEqual({ total: 0, rows: [] })
  })
})

describe('preferences', () => {
  it('change one by one, stay, and are told to every window', async () => {
    const desktop = await openDesktop()
    expect(await desktop.call.settings.preferences({})).toMatchObject({ locale: 'system', theme: 'system' })
    await desktop.call.settings.setPreferences({ theme: 'dark' })
    await desktop.call.settings.setPreferences({ locale: 'en' })
    const told = desktop.events.filter((name) => name.startsWith('settings'))
    expect(told).toEqual(['settings.preferencesChanged', 'settings.preferencesChanged'])
    const again = await desktop.restart()
    expect(await again.call.settings.preferences({})).toMatchObject({ locale: 'en', theme: 'dark' })
  })
})
