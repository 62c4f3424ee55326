import { fieldsOf, instantOf } from '#core/time/calendar.ts'
import { MS } from '#core/time/instant.ts'
import { yearBefore, yearText } from './writeEdtf.ts'

export type NumberReading =
  | { readonly edtf: string; readonly guess?: string }
  | { readonly expected: string }

/**
 * A number as files hold dates. What it counts can only be told by its size, so all but plain years of
 * four digits are guesses:
 *
 *     100 … 9,999            a year
 *     20,000 … 80,000        days as spreadsheets count them (1954 to 2119)
 *     10,000,101 … 99,991,231  a day without hyphens, 20160531
 *     10⁸ … 10¹¹             seconds since 1970 (from 1973 on)
 *     10¹¹ … 10¹⁴            milliseconds since 1970, also before it
 *     −100 … −10¹¹           years before the common era
 */
export function readDateNumber(value: number): NumberReading {
  const size = Math.abs(value)
  if (Number.isInteger(value) && value > 0 && value < 100) {
    return {
      expected: `a year of four digits, or an era: ${String(value)} CE, ${String(value)} BC`,
    }
  }
  if (!Number.isFinite(value)) return { expected: 'a number that is one' }
  if (value < 0 && size < 1e11) return readYearBefore(value)
  if (value >= 20_000 && value <= 80_000) return readSerial(value)
  if (!Number.isInteger(value) && size < 1e8) return unclear
  if (value >= 1000 && value <= 9999) return { edtf: yearText(value) }
  if (value >= 100 && value <= 999) {
    return { edtf: yearText(value), guess: `Read as the year ${String(value)} CE.` }
  }
  if (value >= 1e7 && value < 1e8) return readDigits(value)
  if (size >= 1e8 && size < 1e11) return fromUnix(value * 1000, 'seconds')
  return size >= 1e11 && size < 1e14 ? fromUnix(value, 'milliseconds') : unclear
}

const unclear: NumberReading = {
  expected:
    'a year of three or four digits, a day such as 2016-05-31, or a number of days or milliseconds',
}

function readYearBefore(value: number): NumberReading {
  if (!Number.isInteger(value)) return unclear
  if (value > -100) return { expected: `an era: ${String(-value)} BC` }
  return {
    edtf: yearText(yearBefore(-value)),
    guess: `The number ${String(value)} was read as the year ${String(-value)} BCE.`,
  }
}

/**
 * Days of the 1900 system: 1 is 1900-01-01. It counts a 29 February 1900, which never was (60), so
 * from 61 on the count starts a day earlier, on 1899-12-30. The fraction is the time of day.
 */
function readSerial(value: number): NumberReading {
  const start = instantOf({ year: 1899, month: 12, day: value < 60 ? 31 : 30 })
  const seconds = Math.round((value % 1) * 86_400)
  const edtf = momentText(start + Math.floor(value) * MS.day + seconds * MS.second, '')
  return {
    edtf,
    guess: `The number ${String(value)} was read as days since 1900, as spreadsheets count.`,
  }
}

function readDigits(value: number): NumberReading {
  const text = String(value)
  return {
    edtf: `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`,
    guess: `The number ${text} was read as year, month and day.`,
  }
}

function fromUnix(milliseconds: number, unit: string): NumberReading {
  return {
    edtf: momentText(Math.round(milliseconds), 'Z'),
    guess: `The number was read as ${unit} since 1970, in UTC.`,
  }
}

/** As fine as the moment asks for: a midnight is a day, a full minute has no seconds. */
function momentText(instant: number, zone: '' | 'Z'): string {
  const { year, month, day, hour, minute, second, millisecond } = fieldsOf(instant)
  const two = (number: number): string => String(number).padStart(2, '0')
  const date = `${yearText(year)}-${two(month)}-${two(day)}`
  if (hour + minute + second + millisecond === 0) return date
  const time = `${date}T${two(hour)}:${two(minute)}`
  if (second + millisecond === 0) return time + zone
  const fraction = millisecond === 0 ? '' : `.${String(millisecond).padStart(3, '0')}`
  return `${time}:${two(second)}${fraction}${zone}`
}
