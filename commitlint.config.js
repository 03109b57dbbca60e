const rooms = 'shared|core|server|main|preload|renderer|tests|scripts|ci|deps|docs|release'
const scope = new RegExp(`^(${rooms})(/[a-zA-Z]+)*$`)

/**
 * Conventional Commits; the scope is the room that changed (ARCHITECTURE.md), down to the folder if that says more:
 * `core`, `shared/document`. The body says why.
 * @type {import('@commitlint/types').UserConfig}
 */
export default {
  extends: ['@commitlint/config-conventional'],
  plugins: [
    {
      rules: {
        'scope-is-room': (commit) => [!commit.scope || scope.test(commit.scope), `scope must be one of ${rooms}`],
      },
    },
  ],
  rules: {
    'scope-is-room': [2, 'always'],
    'scope-case': [0],
    'body-max-line-length': [2, 'always', 120],
    'footer-max-line-length': [2, 'always', 120],
  },
}
