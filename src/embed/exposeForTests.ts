import type { SceneCounts } from '#core/scene/scene.ts'
import { changeByParams } from '#state/url/changeByParams.ts'
import type { DrawingProbe } from '#ui/TimelineContext.tsx'
import type { Timeline } from './createTimeline.tsx'
import type { PageContext } from './pageContext.ts'

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
  /** Draws only so from now on; `undefined` leaves it to the scene again. */
  prefer(kind: 'svg' | 'canvas' | undefined): void
}

declare global {
  interface Window {
    __throughline?: Throughline
  }
}

/** Offers the timeline of a page to tests. */
export function exposeForTests(timeline: Timeline, { query, inFrame }: PageContext): void {
  const drawing = (): DrawingProbe => {
    const found = timeline.drawing()?.probe
    if (found === undefined) throw new Error('There is no drawing on this page now.')
    return found
  }

  window.__throughline = {
    whenSettled: timeline.whenSettled,
    state: () => Object.fromEntries(new URLSearchParams(query())),
    view: () => drawing().view(),
    drawn: () => {
      const { matching, marks, gathered, outside, labels } = drawing().counts()
      return { matching, marks, gathered, outside, labels }
    },
    positionOf: (id) => drawing().positionOf(id),
    filter: (params) => {
      const texts = Object.entries(params).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : value.join(','),
      ])
      const state = timeline.store.getState()
      const changed = changeByParams(state, Object.fromEntries(texts), { inFrame })
      state.actions.setFilter(changed.state.filter)
    },
    select: (id) => timeline.store.getState().actions.select(id),
    onDraw: (fn) => drawing().onDraw(fn),
    prefer: (kind) => drawing().prefer?.(kind),
  }
}
