import fc from 'fast-check'
import { expect, test } from 'vitest'

import { gatherTexts } from './textBlocks.ts'

test('finds what looking into each text would find', () => {
  const letters = fc.constantFrom('a', 'b', '金', '\n', ' ')
  const texts = fc.array(fc.string({ unit: letters, maxLength: 8 }), { maxLength: 60 })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '金'), minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(texts, word, (list, piece) => {
      const gathered = gatherTexts()
      for (const text of list) gathered.add(text)
      const blocks = gathered.done()
      expect(blocks.length).toBe(list.length)
      expect([...blocks.find(piece)]).toEqual(list.map((text) => (text.includes(piece) ? 1 : 0)))
    }),
    { numRuns: 300 },
  )
})

test('finds in every block, at its start and at its end', () => {
  const filling = 'x'.repeat(100_000)
  const gathered = gatherTexts()
  for (let text = 0; text < 20; text += 1) {
    gathered.add(text % 3 === 0 ? `word${filling}` : text % 3 === 1 ? `${filling}word` : filling)
  }
  const found = gathered.done().find('word')
  expect([...found]).toEqual(Array.from({ length: 20 }, (_, text) => (text % 3 < 2 ? 1 : 0)))
})
