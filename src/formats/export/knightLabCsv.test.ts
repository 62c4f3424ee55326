import { describe, expect, it } from 'vitest'
import type { TimelineDocument } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { readCsvTable } from '#formats/import/csvTable.ts'
import { importKnightLabCsv } from '#formats/import/knightLabCsv.ts'
import { dateWords } from '#i18n/dateWords.en.ts'
import { exportKnightLabCsv } from './knightLabCsv.ts'
import { markdownToHtml } from './markdownToHtml.ts'

function read(json: object): TimelineDocument {
  const { document } = readDocument({ version: 1, title: 'T', ...json })
  if (document === undefined) throw new Error('No document')
  return document
}

/** The filled cells of the row of the only event. */
function rowOf(event: object) {
  const document = read({ events: [{ id: 'a', title: 'A', ...event }] })
  const { columns, rows } = readCsvTable(exportKnightLabCsv(document, dateWords).text)
  const cells = rows.at(-1)?.cells ?? []
  return Object.fromEntries(
    columns.flatMap((column, index) =>
      cells[index] === '' || column === 'Headline' ? [] : [[column, cells[index]]],
    ),
  )
}

describe('exportKnightLabCsv', () => {
  it.each<[string, object]>([
    ['2016', { Year: '2016' }],
    ['2019-07', { Year: '2019', Month: '7' }],
    ['2019-07-26', { Year: '2019', Month: '7', Day: '26' }],
    ['2019-07-26T09:05', { Year: '2019', Month: '7', Day: '26', Time: '09:05:00' }],
    ['-0550', { Year: '-551' }],
    ['2014/2016-03', { Year: '2014', 'End Year': '2016', 'End Month': '3' }],
    ['2016~', { Year: '2016', 'Display Date': 'about 2016' }],
    ['196X', { Year: '1960', 'End Year': '1969', 'Display Date': '1960s' }],
    ['2017-12/..', { Year: '2017', Month: '12', 'End Year': '2017', 'End Month': '12' }],
    ['[2014,2016]', { Year: '2014', 'End Year': '2016', 'Display Date': '2014 or 2016' }],
    ['Y-13800000000', { Year: '-13800000000' }],
  ])('writes %s', (date, cells) => {
    expect(rowOf({ date })).toMatchObject(cells)
  })

  it('comes back through the importer, as far as the columns go', () => {
    const document = read({
      organizations: [{ id: 'webank', name: 'WeBank' }],
      eras: [{ id: 'e', title: 'Era', date: '2014/2016' }],
      events: [
        {
          date: '2014-12-16',
          title: 'Founded',
          body: 'As a **bank**.\n\n- one\n- two',
          organizations: ['webank'],
          media: [{ type: 'image', src: 'https://x.org/a.png', alt: 'A', caption: 'B' }],
        },
        { date: '-0043-03-15', title: 'Ides' },
        { date: '2016~', title: 'About' },
      ],
    })
    const { json } = importKnightLabCsv(exportKnightLabCsv(document, dateWords).text)
    expect(json).toMatchObject({
      title: 'T',
      organizations: [{ name: 'WeBank' }],
      eras: [{ title: 'Era', date: '2014/2016' }],
      events: [
        {
          date: '2014-12-16',
          title: 'Founded',
          body: 'As a **bank**.\n\n- one\n- two',
          media: [{ src: 'https://x.org/a.png', alt: 'A', caption: 'B' }],
        },
        { date: '-0043-03-15' },
        { date: '2016~' },
      ],
    })
  })

  it('counts what has no column', () => {
    const document = read({
      topics: [{ id: 't', title: 'T' }],
      events: [
        { date: '2017-12/..', title: 'A', topics: ['t'], details: [{ label: 'a', value: 'b' }] },
      ],
    })
    const { problems } = exportKnightLabCsv(document, dateWords)
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('doubts'),
      expect.stringContaining('topics (1)'),
      expect.stringContaining('details (1)'),
    ])
  })
})

describe('markdownToHtml', () => {
  it.each([
    [
      'A **b** *c* `d<e` [f](https://x.org)',
      '<p>A <b>b</b> <i>c</i> <code>d&lt;e</code> <a href="https://x.org">f</a></p>',
    ],
    ['### A\n\n- b\n- c', '<h3>A</h3><ul><li>b</li><li>c</li></ul>'],
    ['a_b_c <b>x</b> & ~y~', '<p>a_b_c &lt;b>x&lt;/b> &amp; ~y~</p>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['\\*a\\*', '<p>*a*</p>'],
  ])('writes %s', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html)
  })
})
