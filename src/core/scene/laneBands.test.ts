import { describe, expect, it } from 'vitest'

import { inputFor, tableOf } from '#core/scene/testing/story.ts'
import { buildScene } from './buildScene.ts'

/** The lines of each lane's name in the gutter, for lanes with so many events each. */
function namesOf(names: readonly string[], width: number, height: number): string[][] {
  const organizations = names.map((name, index) => ({ id: `o${index}`, name }))
  const events = names.flatMap((_, lane) =>
    [2001, 2004, 2009].map((year) => ({
      title: 'Event',
      date: String(year),
      organizations: [`o${lane}`],
    })),
  )
  const table = tableOf({ version: 1, title: 'Lanes', organizations, events })
  return buildScene(inputFor(table, width, height)).lanes.map(({ texts }) =>
    texts.map(({ text }) => text),
  )
}

describe('the name of a lane', () => {
  it('takes as many lines as its lane has room for', () => {
    const names = ['The Royal Academy of Sciences', 'Dallas-Fort Worth']
    const [academy, airport] = namesOf(names, 800, 420)
    expect(academy?.join(' ')).toBe(names[0])
    expect(airport?.join(' ')).toBe(names[1])
  })

  it('is set alike in lanes of one height', () => {
    const names = Array.from({ length: 10 }, (_, index) => `Organisation ${index}`)
    for (const height of [380, 450, 520, 700]) {
      expect(new Set(namesOf(names, 800, height).map(({ length }) => length)).size).toBe(1)
    }
  })

  it('keeps its end where it would be cut to the name of another', () => {
    const names = Array.from({ length: 12 }, (_, index) => `Organisation ${index}`)
    const shown = namesOf(names, 800, 400).map((lines) => lines.join(' '))
    expect(new Set(shown).size).toBe(12)
    expect(shown.at(-1)).toMatch(/^Organ\w*…11$/)
    expect(namesOf(['San Francisco Bay', 'Madison', ...names], 800, 400)[0]).toEqual([
      expect.stringMatching(/^San Fran\w*…$/),
    ])
  })
})

describe('the note under the name of a lane', () => {
  const table = tableOf({
    version: 1,
    title: 'Lanes',
    lanes: [{ id: 'l', title: 'Partners' }],
    organizations: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      name: `Partner ${id}`,
      lane: id === 'd' ? 'e' : 'l',
    })),
    events: [['a'], ['a', 'b'], ['d', 'c'], ['d']].map((organizations, index) => ({
      title: 'Event',
      date: `${2001 + index}`,
      organizations,
    })),
  })
  const notesOf = (...shown: readonly number[]): readonly (string | undefined)[] => {
    const matching = Uint8Array.from({ length: 4 }, (_, row) => (shown.includes(row) ? 1 : 0))
    const { lanes } = buildScene(inputFor(table, 900, 500, { matching }))
    return lanes.map(({ texts }) => texts.find(({ style }) => style === 'laneNote')?.text)
  }

  it('counts those who share it and take part in something, in any lane', () => {
    expect(notesOf(0, 1, 2, 3)).toEqual(['3 organisations', undefined])
  })

  it('counts what a filter leaves, and names the only one', () => {
    expect(notesOf(1)).toEqual(['2 organisations'])
    expect(notesOf(0)).toEqual(['Partner a'])
    expect(notesOf(3)).toEqual([undefined])
  })
})
