import { describe, expect, it } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { filterEvents } from '#core/data/filterEvents.ts'
import { noFilter } from '#core/data/filterState.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { createDerived } from './selectors.ts'

const { document } = readDocument({
  version: 1,
  title: 'Five years',
  organizations: [
    { id: 'o', name: 'O' },
    { id: 'p', name: 'P' },
  ],
  topics: [{ id: 't', title: 'T' }],
  people: [{ id: 'm', name: 'M' }],
  events: [2010, 2011, 2012, 2013, 2014].map((year) => ({
    id: `e${year}`,
    date: String(year),
    title: `In ${year}`,
    organizations: [year % 2 === 0 ? 'o' : 'p'],
    topics: ['t'],
    people: year === 2012 ? ['m'] : [],
  })),
})
const table = buildEventTable(document!)
const derived = createDerived(table)
const even = { ...noFilter, org: ['o'] }
const row = (id: string) => table.rowOf(id)

describe('derived readings', () => {
  it('are those of the filter', () => {
    expect([...derived.matching(even).rows]).toEqual([0, 2, 4])
    expect(derived.organizationCounts(even)).toEqual(
      new Map([
        ['o', 3],
        ['p', 2],
      ]),
    )
    expect(derived.topicCounts(even)).toEqual(new Map([['t', 3]]))
    expect(derived.personCounts(even)).toEqual(new Map([['m', 1]]))
  })

  it('are computed once for a filter', () => {
    expect(derived.matching(even)).toBe(derived.matching(even))
    expect(derived.topicCounts(even)).toBe(derived.topicCounts(even))
    expect(derived.neighbours(even, 'e2012')).toBe(derived.neighbours(even, 'e2012'))
    expect(derived.matching({ ...even })).not.toBe(derived.matching(even))
    // Also when somebody asked before there were any readings.
    expect(createDerived(table).matching(even)).toBe(filterEvents(table, undefined, even))
  })
})

describe('neighbours', () => {
  it('are the shown events before and after', () => {
    expect(derived.neighbours(even, 'e2012')).toEqual({
      previous: row('e2010'),
      next: row('e2014'),
      position: 2,
      total: 3,
    })
  })

  it('end with the first and the last', () => {
    expect(derived.neighbours(even, 'e2010')).toMatchObject({ previous: undefined, position: 1 })
    expect(derived.neighbours(even, 'e2014')).toMatchObject({ next: undefined, position: 3 })
  })

  it('exist for an event that the filter hides', () => {
    expect(derived.neighbours(even, 'e2013')).toEqual({
      previous: row('e2012'),
      next: row('e2014'),
      position: undefined,
      total: 3,
    })
  })

  it('begin at either end when there is no event', () => {
    const ends = { previous: row('e2014'), next: row('e2010'), position: undefined, total: 3 }
    expect(derived.neighbours(even, undefined)).toEqual(ends)
    expect(derived.neighbours(even, 'no such event')).toEqual(ends)
  })

  it('are none when nothing matches', () => {
    expect(derived.neighbours({ ...noFilter, q: 'nothing has this' }, 'e2012')).toEqual({
      previous: undefined,
      next: undefined,
      position: undefined,
      total: 0,
    })
  })
})

describe('a search elsewhere', () => {
  it('keeps what was found before until it comes back, and then says so', async () => {
    const answers = new Map<string, (rows: Uint8Array) => void>()
    const findWord = (word: string) =>
      new Promise<Uint8Array>((resolve) => void answers.set(word, resolve))
    let found = 0
    const derived = createDerived(table, {
      findWord,
      onFound: () => void (found += 1),
    })
    const all = derived.matching(noFilter).count
    const asked = { ...noFilter, q: 'Bank 金' }
    expect(derived.matching(asked).count).toBe(all)
    expect([...answers.keys()]).toEqual(['bank', '金'])
    answers.get('bank')?.(Uint8Array.from({ length: table.length }, (_, at) => (at < 4 ? 1 : 0)))
    answers.get('金')?.(Uint8Array.from({ length: table.length }, (_, at) => (at > 1 ? 1 : 0)))
    await expect.poll(() => found).toBe(1)
    const again = { ...asked }
    expect([...derived.matching(again).rows]).toEqual([2, 3])
    expect([...derived.organizationCounts(again).values()]).not.toEqual([
      ...derived.organizationCounts(noFilter).values(),
    ])
  })
  it('is of the query before as long as its own is waited for, whatever else has come back', async () => {
    const answers = new Map<string, (rows: Uint8Array) => void>()
    let found = 0
    const derived = createDerived(table, {
      findWord: (word) => new Promise((resolve) => void answers.set(word, resolve)),
      onFound: () => void (found += 1),
    })
    const [first, later] = [
      { ...noFilter, q: 'fa' },
      { ...noFilter, q: 'fate' },
    ]
    expect([derived.isWaiting(noFilter), derived.isWaiting(first)]).toEqual([false, true])
    expect(derived.isWaiting(later)).toBe(true)
    answers.get('fa')?.(Uint8Array.of(1, 1, 1, 0, 0))
    await expect.poll(() => found).toBe(1)
    const renewed = { ...later }
    expect(derived.isWaiting(renewed)).toBe(true)
    expect(derived.matching(renewed).count).toBe(derived.matching(noFilter).count)
    answers.get('fate')?.(Uint8Array.of(0, 0, 1, 0, 0))
    await expect.poll(() => found).toBeGreaterThan(1)
    const again = { ...later }
    expect(derived.isWaiting(again)).toBe(false)
    expect([...derived.matching(again).rows]).toEqual([2])
  })

  it('ends for a query of any number of words', async () => {
    let [asked, found] = [0, 0]
    const derived = createDerived(table, {
      findWord: () => {
        asked += 1
        return Promise.resolve(Uint8Array.of(1, 0, 1, 0, 1))
      },
      onFound: () => void (found += 1),
    })
    const words = Array.from({ length: 14 }, (_, at) => `word${at}`)
    for (const [at, typed] of [12, 13, 14].entries()) {
      derived.matching({ ...noFilter, q: words.slice(0, typed).join(' ') })
      await expect.poll(() => found).toBe(at + 1)
    }
    const again = { ...noFilter, q: words.join(' ') }
    expect(derived.isWaiting(again)).toBe(false)
    expect(asked).toBe(words.length)
  })
})
