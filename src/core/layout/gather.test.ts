import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { countOf, gather, merged, middleOf } from './gather.ts'
import type { MarkWish } from './placement.ts'

const reading = parseDate('2014-12-16')
if (!reading.ok) throw new Error('not read')
const drawn = drawnDate(reading.date)

function wish(row: number, anchor: number, lane = 0, children: readonly number[] = []): MarkWish {
  return {
    row,
    lane,
    anchor,
    start: anchor,
    end: anchor,
    shape: 'instant',
    others: [],
    radius: 5,
    importance: 3,
    variants: [],
    children,
    ties: [],
    drawn,
  }
}

describe('gather', () => {
  it('joins near neighbours of one lane', () => {
    const groups = gather([wish(2, 30), wish(0, 0), wish(1, 10), wish(3, 12, 1)], 1)
    expect(groups.map(({ lane, wishes }) => [lane, wishes.map(({ row }) => row)])).toEqual([
      [0, [0, 1]],
      [1, [3]],
      [0, [2]],
    ])
  })

  it('loses none, and no chain creeps on for ever', () => {
    const list = fc.array(fc.tuple(fc.nat(2000), fc.nat(3)), { maxLength: 200 })
    fc.assert(
      fc.property(list, (given) => {
        const wishes = given.map(([anchor, lane], row) => wish(row, anchor, lane))
        const groups = gather(wishes, 1)
        const rows = groups.flatMap((group) => group.wishes.map(({ row }) => row))
        expect(rows.toSorted((p, q) => p - q)).toEqual(wishes.map(({ row }) => row))
        for (const group of groups) {
          const anchors = group.wishes.map(({ anchor }) => anchor)
          expect(anchors).toEqual(anchors.toSorted((p, q) => p - q))
          expect((anchors.at(-1) ?? 0) - (anchors[0] ?? 0)).toBeLessThan(60)
          expect(new Set(group.wishes.map(({ lane }) => lane))).toEqual(new Set([group.lane]))
        }
      }),
    )
  })

  it('counts children, and stands midway', () => {
    const group = merged({ lane: 0, wishes: [wish(4, 40)] }, [wish(1, 10, 0, [2, 3])])
    expect(group.wishes.map(({ row }) => row)).toEqual([1, 4])
    expect(countOf(group)).toBe(4)
    expect(middleOf(group)).toBe(25)
  })
})
