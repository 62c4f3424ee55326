import { instantOf, fieldsOf } from '#core/time/calendar.ts'

/** A date as a script makes it, with as many parts as it states; `text` and `instant` are for a reader of dates. */
export type JsDate =
  | { readonly kind: 'fields'; readonly edtf: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'instant'; readonly instant: number }

/** An object literal, with the place where it begins. */
export interface JsObject {
  readonly fields: ReadonlyMap<string, JsValue>
  readonly offset: number
}

/** A value that a literal writes down; `code` is everything that would have to be run. */
export type JsValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: JsDate }
  | { readonly kind: 'list'; readonly list: readonly JsValue[] }
  | { readonly kind: 'object'; readonly object: JsObject }
  | { readonly kind: 'word'; readonly word: 'true' | 'false' | 'null' | 'undefined' }
  | { readonly kind: 'code'; readonly code: string }

/**
 * Characters that may still be looked at. Whoever tries one place after the other shares one budget, so
 * that no text takes more than its share of time, whatever brackets it is made of.
 */
export interface Budget {
  left: number
}

/** Deeper literals are no data. */
const deepest = 20

/**
 * Reads an object or array literal of JavaScript (so JSON, too) at `offset`: quoted and bare keys, the
 * three kinds of quotes, texts joined by +, comments, trailing commas, `new Date(…)`, `moment(…)`. What
 * would have to be run becomes `code`, and nothing is ever run. Undefined when there is no literal that
 * ends, or the budget is spent. Never throws.
 */
export function readJsLiteral(
  source: string,
  offset: number,
  budget: Budget,
): { readonly value: JsValue; readonly end: number } | undefined {
  let at = offset
  let depth = 0

  /** Blanks and comments. */
  const skip = (): void => {
    for (;;) {
      const blank = /[\s\uFEFF]*/y
      blank.lastIndex = at
      blank.exec(source)
      at = blank.lastIndex
      if (source.startsWith('//', at)) at = endOr(source.indexOf('\n', at))
      else if (source.startsWith('/*', at)) at = endOr(source.indexOf('*/', at) + 2 || -1)
      else return
    }
  }
  const endOr = (found: number): number => (found < 0 ? source.length : found)
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match === null) return undefined
    at = pattern.lastIndex
    return match
  }

  const readText = (): string | undefined => {
    const quote = source.charAt(at)
    let text = ''
    let from = at + 1
    for (let to = from; to < source.length; to++) {
      const sign = source[to]
      if (sign === '\\') {
        const escape = unescape(source, to)
        text += source.slice(from, to) + escape.text
        from = escape.end
        to = escape.end - 1
      } else if (sign === quote) {
        at = to + 1
        return text + source.slice(from, to)
      } else if (sign === '\n' && quote !== '`') return undefined
      else if (quote === '`' && sign === '$' && source[to + 1] === '{') return undefined
    }
    return undefined
  }

  const readList = (): JsValue | undefined => {
    const list: JsValue[] = []
    at += 1
    for (;;) {
      skip()
      if (source[at] === ']') {
        at += 1
        return { kind: 'list', list }
      }
      if (source[at] === ',') at += 1
      else {
        const value = readExpression()
        if (value === undefined) return undefined
        list.push(value)
      }
    }
  }

  const readObject = (): JsValue | undefined => {
    const start = at
    const fields = new Map<string, JsValue>()
    at += 1
    for (;;) {
      skip()
      if (source[at] === '}') {
        at += 1
        return { kind: 'object', object: { fields, offset: start } }
      }
      if (source[at] === ',') {
        at += 1
        continue
      }
      const key = readKey()
      if (key === undefined) return undefined
      skip()
      if (key === '...') {
        if (readCode() === undefined) return undefined
        continue
      }
      // A shorthand has no value to read; anything else is a block of statements.
      if (source[at] === ',' || source[at] === '}') continue
      if (source[at] !== ':') return undefined
      at += 1
      skip()
      const value = readExpression()
      if (value === undefined) return undefined
      fields.set(key, value)
    }
  }

  const readKey = (): string | undefined => {
    const sign = source[at]
    if (sign === '"' || sign === "'") return readText()
    const name = take(/[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+|\.\.\./uy)?.[0]
    return name
  }

  /** A value with all that belongs to it, up to a comma or the end of what holds it. */
  const readExpression = (): JsValue | undefined => {
    const start = at
    const value = readValue()
    if (value !== undefined) {
      skip()
      if (source[at] === '+' && value.kind === 'text') {
        at += 1
        skip()
        const rest = readExpression()
        return rest?.kind === 'text'
          ? { kind: 'text', text: value.text + rest.text }
          : codeFrom(start)
      }
      if (isEnd(source[at])) return value
    }
    return codeFrom(start)
  }
  const codeFrom = (start: number): JsValue | undefined => {
    at = start
    const code = readCode()
    return code === undefined ? undefined : { kind: 'code', code }
  }

  const readValue = (): JsValue | undefined => {
    const sign = source[at]
    if (sign === '"' || sign === "'" || sign === '`') {
      const text = readText()
      return text === undefined ? undefined : { kind: 'text', text }
    }
    if (sign === '[' || sign === '{') {
      if (depth >= deepest) return undefined
      depth += 1
      const value = sign === '[' ? readList() : readObject()
      depth -= 1
      return value
    }
    const number = take(/[-+]?\s*(?:0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?)/iy)?.[0]
    if (number !== undefined) return { kind: 'number', number: Number(number.replace(/\s/g, '')) }
    const word = take(/(?:true|false|null|undefined)\b/y)?.[0]
    if (word === 'true' || word === 'false' || word === 'null' || word === 'undefined') {
      return { kind: 'word', word }
    }
    return readDate()
  }

  const readDate = (): JsValue | undefined => {
    const made = take(
      /(?:new\s+Date|(?:new\s+)?(?:vis\s*\.\s*)?moment(?:\s*\.\s*utc)?|Date\s*\.\s*UTC)\s*\(/y,
    )
    if (made === undefined) return undefined
    const given: JsValue[] = []
    for (;;) {
      skip()
      if (source[at] === ')') break
      if (source[at] === ',') at += 1
      else {
        const value = readExpression()
        if (value === undefined || value.kind === 'code') return undefined
        given.push(value)
      }
    }
    at += 1
    // What follows turns the date into the same date in another form.
    take(/\s*\.\s*(?:getTime|valueOf|toISOString|toDate|format)\s*\(\s*\)/y)
    const date = dateOf(given)
    return date === undefined ? undefined : { kind: 'date', date }
  }

  /** Passes over anything, up to the comma or bracket that ends it; undefined when nothing does. */
  const readCode = (): string | undefined => {
    const start = at
    let open = 0
    while (at < source.length && budget.left > 0) {
      budget.left -= 1
      const sign = source[at]
      if (source.startsWith('//', at) || source.startsWith('/*', at)) {
        skip()
        continue
      }
      if (sign === '"' || sign === "'" || sign === '`') {
        if (readText() === undefined) at += 1
        continue
      }
      if (open === 0 && isEnd(sign)) return source.slice(start, at).trim()
      if (sign === '(' || sign === '[' || sign === '{') open += 1
      if (sign === ')' || sign === ']' || sign === '}') open -= 1
      at += 1
    }
    return undefined
  }

  const value = readValue()
  budget.left -= at - offset
  return value === undefined ? undefined : { value, end: at }
}

function isEnd(sign: string | undefined): boolean {
  return sign === ',' || sign === ']' || sign === '}' || sign === ')'
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
}

function unescape(source: string, at: number): { readonly text: string; readonly end: number } {
  const coded = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2}))/iy
  coded.lastIndex = at
  const match = coded.exec(source)
  const code = Number.parseInt(match?.[1] ?? match?.[2] ?? match?.[3] ?? '', 16)
  if (match !== null && code <= 0x10ffff) {
    return { text: String.fromCodePoint(code), end: coded.lastIndex }
  }
  const sign = source.charAt(at + 1)
  return { text: escapes[sign] ?? sign, end: at + 2 }
}

/**
 * What the arguments of `new Date` say. Months count from 0, years below 100 are those of the twentieth
 * century, and what is beyond a month or a day runs over (ECMAScript, 21.4.2.1).
 */
function dateOf(given: readonly JsValue[]): JsDate | undefined {
  const [first] = given
  if (first === undefined) return undefined
  if (given.length === 1 || first.kind === 'text') {
    if (first.kind === 'text') return { kind: 'text', text: first.text }
    if (first.kind === 'date') return first.date
    // `moment([2014, 3, 20])` is the same list of parts.
    if (first.kind === 'list') return dateOf(first.list)
    return first.kind === 'number' ? { kind: 'instant', instant: first.number } : undefined
  }
  const parts = given.map((value) => (value.kind === 'number' ? value.number : Number.NaN))
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = parts
  if (parts.some((part) => !Number.isInteger(part))) return undefined
  const whole = year >= 0 && year <= 99 ? year + 1900 : year
  const start = instantOf({
    year: whole + Math.floor(month / 12),
    month: (((month % 12) + 12) % 12) + 1,
  })
  const instant =
    start + (day - 1) * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1000
  return { kind: 'fields', edtf: edtfOf(instant, Math.min(parts.length, 6)) }
}

/** The first `count` of year, month, day, hour, minute and second of an instant, in EDTF. */
function edtfOf(instant: number, count: number): string {
  const { year, month, day, hour, minute, second } = fieldsOf(instant)
  const size = String(Math.abs(year))
  const sign = year < 0 ? '-' : ''
  let edtf = size.length > 4 ? `Y${sign}${size}` : `${sign}${size.padStart(4, '0')}`
  // EDTF has no months in years of more than four digits.
  if (size.length > 4) return edtf
  if (count > 1) edtf += `-${two(month)}`
  if (count > 2) edtf += `-${two(day)}`
  const isMidnight = hour === 0 && minute === 0 && second === 0
  if (count > 3 && !isMidnight) edtf += `T${two(hour)}:${two(minute)}`
  if (count > 5 && second !== 0) edtf += `:${two(second)}`
  return edtf
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
