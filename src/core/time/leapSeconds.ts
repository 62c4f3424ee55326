import { fieldsOf, instantOf } from './calendar.ts'
import type { DateFields } from './eventDate.ts'

/**
 * The months, in UTC, that ended with a second 23:59:60: all 27 since the first, in 1972. IERS Bulletin C
 * announces them; the last was in 2016, and by decision of the CGPM there are to be none from 2035 on.
 */
const months: ReadonlySet<string> = new Set(
  (
    '1972-6 1972-12 1973-12 1974-12 1975-12 1976-12 1977-12 1978-12 1979-12 1981-6 1982-6 1983-6 ' +
    '1985-6 1987-12 1989-12 1990-12 1992-6 1993-6 1994-6 1995-12 1997-6 1998-12 2005-12 2008-12 ' +
    '2012-6 2015-6 2016-12'
  ).split(' '),
)

/**
 * True for a time at `:60` when there was a leap second, wherever its clocks stood. Without a zone it is
 * taken to be UTC, as it is mostly written.
 */
export function isLeapSecond(fields: DateFields): boolean {
  const { year, month, hour, minute, day } = fieldsOf(instantOf(fields))
  const isLastMinute = day === (month === 6 ? 30 : 31) && hour === 23 && minute === 59
  return fields.second === 60 && isLastMinute && months.has(`${String(year)}-${String(month)}`)
}
