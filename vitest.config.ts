import { defineConfig } from 'vitest/config'

/**
 * Unit tests sit beside their sources; integration tests join several rooms and use real files and sockets. Neither
 * has a DOM: whatever needs one runs in a real browser (playwright.config.ts), because simulated DOMs lie about
 * selections, input methods and paste, which is most of what an editor does.
 *
 * `#room/...` imports need no alias: Vite resolves the `imports` field of package.json as Node does.
 */
export default defineConfig({
  test: {
    environment: 'node',
    // A test that needs the network, or forgets to await, must not hang the gate.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // The default leaves a core to Vitest itself, which on two cores is half of the machine; the main process idles.
    maxWorkers: '100%',
    restoreMocks: true,
    unstubEnvs: true,
    passWithNoTests: true,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] } },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'] } },
    ],
  },
})
