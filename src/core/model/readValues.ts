import { parseDate } from '#core/time/parseDate.ts'
import { quote, type Reading } from './reading.ts'

// The smallest readers: text, dates, addresses. Each gives undefined, after reporting, for a value
// that cannot be used.

/**
 * Controls except line break and tab, and the marks that turn the direction of text around: in a
 * title they could rewrite what stands beside it.
 */
const controls = '[\\u0000-\\u0008\\u000b-\\u001f\\u202a-\\u202e\\u2066-\\u2069]'
/** Halves of a character, which no address can hold. */
const halves = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]'
const hidden = new RegExp(`${controls}|${halves}`, 'g')
/** What `hidden` can start with: most texts have nothing of it, and this is five times as fast. */
const suspect = new RegExp(`${controls}|[\\ud800-\\udfff]`)

export function readString(value: unknown, reading: Reading): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    reading.report('note', 'text-as-number', `${value} is a number.`, `Read as "${value}".`)
    return String(value)
  }
  if (typeof value !== 'string') {
    reading.refuse('value-unusable', `This cannot be ${quote(value)}.`, 'text')
    return undefined
  }
  return clean(value, reading)
}

function clean(value: string, reading: Reading): string {
  if (!suspect.test(value) || value.search(hidden) < 0) return value
  // Windows line ends are no mistake.
  const plain = value.replaceAll('\r\n', '\n')
  const first = plain.search(hidden)
  if (first < 0) return plain
  const cleaned = plain.replace(hidden, '')
  const code = plain.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0')
  reading.report(
    'note',
    'characters-removed',
    `Characters that cannot be shown stand in ${quote(cleaned)}, first U+${code}.`,
    'They were removed.',
  )
  return cleaned
}

export function readNumber(value: unknown, reading: Reading): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) {
    const number = Number(value)
    reading.report('note', 'number-as-text', `${quote(value)} is text.`, `Read as ${number}.`)
    return number
  }
  reading.refuse('value-unusable', `This cannot be ${quote(value)}.`, 'a number')
  return undefined
}

/** A date in EDTF: checked here, kept as its author wrote it. */
export function readDate(value: unknown, reading: Reading): string | undefined {
  const text = readString(value, reading)
  if (text === undefined) return undefined
  const parsed = parseDate(text)
  if (!parsed.ok) {
    const [message, code] = endsBeforeStart(text)
      ? (['ends before it starts', 'date-end-before-start'] as const)
      : (['cannot be read', 'date-unreadable'] as const)
    reading.refuse(code, `The date ${quote(text)} ${message}.`, parsed.expected)
    return undefined
  }
  for (const note of parsed.notes) {
    reading.report('note', 'date-note', `The date ${quote(text)} is unusual.`, note)
  }
  return text
}

/** An interval that can be read the other way round only. */
function endsBeforeStart(text: string): boolean {
  const [start, end, more] = text.trim().split('/')
  return Boolean(start) && Boolean(end) && more === undefined && parseDate(`${end}/${start}`).ok
}

// Every place where this runs has the URL class, but the library of types that knows it is the DOM's.
declare const URL: new (url: string, base?: string) => { readonly protocol: string }

const linkSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])
const imageSchemes: ReadonlySet<string> = new Set(['https:', 'http:'])

export function readAddress(value: unknown, reading: Reading): string | undefined {
  return readUrl(value, reading, linkSchemes, undefined, 'an https:, http: or mailto: address')
}

export function readImageAddress(value: unknown, reading: Reading): string | undefined {
  // A name under .invalid never resolves: it only stands in for the address of the document.
  const base = 'https://document.invalid/'
  return readUrl(
    value,
    reading,
    imageSchemes,
    base,
    'an https: or http: address, or a relative path',
  )
}

function readUrl(
  value: unknown,
  reading: Reading,
  schemes: ReadonlySet<string>,
  base: string | undefined,
  expected: string,
): string | undefined {
  const text = readString(value, reading)?.trim()
  if (text === undefined) return undefined
  const scheme = text === '' ? undefined : schemeOf(text, base)
  if (scheme !== undefined && schemes.has(scheme)) return text
  const what = scheme === undefined ? 'is not a whole address' : `uses ${scheme}`
  reading.refuse('address-refused', `The address ${quote(text)} ${what}.`, expected)
  return undefined
}

/** The scheme as a browser will see it: it looks past case, blanks and line breaks, and so must we. */
function schemeOf(text: string, base: string | undefined): string | undefined {
  try {
    return new URL(text, base).protocol
  } catch {
    return undefined
  }
}
