import { lockProfile } from '#core/db/profileLock.ts'

/** A process of its own that takes the profile in its first argument and holds it until it is killed. */
lockProfile(process.argv[2] ?? '', { pid: process.pid })
process.send?.('locked')
setInterval(() => {}, 60_000)
