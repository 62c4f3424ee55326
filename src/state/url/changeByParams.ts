import { defaultState } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { canonicalUrl, readUrl, type UrlWarning } from './urlState.ts'

/**
 * The state after some parameters have changed, given by the names and values of the address; an empty
 * value is the default, and what is not named stays exactly as it is. Never throws.
 */
export function changeByParams(
  state: ShareableState,
  params: Readonly<Record<string, string>>,
  { inFrame }: { readonly inFrame: boolean },
): { readonly state: ShareableState; readonly warnings: readonly UrlWarning[] } {
  const query = canonicalUrl(state, { inFrame, msPerPx: 1 })
  const wanted = new URLSearchParams(query)
  for (const [name, value] of Object.entries(params)) wanted.set(name, value)
  // The address rounds a range: only what reads differently than before has changed.
  const before = readUrl(query, { inFrame }).state
  const { state: after, warnings } = readUrl(wanted.toString(), { inFrame })
  const next = { ...after }
  for (const key of shareableKeys) keepUnchanged(key, next, before, state)
  return { state: { ...state, ...next }, warnings }
}

function keepUnchanged<K extends keyof ShareableState>(
  key: K,
  next: { -readonly [P in K]: ShareableState[P] },
  before: ShareableState,
  state: ShareableState,
): void {
  if (sameValue(before[key], next[key])) next[key] = state[key]
}

const shareableKeys = Object.keys(defaultState).filter(isShareable)

function isShareable(key: string): key is keyof ShareableState {
  return key in defaultState
}

/** Values are words, numbers, lists of ids, a filter, or a span whose ends may be infinite. */
function sameValue(a: unknown, b: unknown): boolean {
  return a === b || text(a) === text(b)
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' ? String(part) : part,
  )
}
