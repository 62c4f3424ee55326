import type { QueryClient } from '@tanstack/react-query'

import type { SceneCounts } from '#core/scene/scene.ts'
import type { TimelineStore } from '#state/timelineStore.ts'
import { canonicalUrl, readUrl } from '#state/url/urlState.ts'
import type { DrawingProbe } from '#ui/TimelineContext.tsx'
import { inFrame, msPerPx } from './pageContext.ts'

/** What the page tells tests and benchmarks, and only with `?testing=1` (contracts, section 6). */
interface Throughline {
  /** No query running, no part of the page on its way, no frame dirty, no animation. */
  whenSettled(): Promise<void>
  /** The shareable state, as query parameters. */
  state(): Record<string, string>
  /** What is visible, in epoch milliseconds. */
  view(): { readonly from: number; readonly to: number }
  drawn(): Pick<SceneCounts, 'matching' | 'marks' | 'gathered' | 'outside' | 'labels'>
  positionOf(id: string): { readonly x: number; readonly y: number } | null
  /** What the chips and the search do; the values are those of the query parameters. */
  filter(params: Readonly<Record<string, string | readonly string[]>>): void
  select(id: string | undefined): void
  onDraw(fn: () => void): () => void
}

declare global {
  interface Window {
    __throughline?: Throughline
  }
}

/** What the page has got so far, read anew at each call. */
interface TestedPage {
  readonly store: TimelineStore
  readonly queries: QueryClient
  /** The drawing's probe, once there is one. */
  readonly probe: () => DrawingProbe | undefined
  /** `failed` and `empty` pages have no drawing to wait for. */
  readonly stage: () => 'loading' | 'failed' | 'empty' | 'shown'
}

/** Calm frames in a row after which nothing more is expected. */
const calmFrames = 3

export function exposeForTests({ store, queries, probe, stage }: TestedPage): void {
  const query = (): string => canonicalUrl(store.getState(), { inFrame, msPerPx: msPerPx(store) })

  const isBusy = (): boolean => {
    if (queries.isFetching() > 0 || stage() === 'loading') return true
    if (document.querySelector('[data-pending]') !== null) return true
    if (document.fonts.status === 'loading') return true
    if (stage() !== 'shown' || store.getState().view !== 'timeline') return false
    return probe()?.isSettled() !== true
  }

  const whenSettled = async (): Promise<void> => {
    for (let calm = 0; calm < calmFrames; calm = isBusy() ? 0 : calm + 1) {
      await new Promise(requestAnimationFrame)
    }
  }

  const drawing = (): DrawingProbe => {
    const found = probe()
    if (found === undefined) throw new Error('There is no drawing on this page now.')
    return found
  }

  window.__throughline = {
    whenSettled,
    state: () => Object.fromEntries(new URLSearchParams(query())),
    view: () => drawing().view(),
    drawn: () => {
      const { matching, marks, gathered, outside, labels } = drawing().counts()
      return { matching, marks, gathered, outside, labels }
    },
    positionOf: (id) => drawing().positionOf(id),
    filter: (params) => {
      const wanted = new URLSearchParams(query())
      for (const [name, value] of Object.entries(params)) {
        wanted.set(name, typeof value === 'string' ? value : value.join(','))
      }
      const { state } = readUrl(wanted.toString(), { inFrame })
      store.getState().actions.setFilter(state.filter)
    },
    select: (id) => store.getState().actions.select(id),
    onDraw: (fn) => drawing().onDraw(fn),
  }
}
