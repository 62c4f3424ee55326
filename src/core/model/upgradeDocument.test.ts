import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRecord } from './compileReader.ts'
import { documentSchema, eventSchema } from './document.ts'
import { readDocument } from './readDocument.ts'

function kept(name: string): Record<string, unknown> {
  const json: unknown = JSON.parse(readFileSync(`src/core/model/kept/${name}.json`, 'utf8'))
  if (!isRecord(json)) throw new Error(name)
  return json
}

/** The draft as it has to be written today. */
const draftToday = {
  version: 1,
  title: 'Kept: a draft',
  organizations: [
    { id: 'bank', name: 'The bank' },
    { id: 'alliance', name: 'The alliance' },
  ],
  people: [{ id: 'ma', name: 'Ma', organization: 'bank' }],
  events: [
    { id: 'founded', date: '2014-12-16', title: 'Founded', organizations: ['bank'] },
    {
      id: 'built',
      date: '2015/2017-07~',
      title: 'Built',
      organizations: ['alliance'],
      people: ['ma'],
    },
    { id: 'running', date: '2018/..', title: 'Running' },
    { id: 'dated', date: '2019', start: '9:00', title: 'Dated' },
  ],
  story: [{ id: 'begin', title: 'The start', event: 'founded', organizations: ['bank'] }],
}

describe('kept files', () => {
  it('of version 1 are read whole, and without a word', () => {
    const json = kept('version1')
    const { document, problems } = readDocument(json)
    expect(problems).toEqual([])
    const { events, ...head } = json
    expect(document).toMatchObject(head)
    expect(document).toMatchObject({
      events: [
        {
          ...(Array.isArray(events) ? events[0] : {}),
          organizations: [{ id: 'bank' }, { id: 'alliance', role: 'partner' }],
        },
        { id: 'built', date: '2015/2017', organizations: [{ id: 'alliance' }], importance: 3 },
        { id: 'released', date: '2017-07~', relations: [{ to: 'built', kind: 'part-of' }] },
        { id: 'running', date: '2018/..', organizations: [] },
      ],
    })
  })

  it('of version 1 hold every field that there is', () => {
    const json = kept('version1')
    const events = Array.isArray(json.events) ? json.events : []
    const missing = (fields: object, entry: object) =>
      Object.keys(fields).filter((field) => !Object.hasOwn(entry, field))
    expect(missing(documentSchema.entries, json)).toEqual(['$schema'])
    expect(missing(eventSchema.entries, events[0])).toEqual([])
  })

  it('of version 0 say what they say in version 1, and that they are old', () => {
    const { document, problems } = readDocument(kept('version0'))
    expect(document).toEqual(readDocument(draftToday).document)
    const upgraded = problems.filter(({ code }) => code === 'version-upgraded')
    expect(upgraded.map(({ message, severity }) => `${severity}: ${message}`)).toEqual([
      'note: Older than version 1: "organisations" is "organizations", 4 times.',
      'note: Older than version 1: "organisation" is "organization".',
      'note: Older than version 1: "start" is "date".',
      'note: Older than version 1: "start" and "end" are "date", 2 times.',
    ])
    // What stands beside a date is no part of it.
    expect(problems.filter(({ code }) => code !== 'version-upgraded')).toMatchObject([
      { code: 'field-unknown', path: 'events[3].start' },
    ])
  })

  it('without a version are taken for drafts', () => {
    const { version: _version, ...json } = kept('version0')
    const { document, problems } = readDocument(json)
    expect(document).toEqual(readDocument(draftToday).document)
    expect(problems[0]).toMatchObject({ code: 'version-missing', severity: 'warning' })
  })
})

describe('upgrading', () => {
  it('leaves alone what is not of a draft', () => {
    const event = { date: '2016', title: 'A', organisations: ['a'], organizations: ['b'] }
    const { document, problems } = readDocument({ version: 0, title: 'T', events: [event] })
    expect(document?.events).toMatchObject([{ organisations: ['a'], organizations: [{ id: 'b' }] }])
    expect(problems.map(({ code }) => code)).toEqual(['organization-unknown', 'field-unknown'])
  })

  it('is only for older versions', () => {
    const event = { start: '2016', title: 'A' }
    const { document, problems } = readDocument({ version: 1, title: 'T', events: [event] })
    expect(document?.events).toEqual([])
    expect(problems[0]).toMatchObject({ code: 'date-missing', severity: 'error' })
  })

  it.each([null, 5, 'x', [1], { start: {}, title: 'A' }, { start: '2016', end: {}, title: 'A' }])(
    'does not stumble over %j',
    (entry) => {
      const json = { version: 0, title: 'T', events: [entry], people: 5, story: [entry] }
      expect(readDocument(json).document?.events).toEqual([])
    },
  )

  it('keeps __proto__ a field', () => {
    const json: unknown = JSON.parse(
      '{"version": 0, "title": "T", "organisations": [], "__proto__": {"a": 1}, "events": [{"start": "2016", "title": "A", "__proto__": {"a": 1}}]}',
    )
    const { document, problems } = readDocument(json)
    expect(document?.events).toHaveLength(1)
    expect(problems.filter(({ code }) => code === 'field-unsafe')).toHaveLength(2)
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })
})
