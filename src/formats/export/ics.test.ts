import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineDocument } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { someDocument } from '#formats/export/testing/someDocument.ts'
import { importIcs } from '#formats/import/ics.ts'
import { exportIcs } from './ics.ts'

function read(json: unknown): TimelineDocument {
  const { document } = readDocument(json)
  if (document === undefined) throw new Error('No document')
  return document
}

function only(event: object): TimelineDocument {
  return read({ version: 1, title: 'A', events: [{ id: 'a', title: 'B', ...event }] })
}

/** The properties of the only event, without folds. */
function linesOf(document: TimelineDocument): readonly string[] {
  return exportIcs(document).text.replaceAll('\r\n ', '').split('\r\n')
}

describe('exportIcs', () => {
  it('gives back every document as it was', () => {
    fc.assert(
      fc.property(someDocument, (json) => {
        const document = read(json)
        const { json: back, problems } = importIcs(exportIcs(document).text)
        expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
        expect(read(back)).toEqual(document)
      }),
    )
  })

  it('gives back the shipped story', () => {
    const document = read(JSON.parse(readFileSync('public/timeline.json', 'utf8')))
    expect(read(importIcs(exportIcs(document).text).json)).toEqual(document)
  })

  it('writes lines of at most 75 octets that end in CR LF', () => {
    fc.assert(
      fc.property(someDocument, (json) => {
        const { text } = exportIcs(read(json))
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\n]/)
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
      }),
    )
  })

  it.each([
    ['2019-07-26', ['DTSTART;VALUE=DATE:20190726']],
    ['2019-07-26/2019-07-28', ['DTSTART;VALUE=DATE:20190726', 'DTEND;VALUE=DATE:20190729']],
    ['2019', ['DTSTART;VALUE=DATE:20190101', 'DTEND;VALUE=DATE:20200101', 'X-EDTF:2019']],
    ['2019-07-26T09:00', ['DTSTART:20190726T090000']],
    ['2019-07-26T09:00Z', ['DTSTART:20190726T090000Z']],
    ['2019-07-26T09:00+08:00', ['DTSTART:20190726T010000Z', 'X-EDTF:2019-07-26T09:00+08:00']],
    ['2019-07-26~', ['DTSTART;VALUE=DATE:20190726', 'X-EDTF:2019-07-26~']],
    ['2017-12-01/..', ['DTSTART;VALUE=DATE:20171201', 'X-EDTF:2017-12-01/..']],
    [
      '[2014-01-01,2016-01-01]',
      [
        'DTSTART;VALUE=DATE:20140101',
        'DTEND;VALUE=DATE:20160102',
        'X-EDTF:[2014-01-01\\,2016-01-01]',
      ],
    ],
  ])('writes %s', (date, dates) => {
    const lines = linesOf(only({ date })).filter((line) => /^(DTSTART|DTEND|X-EDTF)/.test(line))
    expect(lines).toEqual(dates)
  })

  it('says what calendars cannot show, and keeps it', () => {
    const document = read({
      version: 1,
      title: 'A',
      events: [
        { id: 'a', date: '-0550', title: 'Cyrus' },
        { id: 'b', date: '2014', title: 'B', organizations: ['webank'] },
      ],
    })
    const { text, problems } = exportIcs(document)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(problems).toMatchObject([
      { code: 'export-no-place', severity: 'warning', path: 'events[0].date' },
      {
        code: 'export-no-place',
        severity: 'note',
        message: expect.stringContaining('organisations'),
      },
    ])
    expect(read(importIcs(text).json)).toEqual(document)
  })

  it('lets what was changed in a calendar program stay changed', () => {
    const document = only({ date: '2014~', summary: 'Old', body: 'Text', people: [] })
    const changed = exportIcs(document)
      .text.replace('SUMMARY:B', 'SUMMARY:New')
      .replace('DESCRIPTION:Old', 'DESCRIPTION:Newer')
      .replace('VALUE=DATE:20140101', 'VALUE=DATE:20130101')
    expect(importIcs(changed).json['events']).toMatchObject([
      { title: 'New', body: 'Newer\n\nText', date: '2013-01-01/2014-12-31' },
    ])
  })

  it('does so where a property of ours says more', () => {
    const document = only({ date: '2014', title: { en: 'B', 'zh-Hans': '乙' } })
    const { text } = exportIcs(document)
    expect(importIcs(text).json['events']).toMatchObject([{ title: { 'zh-Hans': '乙' } }])
    const changed = text.replace('SUMMARY:B', 'SUMMARY:New')
    expect(importIcs(changed).json['events']).toMatchObject([{ title: 'New' }])
  })

  it('shows place, link and topics to every calendar', () => {
    const document = read({
      version: 1,
      title: 'A',
      topics: [{ id: 't', title: 'Feasts, and more' }],
      events: [
        {
          date: '2014',
          title: 'B',
          topics: ['t'],
          links: [{ title: 'x', url: 'https://x.org/a,b' }],
          details: [{ label: 'Location', value: 'Mill; left' }],
        },
      ],
    })
    expect(linesOf(document)).toEqual(
      expect.arrayContaining([
        'CATEGORIES:Feasts\\, and more',
        'LOCATION:Mill\\; left',
        'URL:https://x.org/a,b',
      ]),
    )
  })
})
