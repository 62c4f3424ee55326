import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFormat, type Format } from './detectFormat.ts'

describe('detectFormat', () => {
  it.each<[Format, string, string]>([
    ['throughline', 'a.json', '{"version": 1, "title": "A", "events": []}'],
    ['throughline', 'a.txt', '\uFEFF  [{"date": "2014", "title": "A"}]'],
    ['throughline', 'a.json', '{"version": 1, "title": "A", "events": [}'],
    ['throughline', 'a.json', '{"version": 1}'],
    [
      'timelinejs',
      'a.json',
      '{"events": [{"start_date": {"year": 1}, "text": {"headline": "A"}}]}',
    ],
    ['timelinejs', 'a.json', '{"title": {"text": {"headline": "A"}}, "events": []}'],
    ['timelinejs', 'a.json', '{"timeline": {"headline": "A", "date": [{"startDate": "2011"}]}}'],
    ['timelinejs', 'a.jsonp', 'storyjs_jsonp_data = {"timeline": {}}'],
    ['timelinejs', 'a.js', 'let a = {"events": [{"start_date": {}, "text": {"headline": "A"}},]}'],
    ['timelinejs', 'a.json', '{"timeline": {"date": [{"startDate": "2011", "headline": "A"},]}}'],
    ['vis', 'a.json', '[{"id": 1, "content": "A", "start": "2014"}]'],
    ['vis', 'a.json', '{"items": [{"content": "A", "start": "2014"}], "groups": []}'],
    ['vis', 'a.js', 'var items = new vis.DataSet([{id: 1, start: new Date(2014, 3)}])'],
    ['vis', 'a.html', '<!doctype html><script>new vis.Timeline(a, b)</script>'],
    ['vis', 'a', "[{ start: '2014', content: 'A' },]"],
    ['ics', 'a.txt', 'begin:vcalendar\r\nEND:VCALENDAR'],
    ['knightlab-csv', 'a.csv', 'Year,Month,Day,Time,End Year,Headline,Text\n2014,,,,,A,b'],
    ['knightlab-csv', 'a.csv', 'Start Date\tEnd Date\tHeadline\n2014\t\tA'],
    ['knightlab-csv', 'a.csv', ',startMonth,endYear,headline\n2014,5,,A'],
    ['csv', 'a.txt', 'Date,Event\n2014,A\n2015,B'],
    ['csv', 'a', 'Datum;Ereignis\n2014;A, b\n2015;B'],
    ['csv', 'a.csv', 'Date\n2014'],
    ['markdown', 'a.txt', '# History\n\n- 2014: A\n- 2015, June: B'],
    ['markdown', 'a', '| Year | What |\n|---|---|\n| 2014 | A, b |'],
    ['markdown', 'notes.md', 'Nothing much.'],
    ['markdown', 'notes.txt', '2014: A began\n2015: B'],
    ['unknown', 'a.html', '<!doctype html><p>Hello'],
    ['unknown', 'a.xlsx', 'PK\u0003\u0004'],
    ['unknown', 'a.json', '{"type": "FeatureCollection", "features": []}'],
    ['unknown', 'a.json', '5'],
    ['unknown', 'a', ''],
    ['unknown', 'a.csv', ''],
  ])('finds %s in %s: %j', (format, name, text) => {
    expect(detectFormat(name, text)).toBe(format)
  })

  it('never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '[', '"start"', ':', ',', '\n', '- ', '|', 'BEGIN:VCALENDAR', '<'),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.array(piece), (name, pieces) => {
        expect(typeof detectFormat(name, pieces.join(''))).toBe('string')
      }),
    )
  })
})
