import type { TimelineStore } from '#state/timelineStore.ts'
import { canonicalUrl } from '#state/url/urlState.ts'

/** True when this page runs inside another one. */
export const inFrame = window.parent !== window

/** Only tests and benchmarks ask for this. */
export const testing = new URLSearchParams(window.location.search).get('testing') === '1'

/** Milliseconds per pixel of the present view: how exactly an address has to name its range. */
export function msPerPx(store: TimelineStore): number {
  const { settled } = store.getState()
  if (settled === undefined) return 1
  return (settled.span.end - settled.span.start) / Math.max(1, window.innerWidth)
}

/** What is shown right now, as the query of an address. */
export function queryOf(store: TimelineStore): string {
  return canonicalUrl(store.getState(), { inFrame, msPerPx: msPerPx(store) })
}

/** The full address of what is shown right now, without what only tests or hosts put there. */
export function addressOf(store: TimelineStore): string {
  const address = new URL(window.location.href)
  address.search = queryOf(store)
  return address.href
}
