import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { throughAll } from '#core/model/readDocument.ts'
import { aboutFactsInSteps, dateKinds } from './aboutFacts.ts'

function factsOf(json: unknown) {
  const { document } = readDocument(json)
  if (document === undefined) throw new Error('the test document cannot be read')
  const table = buildEventTable(document)
  return { table, facts: throughAll(aboutFactsInSteps(table)) }
}

test('counts dates by how they are known, sources by who cites them, and doubts', () => {
  const dates = [
    '2019-07-26',
    '2019-07',
    '2019-21',
    '2019~',
    '201X',
    '2014/2015?',
    '2017/..',
    '[2014,2015]',
    '{2014,2016}',
  ]
  const events = dates.map((date, at) => ({ id: `e${String(at)}`, date, title: date }))
  const { facts } = factsOf({
    version: 1,
    title: 'T',
    sources: [{ id: 's', title: 'S' }],
    events: [
      ...events,
      {
        id: 'cites',
        date: '2019-07-26T09:00',
        title: 'Cites',
        sources: [
          { id: 's', at: 'page 1' },
          { id: 's', at: 'page 2' },
        ],
        confidence: 'disputed',
        relations: [{ to: 'e0', kind: 'part-of' }],
      },
    ],
  })
  expect(Object.fromEntries(facts.dates)).toEqual({
    day: 2,
    month: 2,
    year: 1,
    wider: 1,
    lasting: 1,
    open: 1,
    oneOf: 1,
    several: 1,
  })
  expect(facts).toMatchObject({ approximate: 1, uncertain: 1, parts: 1, reported: [] })
  expect(facts.citations.get('s')).toHaveLength(1)
  expect(facts.disputed).toEqual(facts.citations.get('s'))
  expect(facts.unsourced).toHaveLength(dates.length)
})

test('every event of the shipped story is counted once and names its sources', () => {
  const { table, facts } = factsOf(JSON.parse(readFileSync('public/timeline.json', 'utf8')))
  const sum = dateKinds.reduce((total, kind) => total + (facts.dates.get(kind) ?? 0), 0)
  expect(sum).toBe(table.length)
  expect(facts.unsourced).toEqual([])
})
