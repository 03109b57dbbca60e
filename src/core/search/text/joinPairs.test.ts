import { expect, it } from 'vitest'

import { joinPairs } from './joinPairs.ts'

it('makes words of pairs that follow each other in the text', () => {
  const text = '本网讯 澄川市图书馆夜场，二十时以后入馆'
  expect(joinPairs(['二十', '川市', '本网', '网讯', '澄川'], text)).toEqual(['二十', '澄川市', '本网讯'])
})

it('does not join what only could be one word', () => {
  expect(joinPairs(['市民', '民生'], '市民都来了。民生无小事。')).toEqual(['市民', '民生'])
})

it('leaves whole words of other scripts alone', () => {
  expect(joinPairs(['kite', 'ev', 'e', '𠮷野'], 'kite ev e 𠮷野家')).toEqual(['kite', 'ev', 'e', '𠮷野'])
})
