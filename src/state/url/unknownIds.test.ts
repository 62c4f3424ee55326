import { describe, expect, it } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { noFilter } from '#core/data/filterState.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { unknownEvent, unknownIds } from './unknownIds.ts'

const { document } = readDocument({
  version: 1,
  title: 'One',
  organizations: [{ id: 'o', name: 'O' }],
  topics: [{ id: 't', title: 'T' }],
  people: [{ id: 'm', name: 'M' }],
  events: [{ id: 'e', date: '2014', title: 'E', organizations: ['o'] }],
})
const table = buildEventTable(document!)

describe('ids that the timeline does not have', () => {
  it('are told by the name of their parameter', () => {
    const filter = { ...noFilter, org: ['o', 'x'], notOrg: ['y'], topic: ['o'], person: ['m', 'n'] }
    expect(unknownIds(filter, 'gone', table)).toEqual([
      { code: 'unknown', name: 'event', value: 'gone' },
      { code: 'unknown', name: 'org', value: 'x' },
      { code: 'unknown', name: 'org', value: 'y' },
      { code: 'unknown', name: 'topic', value: 'o' },
      { code: 'unknown', name: 'person', value: 'n' },
    ])
    expect(unknownIds({ ...noFilter, org: ['o'], topic: ['t'] }, undefined, table)).toEqual([])
  })

  it('are told in short, however long they are', () => {
    const [warning] = unknownIds({ ...noFilter, topic: ['x'.repeat(5000)] }, undefined, table)
    expect(warning?.value).toHaveLength(80)
  })

  it('are no events that may still come', () => {
    expect([unknownEvent('e', table), unknownEvent(undefined, table)]).toEqual([
      undefined,
      undefined,
    ])
    expect(unknownEvent('x', table)).toBe('x')
    const unseen = { counts: Uint32Array.of(1), total: 9, loading: [] }
    expect(unknownEvent('x', { ...table, unseen })).toBeUndefined()
  })
})
