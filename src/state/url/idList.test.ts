import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readIds, readSignedIds, wellFormed, writeIds, writeSignedIds } from './idList.ts'

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.stringMatching(/^[-%, a0-9]+$/),
)
const ids = fc.uniqueArray(awkward, { maxLength: 5 })

describe('a list of ids', () => {
  it.each([
    ['a,b', ['a', 'b']],
    [' a , ,b,a', ['a', 'b']],
    ['a%2Cb,c', ['a,b', 'c']],
    ['100%', ['100%']],
    ['%E0%A4%A', ['%E0%A4%A']],
    [',', []],
  ])('%j is %j', (text, list) => {
    expect(readIds(text)).toEqual(list)
  })

  it('comes back as it was, whatever is in the ids', () => {
    fc.assert(
      fc.property(ids, (list) => {
        expect(readIds(writeIds(list))).toEqual(list)
      }),
    )
  })

  it('keeps apart what is wanted and what is left out', () => {
    expect(readSignedIds('a,-b,%2Dc,-%2Dd')).toEqual({ wanted: ['a', '-c'], unwanted: ['b', '-d'] })
    fc.assert(
      fc.property(ids, ids, (wanted, unwanted) => {
        expect(readSignedIds(writeSignedIds(wanted, unwanted))).toEqual({ wanted, unwanted })
      }),
    )
  })

  it('has no lone surrogates', () => {
    expect(wellFormed('a\uD800b\u{1F600}\uDC00')).toBe('a\uFFFDb\u{1F600}\uFFFD')
  })
})
