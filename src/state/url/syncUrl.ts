import { defaultState } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import type { TimelineStore, TimelineStoreState } from '#state/timelineStore.ts'
import { canonicalUrl, foreignQuery, readUrl } from './urlState.ts'

/** The parts of a browser window that the address needs. */
export type HistoryWindow = Pick<
  Window,
  | 'history'
  | 'location'
  | 'performance'
  | 'addEventListener'
  | 'removeEventListener'
  | 'setTimeout'
  | 'clearTimeout'
>

export interface SyncUrlOptions {
  readonly window: HistoryWindow
  readonly inFrame: boolean
  /** Milliseconds per pixel of the present view. */
  readonly msPerPx: () => number
}

/** Least time between two replacements of an entry, in milliseconds: four a second. */
const pause = 250
/** WebKit throws at the hundredth call within ten seconds; pushes and replacements count alike. */
const limit = { calls: 90, within: 10_000 }

/**
 * Keeps the address and the store saying the same. What bumps `historyMark` pushes an entry at once;
 * everything else replaces the present one, a little later and at most four times a second. Going
 * back or forward replaces the store's shareable state. The hash and the parameters that are not ours
 * stay as they are. Returns what undoes all this.
 */
export function syncUrl(
  store: TimelineStore,
  { window, inFrame, msPerPx }: SyncUrlOptions,
): () => void {
  let waiting: 'push' | 'replace' | undefined
  let timer: number | undefined
  let fromHistory = false
  let calls: number[] = []
  let { search } = window.location

  const mayCall = (): boolean => {
    const now = window.performance.now()
    calls = calls.filter((time) => now - time < limit.within)
    return calls.length < limit.calls
  }

  const write = (kind: 'push' | 'replace', state: TimelineStoreState): void => {
    try {
      const address = new URL(window.location.href)
      const ours = canonicalUrl(state, { inFrame, msPerPx: msPerPx() })
      const theirs = foreignQuery(window.location.search)
      address.search = [ours, theirs].filter((part) => part !== '').join('&')
      if (address.href === window.location.href) return
      calls.push(window.performance.now())
      // In a frame an entry of ours would come between the steps of the page around it.
      // What the entry carries besides tells which document is open: it goes along.
      const { state: carried } = window.history
      if (kind === 'push' && !inFrame) window.history.pushState(carried, '', address.href)
      else window.history.replaceState(carried, '', address.href)
    } catch {
      // A sandbox or a browser's own limit: the timeline works on, its address just stays behind.
    } finally {
      search = window.location.search
    }
  }

  const settleUp = (state: TimelineStoreState): void => {
    window.clearTimeout(timer)
    timer = undefined
    if (waiting !== undefined) write(waiting, state)
    waiting = undefined
  }

  const later = (kind: 'push' | 'replace'): void => {
    if (waiting !== 'push') waiting = kind
    timer ??= window.setTimeout(() => {
      timer = undefined
      if (mayCall()) settleUp(store.getState())
      else later(kind)
    }, pause)
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (fromHistory || !shareableDiffers(state, before)) return
    // Who opens another document makes an entry first: a step back right after leads away from that.
    search = window.location.search
    if (state.historyMark === before.historyMark) {
      later('replace')
    } else if (mayCall()) {
      // The entry that is left behind first gets what it was still owed.
      settleUp(before)
      write('push', state)
    } else {
      later('push')
    }
  })

  const onPopState = (): void => {
    // A jump to an anchor comes here too, and changes nothing of ours.
    if (window.location.search === search) return
    window.clearTimeout(timer)
    timer = undefined
    waiting = undefined
    search = window.location.search
    fromHistory = true
    try {
      store.getState().actions.replaceAll(readUrl(search, { inFrame }).state)
    } finally {
      fromHistory = false
    }
  }
  const onPageHide = (): void => settleUp(store.getState())

  window.addEventListener('popstate', onPopState)
  window.addEventListener('pagehide', onPageHide)
  return () => {
    unsubscribe()
    window.clearTimeout(timer)
    window.removeEventListener('popstate', onPopState)
    window.removeEventListener('pagehide', onPageHide)
  }
}

const shareableKeys = Object.keys(defaultState).filter(isShareable)

function isShareable(key: string): key is keyof ShareableState {
  return key in defaultState
}

/** Cheap enough for every frame of a pan, in which nothing shareable changes. */
function shareableDiffers(a: TimelineStoreState, b: TimelineStoreState): boolean {
  return shareableKeys.some((key) => a[key] !== b[key])
}
