import { expect, test } from 'vitest'

import { errorText } from './errorText.ts'
import { translator } from './format.ts'

test('an error says its own facts', () => {
  const text = errorText({ code: 'database_newer', details: { found: 9, known: 3 } }, translator('en'))
  expect(text).toContain('format 9; this one knows up to 3')
})

test('a reason that is a message is said in the same language, from the same facts', () => {
  const error = {
    code: 'import_invalid' as const,
    details: { line: 4, field: 'colum', reason: 'import.unknownKey', suggestion: 'column' },
  }
  expect(errorText(error, translator('en'))).toContain(
    'Line 4 of the file, “colum”: there is no such key; did you mean',
  )
  expect(errorText(error, translator('zh'))).toContain('文件第 4 行“colum”有误：没有这一项，是不是“column”')
})

test('a fact that is nobody’s message stands as it is', () => {
  const error = { code: 'import_invalid' as const, details: { line: 1, field: 'kind', reason: 'plain words' } }
  expect(errorText(error, translator('en'))).toContain('“kind”: plain words')
})
