import type { GivenDocument } from '#loading/givenDocument.ts'
import { LoadFailure } from '#loading/loadFailure.ts'

/** The documents of a page that its address does not name by `src`. */
export interface PageDocuments {
  /** What the present entry of the history asks for. */
  wanted(): GivenDocument | string
  /** Keeps a document for as long as the page lives, and gives what its history entries must carry. */
  keep(given: GivenDocument): { readonly opened: string }
}

/**
 * Which document belongs to which entry of the history: one that the fragment carries (`#d=`), one
 * that was opened here and is kept in memory, or else the one that comes with the page.
 */
export function pageDocuments(
  window: Pick<Window, 'history' | 'location'>,
  shipped: GivenDocument | string,
): PageDocuments {
  const kept = new Map<string, GivenDocument>()
  return {
    wanted: () => {
      const opened = openedIn(window.history.state)
      const { hash } = window.location
      const given = opened === undefined ? undefined : kept.get(opened)
      if (given !== undefined) return given
      if (hash.startsWith('#d=')) return inline(hash)
      return opened === undefined ? shipped : gone(opened)
    },
    keep: (given) => {
      kept.set(given.key, given)
      return { opened: given.key }
    },
  }
}

/** The key by which two answers of `wanted` are the same. */
export function keyOf(wanted: GivenDocument | string): string {
  return typeof wanted === 'string' ? wanted : wanted.key
}

function openedIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('opened' in state)) return undefined
  return typeof state.opened === 'string' ? state.opened : undefined
}

function inline(hash: string): GivenDocument {
  return {
    key: hash,
    isInLink: true,
    bytes: async () => (await import('#loading/inlineDocument.ts')).unpackInline(hash),
  }
}

function gone(key: string): GivenDocument {
  return { key, bytes: () => Promise.reject(new LoadFailure({ kind: 'not-kept' }, key)) }
}
