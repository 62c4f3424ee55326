import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { importCsv } from './csv.ts'
import { csvRoles, type CsvMapping, type CsvRole } from './csvMapping.ts'
import { readCsvTable } from './csvTable.ts'
import { importFile } from './importFile.ts'

/** What comes out of a table when nobody corrects the guess. */
async function importGuessed(text: string) {
  const asked = await importFile({ name: 'x.csv', text, format: 'csv' })
  if (!('needsMapping' in asked)) throw new Error('Taken for a table of ours')
  const { columns, guess } = asked.needsMapping
  const { json, problems } = importCsv(text, guess)
  return { columns, roles: guess.roles, events: json['events'], json, problems }
}

function mapping(...roles: CsvRole[]): CsvMapping {
  return { roles }
}

const codes = (problems: readonly { code: string; line?: number }[]) =>
  problems.map(({ code, line }) => `${code}:${String(line)}`)

describe('readCsvTable', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\r\n1;2'],
    ['tabs and old line ends', 'a\tb\r1\t2\r'],
    ['a byte order mark', '\uFEFFa,b\n1,2'],
    ["Excel's own first line", 'sep=;\na;b\n1;2'],
    ['columns without a name or a value at the end', 'a,b,,\n1,2,,\n,,,\n'],
  ])('reads %s', (_name, text) => {
    const { columns, rows } = readCsvTable(text)
    expect(columns).toEqual(['a', 'b'])
    expect(rows.map(({ cells }) => cells)).toEqual([['1', '2']])
  })

  it('counts lines through line breaks in cells, blank lines and the line of Excel', () => {
    const { rows } = readCsvTable('sep=,\na,b\n"x\ny",1\n\n\nz,2\n')
    expect(rows.map(({ line }) => line)).toEqual([3, 7])
  })

  it('tells of a quotation mark that is never closed', () => {
    expect(codes(readCsvTable('a,b\n1,2\n"x,3\n4,5\n').problems)).toContain('import-quotes:3')
  })
})

describe('guessMapping', () => {
  it.each([
    ['Date,Event,Description', '2018-01-02,A,b', 'date title summary'],
    ['日期,事件,当事人,备注', '2024-03-15,签订借款合同,张某,借款', 'date title people summary'],
    ['id,content,start,end,group', '1,A,2003,2008,x', 'id title date end organizations'],
    ['startDate,endDate,Headline,URL', '2003,2008,A b,https://x.org', 'date end title link'],
    ['Year,Month,Day,Name', '2003,4,5,A b', 'year month day title'],
    ['Updated,When,What', '2020-01-01,1848,Revolution', 'detail date title'],
    ['name,type,url,born', 'A b,war,n/a,1848', 'title topics detail date'],
    ['1789,George Washington', '1797,John Adams', 'date title'],
    ['foo,bar', '1848,Revolution', 'date title'],
    ['Event,Date', 'A,B', 'title detail'],
  ])('takes %s for what it is', async (header, row, roles) => {
    expect((await importGuessed(`${header}\n${row}\n`)).roles.join(' ')).toBe(roles)
  })

  it('takes long texts of a column called Topic for titles, and the year as a second choice', async () => {
    const { roles, events } = await importGuessed(
      'Year,Topic,Exact Date,Tags\n1831,Richard Harlan notes the value of the library of Jefferson,May 1831,"a, b"\n' +
        '1859,Duplicates are donated to another library that lost its own,two years before,a\n',
    )
    expect(roles).toEqual(['year', 'title', 'date', 'topics'])
    expect(events).toMatchObject([
      { date: '1831-05', topics: ['a', 'b'] },
      { date: '1859', dateNote: 'two years before' },
    ])
  })
})

describe('importCsv', () => {
  it('lets one cell decide the order of day and month for all', () => {
    const text = 'd,t\n3/4/2018,A\n13/4/2018,B\n'
    expect(importCsv(text, mapping('date', 'title')).json['events']).toEqual([
      { date: '2018-04-03', title: 'A' },
      { date: '2018-04-13', title: 'B' },
    ])
  })

  it('keeps both days where nothing decides, says so once, and obeys when told', () => {
    const text = 'd,t\n3/4/2018,A\n5/6/2018,B\n'
    const { json, problems } = importCsv(text, mapping('date', 'title'))
    expect(json['events']).toMatchObject([
      { date: '[2018-03-04,2018-04-03]' },
      { date: '[2018-05-06,2018-06-05]' },
    ])
    expect(codes(problems)).toEqual(['import-date-order:2'])
    expect(
      importCsv(text, mapping('date', 'title'), { dateOrder: 'month-first' }).json['events'],
    ).toMatchObject([{ date: '2018-03-04' }, { date: '2018-05-06' }])
  })

  it('does not decide when the cells contradict each other', () => {
    const text = 'd,t\n13/4/2018,A\n4/13/2018,B\n3/4/2018,C\n'
    const { json, problems } = importCsv(text, mapping('date', 'title'))
    expect(json['events']).toMatchObject([
      { date: '2018-04-13' },
      { date: '2018-04-13' },
      { date: '[2018-03-04,2018-04-03]' },
    ])
    expect(codes(problems)).toContain('import-date-order:4')
  })

  it.each([
    ['2014', '2016', '2014/2016'],
    ['2014', 'present', '2014/..'],
    ['', '2016', '/2016'],
    ['2014-05', '2014-05', '2014-05'],
    ['2014 – 2016', '', '2014/2016'],
    ["'-0550", '', '-0550'],
  ])('joins %s and %s', (start, end, date) => {
    const text = `a,b,t\n"${start}","${end}",A\n`
    expect(importCsv(text, mapping('date', 'end', 'title')).json['events']).toEqual([
      { date, title: 'A' },
    ])
  })

  it.each([
    ['2003,4,5,9:30 pm', '2003-04-05T21:30'],
    ['2003,April,,', '2003-04'],
    ['2003,,,', '2003'],
    ['500 BC,,,', '-0499'],
  ])('puts %s together', (cells, date) => {
    const text = `y,m,d,h,t\n${cells},A\n`
    const roles = mapping('year', 'month', 'day', 'time', 'title')
    expect(importCsv(text, roles).json['events']).toMatchObject([{ date, title: 'A' }])
  })

  it.each([
    ['no date', ',A', 'date-missing:2'],
    ['a date that is none', 'soon,A', 'date-unreadable:2'],
    ['a date and nothing else', '2014,', 'import-row-empty:2'],
    ['an end before the start', '2014,A,2013', 'date-end-before-start:2'],
    ['more cells than columns', '2014,A,,x', 'import-cells-extra:2'],
  ])('tells of %s with its line', (_name, row, code) => {
    const text = `d,t,e\n${row}\n`
    expect(codes(importCsv(text, mapping('date', 'title', 'end')).problems)).toContain(code)
  })

  it('takes tags out of titles, makes Markdown of bodies, and keeps pictures', () => {
    const text =
      'd,t,b\n2014,A <i>b</i> &amp; c,"<p>x <b>y</b><img src=""https://x.org/i.png""></p>"\n'
    expect(importCsv(text, mapping('date', 'title', 'body')).json['events']).toEqual([
      {
        date: '2014',
        title: 'A b & c',
        body: 'x **y**',
        media: [{ type: 'image', src: 'https://x.org/i.png', alt: 'A b & c' }],
      },
    ])
  })

  it('shortens a title of several sentences, and loses none of them', () => {
    const whole = `${'A first sentence that goes on for a while. '.repeat(5)}End.`
    const { json, problems } = importCsv(`d,t\n2014,${whole}\n`, mapping('date', 'title'))
    expect(json['events']).toEqual([
      { date: '2014', title: 'A first sentence that goes on for a while', body: whole },
    ])
    expect(codes(problems)).toEqual(['import-title-shortened:2'])
  })

  it('lists names once, whatever their case, and splits what is a list', () => {
    const text =
      'd,t,o,p,k\n2014,A,"WeBank; Acme, Inc.",Ada Lovelace,"x, y"\n2015,B,webank,"Bo Li, Ann Ho",Y\n'
    const roles = mapping('date', 'title', 'organizations', 'people', 'topics')
    expect(importCsv(text, roles).json).toMatchObject({
      organizations: [
        { id: 'webank', name: 'WeBank' },
        { id: 'acme-inc', name: 'Acme, Inc.' },
      ],
      people: [{ name: 'Ada Lovelace' }, { name: 'Bo Li' }, { name: 'Ann Ho' }],
      topics: [
        { id: 'x', title: 'x' },
        { id: 'y', title: 'y' },
      ],
      events: [{ organizations: ['webank', 'acme-inc'] }, { organizations: ['webank'] }],
    })
  })

  it('keeps what is no address as a detail, and pages in a column of pictures as links', () => {
    const text =
      'd,t,u,i\n2014,A,see page 3,https://www.youtube.com/watch?v=1\n2015,B,n/a,a/b.png\n'
    expect(importCsv(text, mapping('date', 'title', 'link', 'image')).json['events']).toMatchObject(
      [
        {
          details: [{ label: 'u', value: 'see page 3' }],
          links: [{ title: 'youtube.com', url: 'https://www.youtube.com/watch?v=1' }],
        },
        { media: [{ src: 'a/b.png' }] },
      ],
    )
  })

  it('loses no row: each is an event or a problem with its line, for any table and mapping', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '2014',
        '3/4/2018',
        '-500',
        'A',
        '<b>x',
        'a;b',
        '1',
        'https://x.org',
        '=',
      ),
      fc.string({ maxLength: 12 }),
    )
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
    const roles = fc.array(fc.constantFrom(...csvRoles), { maxLength: 5 })
    fc.assert(
      fc.property(table, roles, (rows, roles) => {
        const quoted = rows.map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
        )
        // The names hold no digit, so that the first row is not taken for an event.
        const text = ['a,b,c,d,e', ...quoted].join('\n')
        const { json, problems } = importCsv(text, { roles })
        const filled = readCsvTable(text, { isHeader: () => true }).rows
        const events = Array.isArray(json['events']) ? json['events'].length : -1
        const left = new Set(
          problems.flatMap(({ severity, code, line }) =>
            severity === 'error' || code === 'import-row-empty' ? [line] : [],
          ),
        )
        expect(events + left.size).toBe(filled.length)
        expect(readDocument(json).document?.events).toHaveLength(events)
      }),
    )
  })

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await importFile({ name: 'x.csv', text, format: 'csv' })).toHaveProperty('format')
      }),
    )
  })
})
