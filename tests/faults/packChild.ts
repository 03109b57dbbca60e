import { openStore } from '#server/storage/open.ts'
import { packSettled } from '#server/desk/packs.ts'

/* Packs the texts of a desk as its server does in its rounds, three months from now: `node packChild.ts DATABASE`. */
const [, , file = ''] = process.argv
const store = openStore(file)
const { signal } = new AbortController()
await packSettled(store, new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), signal)
await store.close()
