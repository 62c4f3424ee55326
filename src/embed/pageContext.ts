import type { TimelineStore } from '#state/timelineStore.ts'
import { canonicalUrl } from '#state/url/urlState.ts'

/** True when this page runs inside another one. */
export const framed = window.parent !== window

/** Only tests and benchmarks ask for this. */
export const testing = new URLSearchParams(window.location.search).get('testing') === '1'

/** What a page of ours knows of its address. */
export interface PageContext {
  /** The address leaves `mode=embed` out. */
  readonly inFrame: boolean
  /** Milliseconds per pixel of the present view: how exactly an address has to name its range. */
  msPerPx(): number
  /** What is shown right now, as the query of an address. */
  query(): string
  /** The full address of what is shown right now, without what only tests or hosts put there. */
  address(): string
}

export function pageContext(store: TimelineStore, inFrame: boolean): PageContext {
  const msPerPx = (): number => {
    const { settled } = store.getState()
    if (settled === undefined) return 1
    return (settled.span.end - settled.span.start) / Math.max(1, window.innerWidth)
  }
  const query = (): string => canonicalUrl(store.getState(), { inFrame, msPerPx: msPerPx() })
  return {
    inFrame,
    msPerPx,
    query,
    address: () => {
      const address = new URL(window.location.href)
      address.search = query()
      return address.href
    },
  }
}
