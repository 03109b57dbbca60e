import { playInEditors } from '../../kit/editorHistories.ts'
import { expect, test } from '../../kit/writing.ts'

// A sample, and always the same; `npm run test:merge -- --editors --seed random` is there to explore.
test('two to four people who write in editors of their own end with one text, their carets and undo', async ({
  writing,
  writingUrl,
  context,
}) => {
  const others = await Promise.all([1, 2, 3].map(() => context.newPage()))
  for (const page of others) await page.goto(writingUrl)
  for (let seed = 7; seed < 12; seed += 1) expect(await playInEditors([writing.page, ...others], seed)).toBeNull()
})
