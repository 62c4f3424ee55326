import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'

import { readDocument } from '#core/model/readDocument.ts'
import { cutTiles } from '#core/tiles/testing/cutTiles.ts'
import { documentJson } from '#core/tiles/testing/tileSets.ts'
import { tileLimits } from '#core/tiles/tileText.ts'
import { hasDuckDb } from '#cli/tile/testing/duckDb.ts'
import { readArguments } from '#cli/usage.ts'
import { openDatabase } from './database.ts'
import { tile } from './tile.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-tile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let number = 0
function file(name: string, content: string): string {
  const path = join(mkdtempSync(join(folder, 'in-')), name)
  writeFileSync(path, content)
  return path
}

interface Run {
  readonly code: number
  readonly talk: string
  readonly files: Readonly<Record<string, string>>
}

async function run(...args: readonly string[]): Promise<Run> {
  number += 1
  const out = join(folder, `out-${number}`)
  const request = readArguments(['tile', ...args, '-o', out])
  if (request.kind !== 'run') throw new Error('No request.')
  const lines: string[] = []
  const code = await tile(request.files, request.options, {
    out: () => {},
    talk: (line) => lines.push(line),
    home: new URL('file:///'),
  })
  const files: Record<string, string> = {}
  for (const name of existsSync(out)
    ? readdirSync(out, { recursive: true, encoding: 'utf8' })
    : []) {
    if (name.endsWith('.json')) files[name] = readFileSync(join(out, name), 'utf8')
  }
  // Nothing is left beside it.
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  return { code, talk: lines.join('\n'), files }
}

const linesOf = (json: { readonly events: readonly unknown[] }, withHead = true): string => {
  const { events, ...head } = json
  const lines = withHead ? [head, ...events] : events
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
}

const rootOf = ({ files }: Run) => JSON.parse(files['0/0.json'] ?? '{"events":[]}')
const manifestOf = ({ files }: Run) => JSON.parse(files['tiles.json'] ?? '{}')

describe.runIf(await hasDuckDb())('throughline tile', () => {
  it('gives the same tiles for a document and for its lines', async () => {
    await fc.assert(
      fc.asyncProperty(documentJson, async (json) => {
        const { document } = readDocument(json)
        const expected = Object.fromEntries(cutTiles(document!, tileLimits))
        const whole = await run(file('a.json', JSON.stringify(json)))
        expect(whole).toMatchObject({ code: 0, files: expected })
        const lines = await run(file('a.ndjson', linesOf(json)))
        expect(lines).toMatchObject({ code: 0, files: expected })
      }),
      { numRuns: 12 },
    )
  })

  it('reads odd events as the reader of documents does, and says so', async () => {
    const json = {
      version: 1,
      title: 'Odd',
      organizations: [{ id: 'a', name: 'A' }],
      topics: [{ id: 't', title: 'T' }],
      events: [
        { date: '2019', title: 'Plain' },
        { date: '2019', title: 'Plain' },
        { id: 'x', date: '2019-02-30', title: 'No such day' },
        { id: 'x', date: '2019-02-03', title: { en: 'Map', 'zh-Hans': '图' } },
        { id: 'x', date: '2019-02-03T09:30:00+08:00', title: 'Taken' },
        { title: 'No date' },
        { date: '2018' },
        { date: 2017, title: 16, importance: '4' },
        { date: '2016-05', title: '\u202eturned', importance: 9 },
        { date: '2015/..', title: 'Open', organizations: ['a', 'new', 'a'] },
        { date: '2014-03-04', title: 'Names', organizations: ['new'], topics: ['t', 'none'] },
        { date: '2013', title: 'A long title '.repeat(9), body: 'B', color: 'red' },
        { date: '2013', title: 'Ünïcode title' },
        { date: '0000', title: 'Year nought' },
        { date: '2012-12-31T24:00', title: '' },
        {
          date: '2011-11-11T11:11:11.5Z',
          title: 'Tenth',
          organizations: { id: 'a', role: 'maker' },
        },
      ],
    }
    const { document, problems } = readDocument(json)
    const expected = Object.fromEntries(cutTiles(document!, tileLimits))
    const { code, talk, files } = await run(file('odd.ndjson', linesOf(json)))
    expect(code).toBe(1)
    expect(files).toEqual(expected)
    const told = talk.split('\n').filter((line) => /:\d+:1: /.test(line))
    const lines = problems.map(({ path, severity, code, message }) => {
      const [, place] = /^events\[(\d+)\]/.exec(path) ?? []
      return `${Number(place) + 2}: ${severity} ${code} ${message}`
    })
    expect(
      told
        .map((line) => line.replace(/^.*?:(\d+):1: /, '$1: '))
        .map((line) => lines.find((one) => line.startsWith(one)) ?? line)
        .toSorted(),
    ).toEqual(lines.toSorted())
  })

  it('reads plain dates by the database as our reader does', async () => {
    const days = ['0001', '9999', '2020-02', '1900-02', '2020-02-29', '2019-02-29', '2019-13-01']
    const times = ['T00:00', 'T23:59', 'T09:30:15', 'T09:30:15.5', 'T09:30:15.25', 'T09:30:59.999']
    const zones = ['', 'Z', '+08:00', '-0330', '-17:59', '+18:00', '+18:01', '+05:60']
    const odd = ['2016-12-31T23:59:60Z', '2019-07-26T24:00', '2019-21', '2019-00', '2019-07-26T09']
    const dates = [
      ...days,
      ...odd,
      ...times.flatMap((time) => zones.map((zone) => `2019-07-26${time}${zone}`)),
    ]
    for (const date of dates) {
      const json = { title: 'A', version: 1, events: [{ id: 'a', date, title: 'B' }] }
      const expected = Object.fromEntries(cutTiles(readDocument(json).document!, tileLimits))
      expect([date, (await run(file('a.ndjson', linesOf(json)))).files]).toEqual([date, expected])
    }
  })

  it('goes on after a line that is no JSON, and without a head', async () => {
    const lines = '{"date":"2019","title":"A"}\n{"date": \n{"date":"2020","title":"B"}\n[]\n'
    const result = await run(file('some_events.ndjson', lines))
    expect(result.code).toBe(1)
    expect(manifestOf(result)).toMatchObject({ count: 2, document: { title: 'some events' } })
    expect(result.talk).toContain('some_events.ndjson:2:1: error not-json The line is not JSON.')
    expect(result.talk).toContain('some_events.ndjson:4:1: error')
  })

  it('reads several files as one, and names the file of a fault', async () => {
    const first = file('one.ndjson', '{"title":"Both"}\n{"date":"2019","title":"A"}\n')
    const second = file('two.jsonl', '{"date":"2020","title":"B"}\n{"date":"soon","title":"C"}\n')
    const result = await run(first, second, '--title-of-timeline', 'Named')
    expect(manifestOf(result)).toMatchObject({ count: 2, document: { title: 'Named' } })
    expect(result.talk).toMatch(/two\.jsonl:2:1: error date-unreadable/)
  })

  it('reads CSV with columns that it guesses, and dates as people write them', async () => {
    const sheet =
      'When,What,Company,Notes\n31 May 2016,"A, or B",Acme; Bank,x\n2017,Two,Bank,\n,None,,\n'
    const result = await run(file('sheet.csv', sheet))
    expect(result.code).toBe(1)
    expect(result.talk).toContain('Columns: date=When, title=What, organizations=Company')
    expect(rootOf(result).events).toEqual(
      [
        {
          id: '2016-05-31-a-or-b',
          date: '2016-05-31',
          title: 'A, or B',
          organizations: ['acme', 'bank'],
        },
        { id: '2017-two', date: '2017', title: 'Two', organizations: ['bank'] },
      ].map((event) => expect.objectContaining(event)),
    )
    expect(manifestOf(result)).toMatchObject({
      count: 2,
      owners: [
        [0, 1],
        [1, 1],
      ],
      document: {
        title: 'sheet',
        organizations: [
          { id: 'acme', name: 'Acme' },
          { id: 'bank', name: 'Bank' },
        ],
      },
    })
    expect(result.talk).toContain('error date-missing')
  })

  it('reads Parquet, whose types say what is meant', async () => {
    const parquet = join(folder, 'flights.parquet')
    const database = await openDatabase(mkdtempSync(join(folder, 'make-')))
    await database.run(`COPY (
      SELECT TIMESTAMP '2001-01-01 00:05:00' + INTERVAL (i) MINUTE AS departed, 'Flight ' || i AS route,
        ['AA', 'B'][1 + i % 2] AS airline, 1 + i % 5 AS weight, DATE '2001-01-01' + i AS day, 1990 + i AS y
      FROM (SELECT CAST(range AS INTEGER) AS i FROM range(20))
    ) TO '${parquet}' (FORMAT parquet)`)
    database.close()
    const columns = ['--title', 'route', '--organization', 'Airline', '--importance', 'weight']
    const result = await run(parquet, '--date', 'departed', ...columns)
    expect(result.code).toBe(0)
    expect(rootOf(result).events.slice(0, 3)).toEqual([
      {
        id: '2001-01-01t00-05-00-flight-0',
        date: '2001-01-01T00:05:00',
        title: 'Flight 0',
        organizations: ['aa'],
        importance: 1,
      },
      {
        id: '2001-01-01t00-06-00-flight-1',
        date: '2001-01-01T00:06:00',
        title: 'Flight 1',
        organizations: ['b'],
        importance: 2,
      },
      {
        id: '2001-01-01t00-07-00-flight-2',
        date: '2001-01-01T00:07:00',
        title: 'Flight 2',
        organizations: ['aa'],
      },
    ])
    const days = rootOf(await run(parquet, '--date', 'day', ...columns)).events
    expect(days[19].date).toBe('2001-01-20')
    const years = rootOf(await run(parquet, '--date', 'y', '--title', 'route')).events
    expect(years[19].date).toBe('2009')
  })

  it('says what is wrong with how it is called', async () => {
    const good = file('a.ndjson', '{"date":"2019","title":"A"}\n')
    const table = file('a.csv', 'x,y\n1,2\n')
    const other = file('a.txt', 'x')
    await expect(run()).rejects.toThrow('No file was given.')
    await expect(run(other)).rejects.toThrow('its ending does not say')
    await expect(run(good, table)).rejects.toThrow('different kinds')
    await expect(run(join(folder, 'no.csv'))).rejects.toThrow('no such file')
    await expect(run(table)).rejects.toThrow('Which column is the')
    await expect(run(table, '--date', 'z')).rejects.toThrow('There is no column z')
    await expect(run(file('a.parquet', 'no parquet'))).rejects.toThrow('a.parquet: ')
    const context = { out: () => {}, talk: () => {}, home: new URL('file:///') }
    await expect(tile([good], {}, context)).rejects.toThrow('No folder was given')
    await expect(tile([good], { out: folder }, context)).rejects.toThrow('not empty')
  })

  it('makes no folder of what holds no timeline', async () => {
    const result = await run(file('a.json', '{"a": 1}'))
    expect(result).toMatchObject({ code: 1, files: {} })
    expect(result.talk).toContain('no-events')
  })
})
