import { startElectron } from '../kit/electron.ts'
import { expect, test } from '../kit/host.ts'
import { launchWorkstation } from '../kit/workstation.ts'

test('a second instance shows the window that was wanted in the first, and ends', async () => {
  const workstation = await launchWorkstation(startElectron)
  try {
    const first = workstation.host as Awaited<ReturnType<typeof startElectron>>
    await first.page('linxiao')
    expect(await first.startAgain()).toBe(0)
    expect(first.app.windows()).toHaveLength(1)

    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    expect(await first.startAgain('--person=linxiao')).toBe(0)
    await expect
      .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
      .toBe(false)
    expect(first.app.windows()).toHaveLength(1)
  } finally {
    await workstation.close()
  }
})
