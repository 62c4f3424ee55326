import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { readJsLiteral } from './jsLiteral.ts'
import { importVis } from './vis.ts'
import { readVisDate } from './visDate.ts'

const script = `
import { DataSet, Timeline } from 'vis-timeline'
/* it's not: new vis.DataSet([{ start: '1', content: 'comment' }]) -- but close */
const groups = new DataSet([{ id: 'b', content: '<b>Bishops</b>' }, { id: 2, content: 'Kings' }])
function build() {
  if (ready) return
  const items = new DataSet([
    { id: 1, group: 2, content: 'Reign of \\'A\\'', start: new Date(1014, 3, 20), end: new Date(1016, 0), },
    { id: 2, group: 'b', content: "See <a href='https://x.org'>there</a>", start: '1015-02-03T00:00:00.000Z' }, // end
    { "type": "background", content: 'The war', start: '1014', end: '1017', className: 'red' },
    { content: \`A \` + 'tooltip', start: 1400000000000, title: '<p>One</p><p>Two</p>', note: 'kept' },
    { content: 'Later', start: computed(1, [2]), style: 'color: red' },
    { content: 'Twisted', start: '1016', end: '1015' },
    ...others,
  ])
  const options = { start: '1900', end: '2000', template: function (item) { return \`<b>\${item.content}</b>\` } }
}
`

describe('importVis', () => {
  const { json, problems } = importVis(script)

  it('reads items and groups out of a script', () => {
    expect(json).toEqual({
      version: 1,
      title: 'Untitled timeline',
      organizations: [
        { id: 'bishops', name: 'Bishops' },
        { id: 'kings', name: 'Kings' },
      ],
      eras: [{ id: 'the-war-1014-1017', title: 'The war', date: '1014/1017' }],
      events: [
        { id: '1', date: '1014-04-20/1016-01', title: "Reign of 'A'", organizations: ['kings'] },
        {
          id: '2',
          date: '1015-02-03',
          title: 'See there',
          organizations: ['bishops'],
          links: [{ title: 'there', url: 'https://x.org/' }],
        },
        {
          date: '2014-05-13T16:53:20Z',
          title: 'A tooltip',
          body: 'One\n\nTwo',
          details: [{ label: 'note', value: 'kept' }],
        },
      ],
    })
    expect(readDocument(json).problems).toEqual([])
  })

  it('tells what it could not take, with lines', () => {
    expect(
      problems.map(({ severity, code, line }) => `${severity} ${code} ${String(line)}`),
    ).toEqual([
      'error date-unreadable 12',
      'error date-end-before-start 13',
      'note import-no-place 10',
    ])
  })

  it('reads the same out of JSON', () => {
    const items = [{ id: 7, content: 'A', start: '2014-04-20', group: 1 }]
    const groups = [{ id: 1, content: 'G' }]
    expect(importVis(JSON.stringify({ items, groups })).json).toMatchObject({
      organizations: [{ name: 'G' }],
      events: [{ id: '7', date: '2014-04-20', organizations: ['g'] }],
    })
  })

  it('takes first days of years for years where all dates are such, and says so', () => {
    const all = importVis(
      "[{start:'1914-01-01',end:'1918-12-31',content:'A'},{start:'1920-01-01',content:'B'},{start:'1930-01-01',content:'C'}]",
    )
    expect(all.json['events']).toMatchObject([
      { date: '1914/1918' },
      { date: '1920' },
      { date: '1930' },
    ])
    expect(all.problems.map(({ code }) => code)).toEqual(['import-date-guessed'])
    const some = importVis("[{start:'1914-01-01',content:'A'},{start:'1920-01-02',content:'B'}]")
    expect(some.json['events']).toMatchObject([{ date: '1914-01-01' }, { date: '1920-01-02' }])
  })

  it('loses no item, and never throws', () => {
    const start = fc.constantFrom(
      '"2014"',
      'new Date(2014, 13, 40)',
      'now()',
      '5',
      '"soon"',
      '[1]',
      '',
    )
    const entry = start.map((text) => `{ start: ${text}, content: 'A' }`)
    fc.assert(
      fc.property(fc.array(entry), fc.string(), (entries, around) => {
        const { json, problems } = importVis(
          `${around.replace(/["'`/{[]/g, '')}[${entries.join(',\n')}]`,
        )
        const events = Array.isArray(json['events']) ? json['events'].length : -1
        const errors = problems.filter(({ severity }) => severity === 'error').length
        expect(events + errors).toBe(entries.length)
        expect(readDocument(json).document?.events).toHaveLength(events)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(importVis(text)).toHaveProperty('json')
      }),
    )
  })

  it.each([
    '{a:',
    '[',
    '{a:[{',
    '{"a":"',
    '{a:(',
    "{a:'\\",
    '{...[',
    '{start:1,content:{',
    '/*',
    '<!--',
  ])('is not held up by a hundred thousand of %s', (piece) => {
    expect(importVis(piece.repeat(100_000 / piece.length)).json).toHaveProperty('events', [])
  })
})

describe('readVisDate', () => {
  it.each([
    ["'2014-04-20'", '2014-04-20'],
    ["'2014-04-20 00:00:00'", '2014-04-20'],
    ["'2014-04-20T09:30'", '2014-04-20T09:30'],
    ["'-000333-05-01'", '-0333-05-01'],
    ["'+000033-02-01'", '0033-02-01'],
    ["'-011700-01-01'", 'Y-11700'],
    ["'-000000-01-01'", '0000-01-01'],
    ["'-210-01-01'", '-0210-01-01'],
    ["'April 20, 2014'", '2014-04-20'],
    ["'3/4/2018'", '2018-03-04'],
    ['new Date(2014, 3, 20)', '2014-04-20'],
    ['new Date(2014, 3)', '2014-04'],
    ['new Date(2014, 12, 1)', '2015-01-01'],
    ['new Date(2014, 0, 31, 9, 5)', '2014-01-31T09:05'],
    ['new Date(99, 0)', '1999-01'],
    ['new Date(-500, 0, 1)', '-0500-01-01'],
    ["new Date('2014-04-20').getTime()", '2014-04-20'],
    ["vis.moment('2014-04-20')", '2014-04-20'],
    ['moment([2014, 3, 20])', '2014-04-20'],
    ['Date.UTC(2014, 3, 20)', '2014-04-20'],
    ['1397952000000', '2014-04-20'],
    ['-509', '-0509'],
  ])('reads %s as %s', (source, edtf) => {
    const budget = { left: 1000 }
    const literal = readJsLiteral(`[${source}]`, 0, budget)?.value
    const value = literal?.kind === 'list' ? literal.list[0] : undefined
    expect(value && readVisDate(value)).toMatchObject({ kind: 'date', edtf })
  })
})
