import { parseDate } from '#core/time/parseDate.ts'
import { quote, type Reading } from './reading.ts'

/** What is done with the values of one kind. */
export interface Reader {
  /** There is nothing to mend in it, and nothing to say about it: it is taken as it is. */
  readonly isSound: (value: unknown) => boolean
  /** Makes the best of any other. Gives undefined, after reporting, where nothing can be kept. */
  readonly mend: (value: unknown, reading: Reading) => unknown
}

// The smallest readers: text, numbers, dates, addresses.

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

const isText = (value: unknown): value is string =>
  typeof value === 'string' && (!suspect.test(value) || value.search(hidden) < 0)

function mendText(value: unknown, reading: Reading): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    reading.report('note', 'text-as-number', `${value} is a number.`, `Read as "${value}".`)
    return String(value)
  }
  if (typeof value !== 'string') {
    reading.refuseValue(value, 'text')
    return undefined
  }
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

export const textReader: Reader = { isSound: isText, mend: mendText }

export const numberReader: Reader = {
  isSound: Number.isFinite,
  mend: (value, reading) => {
    if (typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) {
      const result = Number(value)
      reading.report('note', 'number-as-text', `${quote(value)} is text.`, `Read as ${result}.`)
      return result
    }
    reading.refuseValue(value, 'a number')
    return undefined
  },
}

/** A date in EDTF: checked here, kept as its author wrote it. */
export const dateReader: Reader = {
  isSound: (value) => {
    const parsed = isText(value) && parseDate(value)
    return parsed && parsed.ok && parsed.notes.length === 0
  },
  mend: (value, reading) => {
    const written = mendText(value, reading)
    if (written === undefined) return undefined
    const parsed = parseDate(written)
    if (!parsed.ok) {
      const [message, code] = endsBeforeStart(written)
        ? (['ends before it starts', 'date-end-before-start'] as const)
        : (['cannot be read', 'date-unreadable'] as const)
      reading.refuse(code, `The date ${quote(written)} ${message}.`, parsed.expected)
      return undefined
    }
    for (const note of parsed.notes) {
      reading.report('note', 'date-note', `The date ${quote(written)} is unusual.`, note)
    }
    return written
  },
}

/** An interval that can be read the other way round only. */
function endsBeforeStart(interval: string): boolean {
  const [start, end, more] = interval.trim().split('/')
  return Boolean(start) && Boolean(end) && more === undefined && parseDate(`${end}/${start}`).ok
}

// Every place where this runs has the URL class, but the library of types that knows it is the DOM's.
declare const URL: new (url: string, base?: string) => { readonly protocol: string }

/** Addresses of the web that any browser takes: what stands behind the host is never refused. */
const usual = /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,20}(?:[/?#]\S*)?$/

export const addressReader = readerOfAddresses(
  /^(?:https?|mailto):/,
  undefined,
  'an https:, http: or mailto: address',
)

export const imageAddressReader = readerOfAddresses(
  /^https?:/,
  // A name under .invalid never resolves: it only stands in for the address of the document.
  'https://document.invalid/',
  'an https: or http: address, or a relative path',
)

function readerOfAddresses(schemes: RegExp, base: string | undefined, expected: string): Reader {
  const isGood = (address: string): boolean =>
    usual.test(address) || schemes.test(schemeOf(address, base) ?? '')
  return {
    isSound: (value) => isText(value) && value === value.trim() && isGood(value),
    mend: (value, reading) => {
      const address = mendText(value, reading)?.trim()
      if (address === undefined || isGood(address)) return address
      const scheme = schemeOf(address, base)
      const what = scheme === undefined ? 'is not a whole address' : `uses ${scheme}`
      reading.refuse('address-refused', `The address ${quote(address)} ${what}.`, expected)
      return undefined
    },
  }
}

/** The scheme as a browser will see it: it looks past case, blanks and line breaks, and so must we. */
function schemeOf(address: string, base: string | undefined): string | undefined {
  try {
    return address === '' ? undefined : new URL(address, base).protocol
  } catch {
    return undefined
  }
}
