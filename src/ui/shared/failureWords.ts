import { count } from '#i18n/counts.ts'
import type { FailureMessages } from '#i18n/failureMessages.en.ts'
import type { FailureReason } from '#loading/loadFailure.ts'

/** What a failure page says: what happened, why, where in the file, and what to do. */
export interface FailureWords {
  readonly title: string
  readonly text: string
  /** A piece of the file, its lines and columns kept. */
  readonly excerpt?: string
  readonly place?: { readonly line: number; readonly column: number }
  /** What the reader of the file found there; English, as people search for it. */
  readonly finding?: string
  readonly help: string
}

/** Puts a reason into words. Sizes are told by `size`, which takes bytes. */
export function failureWords(
  reason: FailureReason,
  words: FailureMessages['failure'],
  size: (bytes: number) => string,
): FailureWords {
  const title = words[reason.kind]
  switch (reason.kind) {
    case 'bad-src':
      return {
        title,
        text: words['bad-srcText'][reason.why](reason.scheme ?? ''),
        help: words['bad-srcHelp'],
      }
    case 'bad-inline':
    case 'not-kept':
    case 'offline':
    case 'network':
    case 'empty':
    case 'is-gzip':
    case 'is-utf16':
    case 'is-tiles':
      return { title, text: words[`${reason.kind}Text`], help: words[`${reason.kind}Help`] }
    case 'network-or-cors':
      return {
        title,
        text: words['network-or-corsText'](reason.target, reason.origin),
        help: words['network-or-corsHelp'](reason.header),
      }
    case 'not-found':
      return { title, text: words['not-foundText'](reason.status), help: words['not-foundHelp'] }
    case 'http':
      return { title, text: words.httpText(reason.status), help: words.httpHelp(reason.status) }
    case 'timeout':
      return {
        title,
        text: words.timeoutText(reason.seconds, size(reason.received)),
        help: words.timeoutHelp,
      }
    case 'interrupted':
      return {
        title,
        text: words.interruptedText(size(reason.received), maybe(reason.total, size)),
        help: words.interruptedHelp,
      }
    case 'too-large':
      return {
        title,
        text:
          reason.events === undefined
            ? words['too-largeText'](size(reason.limit), maybe(reason.total, size))
            : words['too-largeEvents'](count(reason.events)),
        help: words['too-largeHelp'],
      }
    case 'broken-tiles':
      return {
        title,
        text: words['broken-tilesText'],
        finding: reason.fault,
        help: words['broken-tilesHelp'],
      }
    case 'is-html':
      return {
        title,
        text: words['is-htmlText'],
        excerpt: reason.excerpt,
        help: words['is-htmlHelp'],
      }
    case 'not-json': {
      const { line, column, message, hint, excerpt } = reason.syntax
      return {
        title,
        text: words['not-jsonText'],
        excerpt,
        place: { line, column },
        finding: message,
        help: hint,
      }
    }
    case 'no-events':
    case 'newer-version': {
      const { line, column, message, hint } = reason.problem
      return {
        title,
        text: words[`${reason.kind}Text`],
        ...(line === undefined ? {} : { place: { line, column: column ?? 1 } }),
        finding: message,
        help: hint,
      }
    }
  }
}

function maybe(bytes: number | undefined, size: (bytes: number) => string): string | undefined {
  return bytes === undefined ? undefined : size(bytes)
}
