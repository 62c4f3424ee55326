import type { SyntaxExplanation } from '#core/model/explainSyntax.ts'
import type { Problem } from '#core/model/problem.ts'

/** Why a document could not be had: enough to say what happened, where, and what to do. */
export type FailureReason =
  /** The address itself is refused, before anything is asked of the network. */
  | {
      readonly kind: 'bad-src'
      readonly why: 'scheme' | 'mixed-content' | 'credentials' | 'unreadable'
      /** `javascript:`, as the browser sees it. Absent when the address cannot be read. */
      readonly scheme?: string
    }
  /** The address carries a document that cannot be unpacked: most often its end was cut off. */
  | { readonly kind: 'bad-inline' }
  /** A document was opened from this device, and the page has been loaded anew since. */
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'offline' }
  /** Our own site does not answer. */
  | { readonly kind: 'network' }
  /** Another site does not answer, or does not let our `origin` read: browsers do not tell which. */
  | {
      readonly kind: 'network-or-cors'
      readonly origin: string
      readonly target: string
      readonly header: 'Access-Control-Allow-Origin'
    }
  | { readonly kind: 'not-found'; readonly status: number }
  | { readonly kind: 'http'; readonly status: number }
  /** `seconds` went by without a byte. */
  | { readonly kind: 'timeout'; readonly seconds: number; readonly received: number }
  /** The connection broke in the middle of the file. */
  | {
      readonly kind: 'interrupted'
      readonly received: number
      readonly total: number | undefined
    }
  | {
      readonly kind: 'too-large'
      readonly limit: number
      readonly total: number | undefined
      /** So many events are read from one file, where these are too many, and not the bytes. */
      readonly events?: number
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'is-gzip' }
  | { readonly kind: 'is-utf16' }
  /** A web page came back; `excerpt` is how it begins. */
  | { readonly kind: 'is-html'; readonly excerpt: string }
  | { readonly kind: 'not-json'; readonly syntax: SyntaxExplanation }
  /** JSON, but no timeline. `problem` says what was found instead. */
  | { readonly kind: 'no-events'; readonly problem: Problem }
  | { readonly kind: 'newer-version'; readonly problem: Problem }
  /** The manifest of a tile set, where the tiles beside it cannot be fetched. */
  | { readonly kind: 'is-tiles'; readonly manifest: unknown }
  /** `fault` says in English what is wrong with a tile set. */
  | { readonly kind: 'broken-tiles'; readonly fault: string }

/** A document that could not be loaded. The page shows `reason` and `url` in its own words. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure'
  readonly reason: FailureReason
  /** The address as far as it could be resolved. */
  readonly url: string

  constructor(reason: FailureReason, url: string) {
    super(`${reason.kind}: ${url}`)
    this.reason = reason
    this.url = url
  }
}
