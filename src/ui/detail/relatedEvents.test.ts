import { expect, test } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { firstEvent } from './firstEvent.ts'
import { relatedEvents } from './relatedEvents.ts'

function tableOf(events: readonly Record<string, unknown>[], story: readonly unknown[] = []) {
  const { document } = readDocument({ version: 1, title: 'T', events, story })
  if (document === undefined) throw new Error('the test document cannot be read')
  return buildEventTable(document)
}

const table = tableOf([
  { id: 'cause', date: '2014', title: 'Cause', relations: [{ to: 'result', kind: 'leads-to' }] },
  {
    id: 'result',
    date: '2016',
    title: 'Result',
    importance: 5,
    relations: [
      { to: 'cause', kind: 'related' },
      { to: 'tool', kind: 'uses' },
    ],
  },
  {
    id: 'tool',
    date: '2015',
    title: 'Tool',
    relations: [
      { to: 'next', kind: 'related' },
      { to: 'result', kind: 'related' },
      { to: 'tool', kind: 'related' },
    ],
  },
  { id: 'part', date: '2017', title: 'Part', relations: [{ to: 'result', kind: 'part-of' }] },
  { id: 'next', date: '2018', title: 'Next', relations: [{ to: 'tool', kind: 'version-of' }] },
])

function related(id: string): Record<string, string[]> {
  const groups = relatedEvents(table, table.rowOf(id) ?? -1)
  return Object.fromEntries(
    groups.map(({ word, events }) => [word, events.map((event) => table.event(event)!.id)]),
  )
}

test('relations are told from both ends, each event once for each kind, in order of time', () => {
  expect(related('cause')).toEqual({ leadsTo: ['result'], related: ['result'] })
  expect(related('result')).toEqual({
    cameFrom: ['cause'],
    uses: ['tool'],
    related: ['cause', 'tool'],
  })
  expect(related('tool')).toEqual({
    hasVersion: ['next'],
    usedBy: ['result'],
    related: ['result', 'next'],
  })
  expect(related('next')).toEqual({ versionOf: ['tool'], related: ['tool'] })
})

test('a part names its whole; the whole lists its parts elsewhere', () => {
  expect(related('part')).toEqual({ partOf: ['result'] })
  expect(Object.values(related('result')).flat()).not.toContain('part')
})

test('a reader begins with the story, else with the first of the most important', () => {
  const idOf = (of: typeof table): string | undefined => of.id(firstEvent(of) ?? -1)
  expect(idOf(table)).toBe('result')
  const events = [
    { id: 'a', date: '2014', title: 'A', importance: 5 },
    { id: 'b', date: '2015', title: 'B', importance: 5 },
  ]
  expect(
    idOf(
      tableOf(events, [
        { id: '1', title: 'One' },
        { id: '2', title: 'Two', event: 'b' },
      ]),
    ),
  ).toBe('b')
  expect(idOf(tableOf(events))).toBe('a')
  expect(firstEvent(tableOf([]))).toBeUndefined()
})
