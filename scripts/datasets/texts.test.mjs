import { describe, expect, it } from 'vitest'
import { counted, idsOf, mostCounted, plain } from './texts.mjs'

describe('plain', () => {
  it('leaves out addresses of people', () => {
    expect(plain('Thanks to Ada <ada.l@engines.example>!', 'title')).toBe('Thanks to Ada …!')
    expect(plain('git@host.example:a/b', 'title')).toBe('…:a/b')
    expect(plain('Use @types/node and a@1', 'title')).toBe('Use @types/node and a@1')
  })

  it('cuts at a word, and a single long word where it must', () => {
    const long = plain('word '.repeat(100), 'title')
    expect(long).toMatch(/ word…$/)
    expect(long.length).toBeLessThanOrEqual(141)
    expect(plain('x'.repeat(500), 'title')).toBe(`${'x'.repeat(140)}…`)
    expect(plain('one\n  two', 'title')).toBe('one two')
  })
})

describe('idsOf', () => {
  it('makes ids for addresses, and no two alike', () => {
    expect([...idsOf(['@a/b', 'a b', 'src/', '文', '-'])]).toEqual([
      ['@a/b', 'a-b'],
      ['a b', 'a-b-2'],
      ['src/', 'src'],
      ['文', 'unnamed'],
      ['-', 'unnamed-2'],
    ])
  })
})

it('counts in words, and puts first what was counted most', () => {
  expect(counted(1, 'file')).toBe('1 file')
  expect(counted(2000, 'file')).toBe('2,000 files')
  const counts = new Map([
    ['b', 1],
    ['a', 1],
    ['c', 5],
  ])
  expect(mostCounted(counts, 2)).toEqual(['c', 'a'])
})
