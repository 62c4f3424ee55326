import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { buildEventTable } from './buildEventTable.ts'

function tableOf(events: readonly Record<string, unknown>[]) {
  const { document } = readDocument({ version: 1, title: 'A', events })
  return buildEventTable(document!)
}

describe('buildEventTable', () => {
  it('sorts by time, then importance, then place in the file', () => {
    const table = tableOf([
      { id: 'd', date: '2016-05-01', title: 'd' },
      { id: 'c', date: '2015-05-01', title: 'c', importance: 2 },
      { id: 'b', date: '2015-05-01', title: 'b', importance: 5 },
      { id: 'e', date: '2015-05-01', title: 'e', importance: 2 },
      { id: 'a', date: '-0500', title: 'a' },
    ])
    expect([0, 1, 2, 3, 4].map((row) => table.id(row))).toEqual(['a', 'b', 'c', 'e', 'd'])
    expect([...table.importance]).toEqual([3, 5, 2, 2, 3])
    expect(table.rowOf('e')).toBe(3)
  })

  it('knows parents and children', () => {
    const part = [{ to: 'whole', kind: 'part-of' }]
    const table = tableOf([
      { id: 'late', date: '2016', title: 'x', relations: part },
      { id: 'early', date: '2014', title: 'x', relations: part },
      { id: 'whole', date: '2015', title: 'x', relations: [{ to: 'late', kind: 'uses' }] },
    ])
    const row = (id: string) => table.rowOf(id)!
    expect([...table.parent]).toEqual([1, -1, 1])
    // In file order, not in order of time.
    expect(table.children).toEqual(new Map([[row('whole'), [row('late'), row('early')]]]))
  })

  it('spans from the first start to the last end', () => {
    const { span } = tableOf([
      { date: '2010/2019', title: 'long' },
      { date: '2014', title: 'inside' },
    ])
    expect(span).toEqual({ start: Date.UTC(2010, 0, 1), end: Date.UTC(2020, 0, 1) })
    expect(tableOf([]).span).toEqual({ start: 0, end: 86_400_000 })
  })

  it('covers all members of a set', () => {
    const { span, start, end } = tableOf([
      { date: '{2019-03-05,2014-02-01,2021-05-05}', title: 'a' },
    ])
    expect(start[0]).toBeLessThanOrEqual(Date.UTC(2014, 1, 2))
    expect(end[0]).toBeGreaterThanOrEqual(Date.UTC(2021, 4, 5))
    expect(span).toEqual({ start: start[0], end: end[0] })
  })

  it('keeps its columns in step', () => {
    const date = fc.constantFrom(
      '2014',
      '2015-12~',
      '-0500',
      'Y-13800000000',
      '2014/..',
      '{2014,2016}',
    )
    fc.assert(
      fc.property(
        fc.array(fc.record({ date, importance: fc.integer({ min: 1, max: 5 }) })),
        (list) => {
          const table = tableOf(list.map((event, index) => ({ ...event, title: `t${index}` })))
          expect(table.length).toBe(list.length)
          for (let row = 0; row < table.length; row += 1) {
            const event = table.event(row)!
            expect(table.rowOf(event.id)).toBe(row)
            expect(parseDate(event.date)).toMatchObject({ date: { edtf: table.date(row)!.edtf } })
            expect(table.anchor[row]).toBe(table.drawn(row)!.anchor)
            expect(table.start[row]).toBeGreaterThanOrEqual(table.span.start)
            expect(table.end[row]).toBeLessThanOrEqual(table.span.end)
            if (row > 0) expect(table.anchor[row]).toBeGreaterThanOrEqual(table.anchor[row - 1]!)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})
