import { hashOf, hashSeed } from './byteNames.ts'

// The smallest steps through JSON in UTF-8. They build nothing. Each takes the bytes, where to begin, and
// where the bytes that have come end.

export const QUOTE = 34
export const COMMA = 44
export const COLON = 58
export const OPEN_LIST = 91
export const CLOSE_LIST = 93
export const OPEN_OBJECT = 123
export const CLOSE_OBJECT = 125
const BACKSLASH = 92

export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9
}

/** The first byte from `at` on that is no space. */
export function afterSpace(bytes: Uint8Array, at: number, end: number): number {
  let next = at
  while (next < end && isSpace(bytes[next] ?? 0)) next += 1
  return next
}

/**
 * The closing quote of a text that begins at `at` (behind its opening quote), when nothing in it needs
 * mending: sound escapes, sound UTF-8, no hidden characters (see `readString`). Otherwise -1.
 */
export function endOfPlainText(bytes: Uint8Array, at: number, end: number): number {
  let next = at
  while (next < end) {
    const byte = bytes[next] ?? 0
    // The usual ones first: letters, digits, and what stands between them in the table of signs.
    if (byte > BACKSLASH && byte < 128) {
      next += 1
      continue
    }
    if (byte === QUOTE) return next
    if (byte < 32) return -1
    if (byte === BACKSLASH) next = afterEscape(bytes, next, end)
    else if (byte < 128) next += 1
    else next = afterSequence(bytes, next, end)
    if (next < 0) return -1
  }
  return -1
}

/** Holds the hash of the last text that `endOfName` went through. */
export const nameHash = new Int32Array(1)

/** `endOfPlainText` of a text without escapes: its bytes are those of the string, and hashed. */
export function endOfName(bytes: Uint8Array, at: number, end: number): number {
  let hash = hashSeed
  let next = at
  while (next < end) {
    const byte = bytes[next] ?? 0
    if (byte === QUOTE) {
      nameHash[0] = hash
      return next
    }
    if (byte < 32 || byte === BACKSLASH) return -1
    if (byte < 128) {
      hash = hashOf(hash, byte)
      next += 1
      continue
    }
    const after = afterSequence(bytes, next, end)
    if (after < 0) return -1
    for (; next < after; next += 1) hash = hashOf(hash, bytes[next] ?? 0)
  }
  return -1
}

/** Behind an escape of one plain character; -1 for halves of characters, and for hidden ones. */
function afterEscape(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return -1
  switch (bytes[at + 1]) {
    case QUOTE:
    case BACKSLASH:
    case 47: // /
    case 110: // n
    case 116: // t
      return at + 2
    case 117: // u
      return at + 6 <= end && isPlain(codeOf(bytes, at + 2)) ? at + 6 : -1
    default:
      return -1
  }
}

/** The number that four digits of base 16 say; -1 for none. */
function codeOf(bytes: Uint8Array, at: number): number {
  let code = 0
  for (let next = at; next < at + 4; next += 1) {
    const byte = bytes[next] ?? 0
    const lower = byte | 32
    if (byte >= 48 && byte <= 57) code = code * 16 + byte - 48
    else if (lower >= 97 && lower <= 102) code = code * 16 + lower - 87
    else return -1
  }
  return code
}

/** Not a control, not a half of a character, not a mark of direction. */
function isPlain(code: number): boolean {
  if (code < 32) return code === 9 || code === 10
  if (code >= 0xd800 && code <= 0xdfff) return false
  return !((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
}

/** Behind a sound sequence of UTF-8 that is no mark of direction; -1 for any other. */
function afterSequence(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (length === 0 || at + length > end || (second & 0xc0) !== 0x80) return -1
  if (length === 2) return at + 2
  const third = bytes[at + 2] ?? 0
  if ((third & 0xc0) !== 0x80) return -1
  if (length === 3) {
    const code = ((lead & 15) << 12) | ((second & 63) << 6) | (third & 63)
    // Overlong below 0x800; U+FFFD may stand for bytes that could not be read.
    return code >= 0x800 && isPlain(code) && code !== 0xfffd ? at + 3 : -1
  }
  const code = ((lead & 7) << 18) | ((second & 63) << 12)
  if (((bytes[at + 3] ?? 0) & 0xc0) !== 0x80 || code < 0x10000 || code > 0x10ffff) return -1
  return at + 4
}

/** Behind a number; -1 for what JSON does not take for one, or where the bytes end. */
export function afterNumber(bytes: Uint8Array, at: number, end: number): number {
  let next = bytes[at] === 45 ? at + 1 : at
  const whole = afterDigits(bytes, next, end)
  if (whole === next || (bytes[next] === 48 && whole > next + 1)) return -1
  next = whole
  if (bytes[next] === 46) {
    const fraction = afterDigits(bytes, next + 1, end)
    if (fraction === next + 1) return -1
    next = fraction
  }
  if (((bytes[next] ?? 0) | 32) === 101) {
    const sign = bytes[next + 1] === 43 || bytes[next + 1] === 45 ? 2 : 1
    const exponent = afterDigits(bytes, next + sign, end)
    if (exponent === next + sign) return -1
    next = exponent
  }
  return next < end ? next : -1
}

function afterDigits(bytes: Uint8Array, at: number, end: number): number {
  let next = at
  while (next < end && (bytes[next] ?? 0) >= 48 && (bytes[next] ?? 0) <= 57) next += 1
  return next
}

const words = ['null', 'true', 'false'].map((word) => new TextEncoder().encode(word))

/** Behind `null`, `true` or `false`; -1 for anything else. */
export function afterWord(bytes: Uint8Array, at: number, end: number): number {
  const word = words.find(([first]) => first === bytes[at])
  if (word === undefined || at + word.length >= end) return -1
  return word.every((byte, place) => bytes[at + place] === byte) ? at + word.length : -1
}
