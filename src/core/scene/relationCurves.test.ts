import { describe, expect, it } from 'vitest'

import { buildScene } from './buildScene.ts'
import { relatedRows } from './relationCurves.ts'
import { inputFor, tableOf } from '#core/scene/testing/story.ts'

const relation = (to: string, kind: string): object => ({ relations: [{ to, kind }] })
const table = tableOf({
  version: 1,
  title: 'Relations',
  events: [
    { id: 'a', title: 'A', date: '2014-01-01', ...relation('b', 'leads-to') },
    { id: 'b', title: 'B', date: '2015-01-01', ...relation('a', 'related') },
    { id: 'c', title: 'C', date: '2016-01-01', ...relation('b', 'uses') },
    { id: 'part', title: 'Part', date: '2018-01-01', ...relation('b', 'part-of') },
    { id: 'far', title: 'Far', date: '2019-01-01' },
  ],
})
const row = (id: string): number => table.rowOf(id) ?? -1

describe('relatedRows', () => {
  it('finds relations of both directions once, and no parts', () => {
    expect(relatedRows(table, row('b'))).toEqual([row('a'), row('c')])
    expect(relatedRows(table, row('a'))).toEqual([row('b')])
    expect(relatedRows(table, row('far'))).toEqual([])
  })
})

describe('relationCurves', () => {
  it('join the marks of the selected event with those of its relations', () => {
    for (const orientation of ['horizontal', 'vertical'] as const) {
      const scene = buildScene(inputFor(table, 900, 600, { selected: row('b'), orientation }))
      expect(scene.relations.map(({ key }) => key)).toEqual(['r:b:a', 'r:b:c'])
      const mark = scene.marks.find(({ event }) => event === row('b'))
      for (const { path } of scene.relations) {
        expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+C(-?[\d.]+ ){5}-?[\d.]+$/)
        const [x, y] = path.slice(1).split(/[ C]/).map(Number)
        expect(x).toBeCloseTo(mark?.x ?? NaN, 0)
        expect(y).toBeCloseTo(mark?.y ?? NaN, 0)
      }
    }
  })

  it('are not there without a selection', () => {
    expect(buildScene(inputFor(table, 900, 600)).relations).toEqual([])
  })
})
