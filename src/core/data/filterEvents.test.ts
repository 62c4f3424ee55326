import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { buildEventTable } from './buildEventTable.ts'
import {
  countsByOrganization,
  countsByPerson,
  countsByTopic,
  filterEvents,
} from './filterEvents.ts'
import { type FilterState, noFilter } from './filterState.ts'
import { buildSearchIndex, findMatches } from './searchEvents.ts'
import { foldText, foldWithMap } from './foldText.ts'

const names = {
  organizations: [
    { id: 'webank', name: { en: 'WeBank', 'zh-Hans': '微众银行' }, aliases: ['WB Bank'] },
    { id: 'fisco', name: 'Golden Chain', shortName: 'FISCO' },
    { id: 'other', name: 'Other' },
  ],
  people: [
    { id: 'ma', name: 'José Ma' },
    { id: 'li', name: 'Li' },
  ],
  topics: [
    { id: 'code', title: 'Code' },
    { id: 'law', title: { en: 'Law', 'zh-Hans': '法律' } },
  ],
}

function tableOf(events: readonly Record<string, unknown>[]) {
  const { document } = readDocument({ version: 1, title: 'A', ...names, events })
  const table = buildEventTable(document!)
  return { table, index: buildSearchIndex(table) }
}

const { table, index } = tableOf([
  { id: 'a', date: '2014', title: 'Bank opens', organizations: ['webank'], people: ['ma'] },
  {
    id: 'b',
    date: '2015',
    title: { en: 'Alliance', 'zh-Hans': '金链盟成立' },
    organizations: ['fisco', 'webank'],
    topics: ['law'],
  },
  {
    id: 'c',
    date: '2016',
    title: 'Code',
    body: 'Élan vital',
    organizations: ['fisco'],
    topics: ['code'],
  },
  { id: 'd', date: '2017', title: 'Alone', details: [{ label: 'Licence', value: 'GPL-3.0' }] },
])

const passing = (filter: Partial<FilterState>) => {
  const { matching, rows, count } = filterEvents(table, index, { ...noFilter, ...filter })
  expect(rows).toHaveLength(count)
  expect([...matching.keys()].filter((row) => matching[row] === 1)).toEqual([...rows])
  return [...rows].map((row) => table.event(row)!.id).join('')
}

describe('filterEvents', () => {
  it.each<[Partial<FilterState>, string]>([
    [{}, 'abcd'],
    [{ org: ['webank'] }, 'ab'],
    [{ org: ['webank', 'fisco'] }, 'abc'],
    [{ org: ['webank', 'fisco'], match: 'all' }, 'b'],
    [{ notOrg: ['webank'] }, 'cd'],
    [{ org: ['fisco'], notOrg: ['webank'] }, 'c'],
    [{ org: ['webank'], notOrg: ['webank'] }, ''],
    [{ org: ['nobody'] }, 'abcd'],
    [{ topic: ['nothing'] }, 'abcd'],
    [{ org: ['nobody', 'fisco'], match: 'all' }, 'bc'],
    [{ topic: ['law'] }, 'b'],
    [{ topic: ['law', 'code'] }, 'bc'],
    [{ person: ['ma'] }, 'a'],
    [{ topic: ['law'], person: ['ma'] }, ''],
    [{ q: '  ' }, 'abcd'],
    [{ q: 'bank' }, 'ab'],
    [{ q: 'OPENS bank' }, 'a'],
    [{ q: 'wb' }, 'ab'],
    [{ q: 'fisco' }, 'bc'],
    [{ q: '微众' }, 'ab'],
    [{ q: '链盟' }, 'b'],
    [{ q: 'elan' }, 'c'],
    [{ q: 'ÉLAN' }, 'c'],
    [{ q: 'ｊｏｓｅ' }, 'a'],
    [{ q: '法律' }, 'b'],
    [{ q: 'gpl-3' }, 'd'],
    [{ q: 'bank nothing' }, ''],
    [{ q: 'bank', org: ['fisco'] }, 'b'],
  ])('%j lets %s through', (filter, expected) => {
    expect(passing(filter)).toBe(expected)
  })
})

describe('counts', () => {
  it('count every name, also at zero', () => {
    expect(countsByOrganization(table, index, noFilter)).toEqual(
      new Map([
        ['webank', 2],
        ['fisco', 2],
        ['other', 0],
      ]),
    )
  })

  const some = (ids: readonly string[]) => fc.subarray([...ids])
  const organizationIds = names.organizations.map(({ id }) => id)
  const personIds = names.people.map(({ id }) => id)
  const topicIds = names.topics.map(({ id }) => id)
  const filters: fc.Arbitrary<FilterState> = fc.record({
    org: some(organizationIds),
    notOrg: some(organizationIds),
    match: fc.constantFrom('any', 'all'),
    topic: some(topicIds),
    person: some(personIds),
    q: fc.constantFrom('', 'x', 'bank'),
  })
  const events = fc.array(
    fc.record({
      date: fc.constant('2014'),
      title: fc.constantFrom('x', 'y'),
      organizations: some(organizationIds),
      topics: some(topicIds),
      people: some(personIds),
    }),
    { maxLength: 12 },
  )

  it('agree with what choosing that one alone would draw', () => {
    fc.assert(
      fc.property(events, filters, (list, filter) => {
        const { table, index } = tableOf(list)
        const countWith = (change: Partial<FilterState>) =>
          filterEvents(table, index, { ...filter, ...change }).count
        for (const [id, count] of countsByOrganization(table, index, filter)) {
          const notOrg = filter.notOrg.filter((other) => other !== id)
          expect(count).toBe(countWith({ org: [id], notOrg }))
        }
        for (const [id, count] of countsByTopic(table, index, filter)) {
          expect(count).toBe(countWith({ topic: [id] }))
        }
        for (const [id, count] of countsByPerson(table, index, filter)) {
          expect(count).toBe(countWith({ person: [id] }))
        }
      }),
    )
  })
})

describe('findMatches', () => {
  it.each<[string, string, readonly string[]]>([
    ['Bank of banks', 'bank', ['Bank', 'bank']],
    ['Élan vital', 'elan', ['Élan']],
    ['E\u0301lan', 'e', ['E\u0301']],
    ['ﬁne', 'f', ['ﬁ']],
    ['İstanbul', 'ist', ['İst']],
    ['ΟΔΟΣ', 'οδος', ['ΟΔΟΣ']],
    ['微众银行成立', '银行', ['银行']],
    ['𝔅ank', 'bank', ['𝔅ank']],
    ['abcabc', 'abc bca', ['abcabc']],
    ['nothing', 'bank', []],
    ['nothing', ' ', []],
    ['', 'x', []],
  ])('in %j for %j marks %j', (text, query, expected) => {
    expect(findMatches(text, query).map(([start, end]) => text.slice(start, end))).toEqual(expected)
  })

  it('marks in order, without overlap, and only what folds to a word', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'É', 'e\u0301', 'ﬁ', '微', '𝔅', ' '),
    })
    fc.assert(
      fc.property(letters, letters, (text, query) => {
        let last = -1
        for (const [start, end] of findMatches(text, query)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        const isFound = foldText(query)
          .split(/\s+/)
          .some((word) => word && foldText(text).includes(word))
        expect(last >= 0).toBe(isFound)
      }),
    )
  })

  it('folds character by character as it folds the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, origin } = foldWithMap(text)
        expect(origin).toHaveLength(folded.length + 1)
        expect(folded.normalize('NFC')).toBe(foldText(text).normalize('NFC'))
      }),
    )
  })
})
