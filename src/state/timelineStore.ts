import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'

import { noFilter } from '#core/data/filterState.ts'
import type { FilterState } from '#core/data/filterState.ts'
import type { Span } from '#core/time/instant.ts'
import type { Viewport } from '#core/viewport/viewport.ts'
import { defaultState, defaultSteps } from './defaultState.ts'
import {
  hideOrganization,
  onlyOrganization,
  sameFilter,
  toggleOrganization,
} from './filterChanges.ts'
import { rangeOfSpan } from './range.ts'
import type { ShareableState, TimelineState } from './timelineState.ts'

/** Everything that may change a timeline. The object and its functions never change. */
export interface TimelineActions {
  /** Selects an event by its id, or nothing. */
  select(event: string | undefined): void
  hover(event: string | undefined): void
  /** Changes parts of the filter. `push: false`, for typing in the search, makes no history entry. */
  setFilter(change: Partial<FilterState>, options?: { readonly push?: boolean }): void
  clearFilter(): void
  /** The same filter as a new object, for when it gives another result: a search has come back. */
  renewFilter(): void
  /** Only this organisation; see `filterChanges.ts` for these three. */
  onlyOrganization(id: string): void
  toggleOrganization(id: string): void
  hideOrganization(id: string): void
  setView(view: ShareableState['view']): void
  setLang(lang: string | undefined): void
  setTheme(theme: ShareableState['theme']): void
  setPanel(panel: ShareableState['panel']): void
  setLanes(lanes: ShareableState['lanes']): void
  /** Called once a frame while moving: changes `viewport` and nothing else. Ignores what is not a span. */
  setViewport(viewport: Viewport): void
  /** Motion has stopped here. `fit` is the span that shows everything; there `range` is undefined. */
  settle(viewport: Viewport, fit?: Span): void
  /**
   * Changes between exploring and presenting in one history entry, going to a step and its event on
   * the way if they are given. A sequence that was the old mode's default becomes the new one's.
   */
  setMode(mode: ShareableState['mode'], stop?: Pick<ShareableState, 'step' | 'event'>): void
  /**
   * Goes to a step of the sequence (0 is the overview), selects its event, and changes what else shows
   * it, in one history entry.
   */
  setStep(
    step: number,
    event: string | undefined,
    shown?: Partial<Pick<ShareableState, 'range' | 'filter'>>,
  ): void
  /** Takes over a whole shareable state, as the back button brings it. Makes no history entry. */
  replaceAll(state: ShareableState): void
}

export interface TimelineStoreState extends TimelineState {
  readonly actions: TimelineActions
}

export type TimelineStore = StoreApi<TimelineStoreState>

const noView = { viewport: undefined, settled: undefined, hover: undefined } as const

/** The state of one timeline. Two timelines on a page have two stores and share nothing. */
export function createTimelineStore(initial: Partial<ShareableState> = {}): TimelineStore {
  return createStore<TimelineStoreState>()((set, get) => {
    /** Sets what deserves a history entry, unless it already is so. */
    const push = (change: Partial<ShareableState>): void =>
      set((state) => ({ ...change, historyMark: state.historyMark + 1 }))

    const changeFilter = (filter: FilterState, pushes: boolean): void => {
      if (sameFilter(filter, get().filter)) return
      if (pushes) push({ filter })
      else set({ filter })
    }

    const actions: TimelineActions = {
      select: (event) => {
        if (event !== get().event) push({ event })
      },
      hover: (hover) => {
        if (hover !== get().hover) set({ hover })
      },
      setFilter: (change, options) =>
        changeFilter({ ...get().filter, ...change }, options?.push ?? true),
      clearFilter: () => changeFilter(noFilter, true),
      renewFilter: () => set(({ filter }) => ({ filter: { ...filter } })),
      onlyOrganization: (id) => changeFilter(onlyOrganization(get().filter, id), true),
      toggleOrganization: (id) => changeFilter(toggleOrganization(get().filter, id), true),
      hideOrganization: (id) => changeFilter(hideOrganization(get().filter, id), true),
      setView: (view) => {
        if (view !== get().view) push({ view })
      },
      setLang: (lang) => set({ lang }),
      setTheme: (theme) => set({ theme }),
      setPanel: (panel) => set({ panel }),
      setLanes: (lanes) => set({ lanes }),
      setViewport: (viewport) => {
        if (isDrawable(viewport)) set({ viewport })
      },
      settle: (viewport, fit) => {
        if (!isDrawable(viewport)) return
        const range = rangeOfSpan(viewport.span, fit, get().range)
        set({ viewport, settled: viewport, range })
      },
      setMode: (mode, stop) => {
        const { mode: before, steps } = get()
        if (mode === before) return
        const next = steps === defaultSteps(before) ? defaultSteps(mode) : steps
        push({ mode, steps: next, ...stop })
      },
      setStep: (step, event, shown = {}) => {
        const state = get()
        const isThere = step === state.step && event === state.event
        const isShown =
          (!('range' in shown) || shown.range === state.range) &&
          (shown.filter === undefined || sameFilter(shown.filter, state.filter))
        if (!isThere || !isShown) push({ step, event, ...shown })
      },
      replaceAll: (state) =>
        // The view of one document is a view of another time in the next.
        set(state.src === get().src ? state : { ...state, ...noView }),
    }
    return {
      ...defaultState,
      ...initial,
      ...noView,
      historyMark: 0,
      actions,
    }
  })
}

/** A NaN or an empty span, once stored, would never leave again: every later view is computed from it. */
function isDrawable({ span, scroll }: Viewport): boolean {
  return (
    Number.isFinite(span.start) &&
    Number.isFinite(span.end) &&
    span.start < span.end &&
    Number.isFinite(scroll)
  )
}
