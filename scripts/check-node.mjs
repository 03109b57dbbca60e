// Plain JavaScript on purpose: it has to run, and say something useful, on a Node that cannot read the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    [
      `Galley needs Node 22.18 or newer; this is Node ${process.versions.node}.`,
      'Its scripts are TypeScript, which older Node cannot read.',
      'Either run `npm ci` again without --omit=optional (it brings Node 24 for npm scripts),',
      'or install a current Node yourself, and start Galley through `npm start`, not `node scripts/start.ts`.',
    ].join('\n'),
  )
  process.exit(1)
}
