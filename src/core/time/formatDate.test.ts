import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateWords as english } from '#i18n/dateWords.en.ts'
import { dateWords as chinese } from '#i18n/dateWords.zh-Hans.ts'
import type { DateWords } from './dateWords.ts'
import type { EventDate } from './eventDate.ts'
import { formatDate, formatSpan, precisionWords } from './formatDate.ts'
import { parseDate } from './parseDate.ts'
import { edtfToSpan } from './spanText.ts'

function date(text: string): EventDate {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(`${text}: expected ${reading.expected}`)
  return reading.date
}

const enWords: DateWords = english
const zhWords: DateWords = chinese
const en = (text: string) => formatDate(date(text), enWords, 'long')
const zh = (text: string) => formatDate(date(text), zhWords, 'long')

/** Rows that docs/dates.md shows too must be told there in the same words. */
const table: [edtf: string, english: string, chinese: string][] = [
  ['2019', '2019', '2019年'],
  ['2019-07', 'July 2019', '2019年7月'],
  ['2019-07-26', '26 July 2019', '2019年7月26日'],
  ['2019-07-26T09:00', '26 July 2019, 09:00', '2019年7月26日 09:00'],
  ['2019-07-26T09', '26 July 2019, 09 h', '2019年7月26日 9时'],
  ['2019-07-26T09:00:30.250Z', '26 July 2019, 09:00:30.250 UTC', '2019年7月26日 09:00:30.250 UTC'],
  ['2019-07-26T09:00+08:00', '26 July 2019, 09:00 UTC+8', '2019年7月26日 09:00 UTC+8'],
  ['2019-07-26T09:00-05:30', '26 July 2019, 09:00 UTC−5:30', '2019年7月26日 09:00 UTC−5:30'],
  ['196X', '1960s', '1960年代'],
  ['18XX', '19th century', '19世纪'],
  ['20XX', '21st century', '21世纪'],
  ['-05XX', '6th century BCE', '公元前6世纪'],
  ['00XX', '1st century', '1世纪'],
  ['-00XX', '1st century BCE', '公元前1世纪'],
  ['1XXX', '2nd millennium', '公元第2个千年'],
  ['-055X', '560–551 BCE', '公元前560至公元前551'],
  ['0000', '1 BCE', '公元前1年'],
  ['-0550', '551 BCE', '公元前551年'],
  ['0476', '476 CE', '公元476年'],
  ['-0043-03-15', '15 March 44 BCE', '公元前44年3月15日'],
  ['Y-12000', '12,000 BCE', '公元前12000年'],
  ['Y-66000000~', 'about 66 million years ago', '约6600万年前'],
  ['Y-138E8', '13.8 billion years ago', '138亿年前'],
  ['Y5000000000', '5 billion years from now', '50亿年后'],
  ['1950S2', 'about 1950', '约1950年'],
  ['2016~', 'about 2016', '约2016年'],
  ['2016?', '2016?', '2016年（？）'],
  ['2016%', 'about 2016?', '约2016年（？）'],
  ['2019-21', 'spring 2019', '2019年春季'],
  ['2019-27', 'northern autumn 2019', '2019年秋季（北半球）'],
  ['2019-30', 'southern summer 2019', '2019年夏季（南半球）'],
  ['2019-34', 'Q2 2019', '2019年第二季度'],
  ['2019-39', 'last third of 2019', '2019年第三个四个月'],
  ['2019-40', 'first half of 2019', '2019年上半年'],
  ['2014/2015', '2014–2015', '2014年至2015年'],
  ['2019-07-26T09:00:30.9Z', '26 July 2019, 09:00:30.9 UTC', '2019年7月26日 09:00:30.9 UTC'],
  ['2019-07-26T09:00:30.05', '26 July 2019, 09:00:30.05', '2019年7月26日 09:00:30.05'],
  ['1972-06-30T23:59:60Z', '30 June 1972, 23:59:60 UTC', '1972年6月30日 23:59:60 UTC'],
  ['2022-05-05/2022-05-08', '5–8 May 2022', '2022年5月5日至8日'],
  ['2022-05-28/2022-06-03', '28 May – 3 June 2022', '2022年5月28日至6月3日'],
  ['2022-12-28/2023-01-03', '28 December 2022 – 3 January 2023', '2022年12月28日至2023年1月3日'],
  ['2022-05/2022-06', 'May–June 2022', '2022年5月至6月'],
  ['2022-05/2022-06-03', 'May 2022 – 3 June 2022', '2022年5月至2022年6月3日'],
  ['2022-05-05/2022-05-05', '5 May 2022', '2022年5月5日'],
  ['2022-05-05/2022-05-08~', '5 May 2022 – about 8 May 2022', '2022年5月5日至约2022年5月8日'],
  ['-0043-03-15/-0043-03-17', '15–17 March 44 BCE', '公元前44年3月15日至17日'],
  [
    '1969-07-20T15:17Z/1969-07-20T17:32Z',
    '20 July 1969, 15:17–17:32 UTC',
    '1969年7月20日 15:17至17:32 UTC',
  ],
  [
    '1969-07-20T17:44Z/1969-07-21T21:35Z',
    '20 July, 17:44 – 21 July 1969, 21:35 UTC',
    '1969年7月20日 17:44至21日 21:35 UTC',
  ],
  [
    '1969-07-20T17:44Z/1969-07-20T21:35+02:00',
    '20 July 1969, 17:44 UTC – 20 July 1969, 21:35 UTC+2',
    '1969年7月20日 17:44 UTC至1969年7月20日 21:35 UTC+2',
  ],
  ['0813/0833', '813–833 CE', '公元813年至公元833年'],
  ['-3399/-3199', '3400–3200 BCE', '公元前3400年至公元前3200年'],
  ['Y-538800000~/Y-515000000~', 'about 538.8–515 million years ago', '约5.388亿年前至约5.15亿年前'],
  ['2016-03/2019-07', 'March 2016 – July 2019', '2016年3月至2019年7月'],
  ['2017-12/..', 'since December 2017', '2017年12月起'],
  ['../2017-12', 'until December 2017', '至2017年12月'],
  ['2017-12/', 'from December 2017, end not known', '2017年12月起，结束时间不详'],
  ['/2017-12', 'until December 2017, start not known', '至2017年12月，开始时间不详'],
  ['[2014,2016..2018]', '2014 or 2016–2018', '2014年或2016年至2018年'],
  ['[..1984]', '1984 or earlier', '1984年或更早'],
  ['[1984..]', '1984 or later', '1984年或更晚'],
  ['{2014,2015,2017}', '2014, 2015 and 2017', '2014年、2015年和2017年'],
  ['156X-12-25', '1560s (156X-12-25)', '1560年代 (156X-12-25)'],
  ['2019-XX-XX', '2019', '2019年'],
  ['2004-06~-11', 'about 11 June 2004', '约2004年6月11日'],
]

describe('formatDate', () => {
  it.each(table)('%s is "%s" and "%s"', (text, inEnglish, inChinese) => {
    expect(en(text)).toBe(inEnglish)
    expect(zh(text)).toBe(inChinese)
  })

  it('says what docs/dates.md says', () => {
    const page = readFileSync('docs/dates.md', 'utf8')
    const rows = page.split('\n').filter((row) => row.startsWith('| `'))
    const shown = table.filter(([edtf]) => rows.some((row) => row.startsWith(`| \`${edtf}\` `)))
    expect(shown.length).toBeGreaterThan(20)
    for (const [edtf, inEnglish, inChinese] of shown) {
      const row = rows.find((text) => text.startsWith(`| \`${edtf}\` `))
      expect(row).toContain(inEnglish)
      expect(row).toContain(inChinese)
    }
  })

  it('abbreviates months when short, September to three letters', () => {
    const short = (text: string) => formatDate(date(text), enWords, 'short')
    expect(short('2019-07-26')).toBe('26 Jul 2019')
    expect(short('2015-09')).toBe('Sep 2015')
    expect(short('-0043-03-15')).toBe('15 Mar 44 BCE')
  })

  it('gives each month of BCE its own name and the right day', () => {
    const day = fc.integer({ min: 1, max: 28 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), day, (year, dayOfMonth) => {
        const two = String(dayOfMonth).padStart(2, '0')
        const four = String(year).padStart(4, '0')
        expect(en(`-${four}-02-${two}`)).toBe(
          `${String(dayOfMonth)} February ${enWords.bce(String(year + 1))}`,
        )
      }),
    )
  })
})

describe('precisionWords', () => {
  it.each([
    ['2019-07-26', 'exact to the day', '精确到日'],
    ['2019-07-26T09:00', 'exact to the minute', '精确到分'],
    ['2019-07', 'known to the month', '精确到月'],
    ['2016', 'some time in 2016', '2016年内的某个时间'],
    ['196X', 'some time in the 1960s', '1960年代内的某个时间'],
    ['18XX', 'some time in the 19th century', '19世纪内的某个时间'],
    ['2019-22', 'some time in summer 2019', '2019年夏季内的某个时间'],
    ['2019-40', 'some time in the first half of 2019', '2019年上半年内的某个时间'],
    ['2016~', 'about this year', '大约在这一年'],
    ['2019-07-26~', 'about this day', '大约在这一天'],
    ['2016-05?', 'known to the month, if the source is right', '精确到月（来源存疑）'],
    ['2019-07-26T09:00:30.9Z', 'exact to a tenth of a second', '精确到十分之一秒'],
    ['2019-07-26T09:00:30.90Z', 'exact to a hundredth of a second', '精确到百分之一秒'],
    ['2019-07-26T09:00:30.900Z', 'exact to the millisecond', '精确到毫秒'],
    ['Y-13800000000', 'a round number', '约数'],
    ['Y-300000~', 'give or take 50,000 years', '前后各约5万年'],
    ['Y-66000000~', 'give or take 500,000 years', '前后各约50万年'],
    ['Y-138E8~', 'give or take 50 million years', '前后各约5000万年'],
    ['Y-3299999~', 'about this year', '大约在这一年'],
    [
      'Y-13787000000S4',
      'some time between 13.79 and 13.78 billion years ago',
      '137.9亿年前至137.8亿年前之间的某个时间',
    ],
    ['1950S2', 'some time between 1900 and 1999', '1900年至1999年之间的某个时间'],
    ['2014-03/2015-04', 'start and end known to the month', '起止时间精确到月'],
    ['2017-12/..', 'start known to the month, end left open', '开始时间精确到月，结束时间未限定'],
    ['[2014,2015]', 'one of these dates', '其中之一'],
    ['{2014,2015}', 'all of these dates', '全部日期'],
  ])('of %s', (text, inEnglish, inChinese) => {
    expect(precisionWords(date(text), enWords)).toBe(inEnglish)
    expect(precisionWords(date(text), zhWords)).toBe(inChinese)
  })
})

describe('formatSpan', () => {
  it.each([
    ['1900/2019', '1900–2019'],
    ['2016-03/2019-07', 'March 2016 – July 2019'],
    ['2019', 'January–December 2019'],
    ['2019-07-22/2019-07-28', '22–28 July 2019'],
    ['2019-07-22/2019-08-12', '22 July – 12 August 2019'],
    ['2019-07-26T09:00/2019-07-26T17:59', '26 July 2019, 09:00–18:00'],
    ['2019-07-26T09:00:00/2019-07-26T09:00:03', '26 July 2019, 09:00:00.0–09:00:04.0'],
    ['2019-07-26T09:00:00.1/2019-07-26T09:00:00.2', '26 July 2019, 09:00:00.10–09:00:00.30'],
    ['2019-12-31T12/2020-01-01T11', '31 December 2019, 12:00 – 1 January 2020, 12:00'],
    ['-0550/2019', '551 BCE – 2019'],
    ['Y-13800000000/2019', '13.8 billion years ago – today'],
    ['Y-13800000000/Y390000000', '13.8 billion years ago – today'],
    ['Y-13800000000/Y5000000000', '13.8 billion years ago – 5 billion years from now'],
    ['Y-600000000/2026', '600 million years ago – today'],
    ['Y-1200000/2026', '1.2 million years ago – today'],
    ['Y-3700000/Y-3200000', '3.7–3.2 million years ago'],
  ])('of %s', (text, words) => {
    const span = edtfToSpan(text)
    expect(span && formatSpan(span, enWords)).toBe(words)
  })

  it('survives every length and place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e21, max: 1e21, noNaN: true }),
        fc.double({ min: 0, max: 21, noNaN: true }),
        (start, scale) => {
          const text = formatSpan({ start, end: start + 10 ** scale }, enWords)
          expect(text).not.toMatch(/NaN|undefined|Infinity/)
          expect(text).not.toBe('')
        },
      ),
      { numRuns: 300 },
    )
  })
})
