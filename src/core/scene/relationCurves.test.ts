import { describe, expect, it } from 'vitest'

import { buildScene } from './buildScene.ts'
import { relatedRows } from './relationCurves.ts'
import { inputFor, readStory, tableOf } from '#core/scene/testing/story.ts'

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

/** Points along path data, and those midway between them. */
function pointsOf(path: string): [x: number, y: number][] {
  return path
    .slice(1)
    .split('M')
    .flatMap((curve) => {
      const points = curve.split('L').map((point) => point.split(' ').map(Number))
      return points.flatMap(([x = NaN, y = NaN], index): [number, number][] => {
        const [px = x, py = y] = points[index - 1] ?? []
        return [
          [x, y],
          [(x + px) / 2, (y + py) / 2],
        ]
      })
    })
}

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
        expect(path).toMatch(/^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)*)+$/)
        const [x, y] = path.slice(1).split(/[ L]/).map(Number)
        expect(x).toBeCloseTo(mark?.x ?? NaN, 0)
        expect(y).toBeCloseTo(mark?.y ?? NaN, 0)
      }
    }
  })

  it('run through no label, and are whole elsewhere', { timeout: 30_000 }, () => {
    const story = readStory()
    let gaps = 0
    for (const [width, height] of [
      [1040, 622],
      [390, 700],
    ] as const) {
      for (const id of ['golden-chain-alliance', 'ten-releases']) {
        const selected = story.rowOf(id)
        if (selected === undefined) continue
        const { relations, labels } = buildScene(inputFor(story, width, height, { selected }))
        for (const { path } of relations) {
          gaps += path.split('M').length - 2
          for (const [x, y] of pointsOf(path)) {
            const crossed = labels.filter(
              ({ box }) =>
                x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
            )
            expect(crossed.map(({ lines }) => lines[0]?.text)).toEqual([])
          }
        }
      }
    }
    expect(gaps).toBeGreaterThan(0)
  })

  it('are not there without a selection', () => {
    expect(buildScene(inputFor(table, 900, 600)).relations).toEqual([])
  })
})
