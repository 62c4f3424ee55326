import type { ForeignParts } from './foreignDate.ts'

/**
 * A time as people write it in a sheet: `18:30`, `6:30:15.5 PM`, `18.30`, `1830`, `6 pm`. Undefined for
 * what is none.
 */
export function readTimeOfDay(text: string): ForeignParts | undefined {
  const match =
    /^(\d{1,2})(?:[:.hH](\d{1,2})(?:[:.](\d{1,2})(?:[.,:](\d{1,3}))?)?|(\d{2}))?\s*([ap])?\.?\s?(?:m\.?)?$/i.exec(
      text.trim(),
    )
  if (match === null) return undefined
  const [, hourText, minute, second, fraction, compactMinute, half] = match
  // A bare number is an hour only where it says which half of the day.
  if (minute === undefined && compactMinute === undefined && half === undefined) return undefined
  const written = Number(hourText)
  if (half !== undefined && (written < 1 || written > 12)) return undefined
  const hour = half === undefined ? written : (written % 12) + (/p/i.test(half) ? 12 : 0)
  return {
    hour: String(hour),
    minute: minute ?? compactMinute ?? '',
    second: second ?? '',
    millisecond: fraction?.padEnd(3, '0') ?? '',
  }
}
