import type { Problem } from '#core/model/problem.ts'
import type { FailureReason } from './loadFailure.ts'

export type Decoded =
  | { readonly text: string; readonly problems: readonly Problem[] }
  | { readonly failure: FailureReason }

/** Bytes as text, or what they are instead of JSON in UTF-8. A byte order mark is passed over. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0x1f && second === 0x8b) return { failure: { kind: 'is-gzip' } }
  if (isUtf16(first, second)) return { failure: { kind: 'is-utf16' } }
  const { text, isSound } = decodeUtf8(bytes)
  const start = text.slice(0, 1000).trimStart()
  if (start === '' && text.trim() === '') return { failure: { kind: 'empty' } }
  if (start.startsWith('<')) {
    return { failure: { kind: 'is-html', excerpt: text.trimStart().slice(0, 80) } }
  }
  return { text, problems: isSound ? [] : [unreadableBytes(lineOfFirst(text))] }
}

/** By its byte order mark, or by the zero byte beside an opening bracket. */
function isUtf16(first: number | undefined, second: number | undefined): boolean {
  const mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return mark || (first === 0 && second !== 0) || (first !== 0 && second === 0)
}

function decodeUtf8(bytes: Uint8Array): { text: string; isSound: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isSound: true }
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), isSound: false }
  }
}

function lineOfFirst(text: string): number {
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length
}

export function unreadableBytes(line: number): Problem {
  return {
    code: 'bytes-unreadable',
    severity: 'warning',
    path: '',
    line,
    column: 1,
    message: 'The file holds bytes that are not UTF-8.',
    hint: 'They are shown as \ufffd. Save the file as UTF-8.',
  }
}
