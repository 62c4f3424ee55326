import { calendarText, clockText, timeText, yearlessText, zoneText } from './calendarText.ts'
import type { DateStyle, DateWords } from './dateWords.ts'
import type { DateFields } from './eventDate.ts'

/**
 * Two ends, with what they share said once, where the language has its place:
 *
 *     5–8 May 2022 · 28 May – 3 June 2022 · May–June 2022 · 20 July 1969, 15:17–17:32 UTC
 *     2022年5月5日至8日 · 2022年5月28日至6月3日 · 2022年5月至6月 · 1969年7月20日 15:17至17:32 UTC
 *
 * Both to the month, to the day, or with a time. Ends in different years, zones or units share nothing.
 */
export function rangeText(
  from: DateFields,
  to: DateFields,
  words: DateWords,
  style: DateStyle,
): string {
  const { yearFirst } = words
  const sameMonth = from.year === to.year && from.month === to.month
  const timed = [from, to].filter(({ hour }) => hour !== undefined).length
  if (timed === 2 && from.zone === to.zone) return timeRange()
  const sameUnit = timed === 0 && (from.day === undefined) === (to.day === undefined)
  return sameUnit && from.year === to.year ? calendarRange() : words.range(whole(from), whole(to))

  function date(fields: DateFields): string {
    return calendarText(fields, words, style)
  }

  function whole(fields: DateFields): string {
    if (fields.hour === undefined) return date(fields)
    return words.dateAndTime(date(fields), timeText(fields, words))
  }

  function withoutYear(fields: DateFields): string {
    return yearlessText(fields, words, style)
  }

  function calendarRange(): string {
    const { day: first } = from
    const { day: last } = to
    if (sameMonth && first === last) return date(from)
    if (sameMonth && first !== undefined && last !== undefined) {
      if (yearFirst) return words.range(date(from), yearlessText({ day: last }, words, style))
      const day = words.range(String(first), String(last))
      return calendarText(to, words, style, { day })
    }
    if (yearFirst) return words.range(date(from), withoutYear(to))
    if (first !== undefined) return words.range(withoutYear(from), date(to))
    const month = words.range(withoutYear(from), withoutYear(to))
    return calendarText(to, words, style, { month })
  }

  function timeRange(): string {
    const zone = zoneText(to)
    const [start, end] = [clockText(from, words), clockText(to, words)]
    if (sameMonth && from.day === to.day) {
      const clocks = start === end ? start : words.range(start, end)
      return words.dateAndTime(date(from), `${clocks}${zone}`)
    }
    const shares = from.year === to.year
    const last =
      sameMonth && to.day !== undefined
        ? yearlessText({ day: to.day }, words, style)
        : withoutYear(to)
    return words.range(
      words.dateAndTime(shares && !yearFirst ? withoutYear(from) : date(from), start),
      words.dateAndTime(shares && yearFirst ? last : date(to), `${end}${zone}`),
    )
  }
}
