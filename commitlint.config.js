/**
 * Conventional Commits; the scope is the room that changed (ARCHITECTURE.md), the body says why.
 * @type {import('@commitlint/types').UserConfig}
 */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-enum': [
      2,
      'always',
      ['shared', 'core', 'server', 'main', 'preload', 'renderer', 'tests', 'scripts', 'ci', 'deps', 'docs', 'release'],
    ],
    'body-max-line-length': [2, 'always', 120],
    'footer-max-line-length': [2, 'always', 120],
  },
}
