import { describe, expect, it } from 'vitest'
import { wholeDocument } from '#core/data/eventTable.ts'
import { throughAll } from '#core/model/readDocument.ts'
import { importFile } from '#formats/import/importFile.ts'
import { readInSteps } from '#loading/parseInSteps.ts'
import { bulkTable } from './bulkTable.ts'
import { FileReading } from './fileReading.ts'
import { hintsOf } from './sourceHints.ts'

async function read(text: string, name = 'a b.json', type: string | null = null) {
  const bytes = new TextEncoder().encode(text)
  const reading = new FileReading(hintsOf(name, type, undefined))
  for (let at = 0; at < bytes.length; at += 100) reading.push(bytes.slice(at, at + 100))
  const result = await reading.finish()
  if (result.kind !== 'read') return result
  const { document } = result
  return { kind: 'lines', whole: wholeDocument(bulkTable(document)), problems: document.problems }
}

const events = Array.from({ length: 20 }, (_, index) => ({
  id: `e${index}`,
  date: `20${10 + index}-01-0${1 + (index % 9)}`,
  title: `Event ${index}`,
  organizations: ['a'],
}))
const lines = events.map((event) => JSON.stringify(event))
const head = '{"version": 1, "title": "Lines", "organizations": [{"id": "a", "name": "A"}]}'

describe('one event a line', () => {
  it('begins with a head, or with the first event', async () => {
    const withHead = await read([head, ...lines].join('\n'))
    expect(withHead).toMatchObject({
      problems: [],
      whole: { title: 'Lines', organizations: [{ name: 'A' }] },
    })
    if (!('whole' in withHead)) throw new Error('not read')
    expect(withHead.whole.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id))

    const without = await read(lines.join('\r\n'), 'https://x.example/npm%20releases.ndjson?a=1')
    expect(without).toMatchObject({
      problems: [{ code: 'organization-unknown', path: 'events[0].organizations[0]', line: 1 }],
      whole: { title: 'npm releases', events: { length: 20 } },
    })
  })

  it('may be one line, where its name or the server says that it is of lines', async () => {
    const [line = ''] = lines
    expect(await read(line)).toEqual({ kind: 'whole' })
    expect(await read(line, 'a.jsonl')).toMatchObject({ whole: { events: { length: 1 } } })
    const typed = await read(line, 'a', 'application/x-ndjson; charset=utf-8')
    expect(typed).toMatchObject({ whole: { events: { length: 1 } } })
  })

  it('loses a line that is not JSON, and no other', async () => {
    const odd = [head, lines[0], '{"date": "2014", "title": "cut', '', lines[1], '{"a":1}{"b":2}']
    const result = await read(odd.join('\n'))
    expect(result).toMatchObject({
      whole: { events: [{ id: 'e0' }, { id: 'e1' }] },
      problems: [
        { code: 'import-unreadable', severity: 'error', path: 'events[1]', line: 3, column: 1 },
        { code: 'import-unreadable', path: 'events[3]', line: 6 },
      ],
    })
  })

  it('says where in its line something is wrong', async () => {
    const result = await read([head, ...lines, '  {"title": "é", "date": "soon"}'].join('\n'))
    expect(result).toMatchObject({
      problems: [{ code: 'date-unreadable', path: 'events[20].date', line: 22, column: 26 }],
    })
  })

  it('is of no newer version', async () => {
    const result = await read(`{"version": 2, "title": "A"}\n${lines.join('\n')}`)
    expect(result).toMatchObject({ kind: 'failed', reason: { kind: 'newer-version' } })
  })

  it('is no document with something behind its end', async () => {
    expect(await read(`{"version": 1, "title": "A", "events": []}\n${head}`)).toEqual({
      kind: 'whole',
    })
    expect(await read('{"a": 1} {"b": 2}')).toEqual({ kind: 'whole' })
  })
})

describe('tables', () => {
  const table = [
    'When;What;Company',
    ...events.map(({ date, title }) => `${date};"${title}, and more";A & B`),
    'soon;Never;C',
  ].join('\n')

  it('are read by what their header says, as importing does', async () => {
    const asked = await importFile({ name: 'x.csv', text: table })
    if (!('needsMapping' in asked)) throw new Error('no question')
    const { guess } = asked.needsMapping
    const imported = await importFile({ name: 'x.csv', text: table, mapping: guess })
    if (!('imported' in imported)) throw new Error('not imported')
    const { json, problems } = imported.imported
    const plain = throughAll(readInSteps(json, problems))
    if (!('parsed' in plain)) throw new Error('not read')

    const result = await read(table, 'x.csv')
    expect(result).toEqual({
      kind: 'lines',
      whole: wholeDocument(plain.parsed.table),
      problems: plain.parsed.problems,
    })
    expect(plain.parsed.table.length).toBe(20)
    expect(plain.parsed.problems).toMatchObject([{ code: 'date-unreadable', line: 22 }])
  })

  it('are known by name, by type, and by what they say', async () => {
    for (const [name, type] of [
      ['x.csv', null],
      ['x', 'text/csv'],
      ['x', null],
    ] as const) {
      expect(await read(table, name, type)).toMatchObject({ whole: { events: { length: 20 } } })
    }
    expect(await read('Nothing of the kind.', 'x')).toEqual({ kind: 'whole' })
    expect(await read('{"version": 1,', 'x.json')).toEqual({ kind: 'whole' })
  })
})
