/**
 * A strict JSON scanner: one pass, no recursion, no values built. It tells a visitor where things
 * start, which `JSON.parse` does not, and stops at the first fault with a reason a person understands.
 */
export interface JsonVisitor {
  /** A value starts at `offset`. For `{` and `[` a matching `leave` follows. */
  readonly value?: (offset: number, kind: 'object' | 'array' | 'plain') => void
  /** A key of the innermost object; `start` to `end` includes its quotes. */
  readonly key?: (start: number, end: number) => void
  readonly leave?: () => void
}

export type SyntaxFaultCode =
  | 'cut-off'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'wrong-bracket'
  | 'comment'
  | 'single-quotes'
  | 'curly-quotes'
  | 'unquoted-key'
  | 'unknown-word'
  | 'bad-number'
  | 'bad-escape'
  | 'control-in-string'
  | 'invisible-character'
  | 'unexpected-character'
  | 'text-after-end'

export interface SyntaxFault {
  readonly code: SyntaxFaultCode
  /** UTF-16 offset into the text. */
  readonly offset: number
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordPattern = /[\p{L}\p{N}_$.+-]+/uy
const literals = new Set(['true', 'false', 'null'])

const BACKSLASH = 92
const QUOTE = 34

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end'

/** Scans all of `text`; undefined when it is sound JSON. A leading byte order mark is passed over. */
export function scanJson(text: string, visitor: JsonVisitor = {}): SyntaxFault | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let comma = -1
  const fault = (code: SyntaxFaultCode, offset = at): SyntaxFault => ({ code, offset })
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma-or-end')

  for (;;) {
    at = skipSpace(text, at)
    if (at >= text.length) {
      return expected === 'end' ? undefined : fault('cut-off', text.length)
    }
    const char = text.charAt(at)

    if (char === '}' || char === ']') {
      const fits = open.at(-1) === (char === '}' ? '{' : '[')
      if (expected === 'end') return fault('text-after-end')
      if (!fits) return fault('wrong-bracket')
      if (expected === 'colon') return fault('missing-colon')
      if (expected === 'key' || (expected === 'value' && comma >= 0)) {
        return fault('trailing-comma', comma)
      }
      if (expected === 'value') return fault('missing-value')
      open.pop()
      visitor.leave?.()
      at += 1
      expected = afterValue()
      continue
    }

    if (expected === 'colon') {
      if (char !== ':') return fault('missing-colon')
      at += 1
      comma = -1
      expected = 'value'
      continue
    }

    if (expected === 'comma-or-end') {
      if (char !== ',') return fault(strange(char) ?? 'missing-comma')
      comma = at
      at += 1
      expected = open.at(-1) === '{' ? 'key' : 'value'
      continue
    }

    if (expected === 'end') return fault(strange(char) ?? 'text-after-end')

    if (expected === 'key' || expected === 'key-or-end') {
      if (char !== '"') {
        return fault(strange(char) ?? (isWord(text, at) ? 'unquoted-key' : 'unexpected-character'))
      }
      const end = endOfString(text, at)
      if (typeof end !== 'number') return end
      visitor.key?.(at, end)
      at = end
      expected = 'colon'
      continue
    }

    // A value.
    if (char === '{' || char === '[') {
      visitor.value?.(at, char === '{' ? 'object' : 'array')
      open.push(char)
      at += 1
      comma = -1
      expected = char === '{' ? 'key-or-end' : 'value-or-end'
      continue
    }
    visitor.value?.(at, 'plain')
    const end = char === '"' ? endOfString(text, at) : endOfWord(text, at)
    if (typeof end !== 'number') return end
    at = end
    expected = afterValue()
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at += 1
  }
}

/** Where the string that starts at `start` ends (after its quote), or what is wrong in it. */
function endOfString(text: string, start: number): number | SyntaxFault {
  let at = start + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) {
      const escape = text.charAt(at + 1)
      if (escape === '') return { code: 'cut-off', offset: text.length }
      if (escape === 'u') {
        if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
          return { code: 'bad-escape', offset: at }
        }
        at += 6
      } else {
        if (!'"\\/bfnrt'.includes(escape)) return { code: 'bad-escape', offset: at }
        at += 2
      }
      continue
    }
    if (Number.isNaN(code)) return { code: 'cut-off', offset: text.length }
    if (code < 32) return { code: 'control-in-string', offset: at }
    at += 1
  }
}

function endOfWord(text: string, start: number): number | SyntaxFault {
  const word = matchAt(wordPattern, text, start)
  if (word === '') {
    return { code: strange(text.charAt(start)) ?? 'unexpected-character', offset: start }
  }
  if (literals.has(word)) return start + word.length
  if (
    start + word.length === text.length &&
    [...literals].some((whole) => whole.startsWith(word))
  ) {
    return { code: 'cut-off', offset: text.length }
  }
  const number = matchAt(numberPattern, text, start)
  if (number === word) return start + word.length
  return { code: /^[-+.]?\d/.test(word) ? 'bad-number' : 'unknown-word', offset: start }
}

/** A character that gives away a well-known mistake. */
function strange(char: string): SyntaxFaultCode | undefined {
  if (char === '/' || char === '#') return 'comment'
  if (char === "'" || char === '`') return 'single-quotes'
  if ('“”„‘’«»'.includes(char)) return 'curly-quotes'
  return /[\s\p{C}]/u.test(char) ? 'invisible-character' : undefined
}

function isWord(text: string, at: number): boolean {
  return matchAt(wordPattern, text, at) !== ''
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
