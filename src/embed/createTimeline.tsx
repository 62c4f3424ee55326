import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand'

import type { Words } from '#i18n/loadWords.ts'
import type { GivenDocument } from '#loading/givenDocument.ts'
import type { Progress } from '#loading/readBody.ts'
import type { StepControl } from '#state/stepControl.ts'
import type { TimelineStore } from '#state/timelineStore.ts'
import type { UrlWarning } from '#state/url/urlState.ts'
import type { DrawingCommands, Surroundings, TimelineContextValue } from '#ui/TimelineContext.tsx'
import { ErrorBoundary } from '#ui/shell/ErrorBoundary.tsx'
import type { RootSlots, RootStage, StepPlayer } from '#ui/shell/RootSlots.tsx'
import { bringPanel, documentIn, TimelineRoot } from '#ui/shell/TimelineRoot.tsx'

export interface TimelineParts {
  readonly store: TimelineStore
  readonly surroundings: Surroundings
  readonly warnings: readonly UrlWarning[]
  readonly words: Words
  /** What is shown where the state names no document. */
  readonly shipped: GivenDocument | string
}

/** One timeline in a page, with what those who mount it need to know of its inside. */
export interface Timeline {
  readonly store: TimelineStore
  stage(): RootStage
  /** In the language of the interface right now. */
  words(): Words
  /** What is on screen; undefined while it loads, and when it could not be loaded. */
  shown(): TimelineContextValue | undefined
  /** Undefined without steps, and until they are there. */
  steps(): StepControl | undefined
  drawing(): DrawingCommands | undefined
  /** Another document takes the shipped one's place. */
  ship(shipped: GivenDocument | string): void
  /** Holds autoplay back. */
  hold(held: boolean): void
  /** Somebody steps by hand: it no longer plays by itself. */
  stopPlaying(): void
  /** Says on screen that the keys are the deck's again. */
  keysReturned(): void
  /** Calls all who listen for changes, for one who came late. */
  tell(): void
  /** Calls `fn` when `stage`, `shown` or `steps` gives something else; returns its stop. */
  onChange(fn: () => void): () => void
  /** True while anything is on its way: data, parts of the page, fonts, frames, flights. */
  isBusy(): boolean
  /** Resolves once nothing is. Waits, and asks for no frames, while there is no room to draw in. */
  whenSettled(): Promise<void>
  unmount(): void
}

/** Milliseconds that the document, and then its panel, is waited for; then it is said that it is on its way. */
const mayWait = 100

/** Calm frames in a row after which nothing more is expected. */
const calmFrames = 3

let timelines = 0

/** Renders a timeline into the host of its surroundings. Two of them share nothing. */
export function createTimeline(parts: TimelineParts): Timeline {
  const { store, surroundings, warnings, words } = parts
  const { host } = surroundings
  // Before anything is rendered, or it would come a commit after the first picture.
  const panel = bringPanel(store.getState(), host)
  timelines += 1
  const queries = new QueryClient()
  const progress = createStore<Progress | undefined>(() => undefined)
  const root = createRoot(host, { identifierPrefix: `tl${timelines}-` })
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  let stage: RootStage = { stage: 'loading', error: undefined }
  const life = { isOver: false }
  let shipped = parts.shipped
  let shown: TimelineContextValue | undefined
  let steps: StepControl | undefined
  let player: StepPlayer | undefined
  let isHeld = false
  let spoken = words
  const slots: RootSlots = {
    changed: (next) => {
      stage = next
      tell()
    },
    setWords: (next) => {
      spoken = next
    },
    setShown: (next) => {
      shown = next
      if (next !== undefined) tell()
    },
    setSteps: (next, nextPlayer) => {
      steps = next
      player = nextPlayer
      if (next !== undefined) tell()
    },
    isHeld: () => isHeld,
  }

  const render = (): void =>
    root.render(
      <ErrorBoundary words={words.messages.app}>
        <QueryClientProvider client={queries}>
          <TimelineRoot
            store={store}
            queries={queries}
            surroundings={surroundings}
            warnings={warnings}
            firstWords={words}
            shipped={shipped}
            progress={progress}
            slots={slots}
          />
        </QueryClientProvider>
      </ErrorBoundary>,
    )
  // A short document that is here already is the first thing shown, with its panel; until then the page has
  // its skeleton.
  const asked = queries.prefetchQuery(
    documentIn(store.getState().src ?? shipped, progress, store, host),
  )
  void soon(asked)
    .then(() => soon(panel))
    .then(() => {
      if (!life.isOver) render()
    })

  const isBusy = (): boolean => {
    if (queries.isFetching() > 0 || stage.stage === 'loading') return true
    if (host.querySelector('[data-pending]') !== null) return true
    if (document.fonts.status === 'loading') return true
    const state = store.getState()
    if (stage.stage !== 'shown' || shown === undefined) return stage.stage === 'shown'
    const { probe } = shown.drawing.current ?? {}
    if (probe === undefined) {
      return state.view === 'timeline' && !state.static && isRoomy(host)
    }
    return !probe.isSettled()
  }

  return {
    store,
    stage: () => stage,
    words: () => spoken,
    shown: () => shown,
    steps: () => steps,
    drawing: () => shown?.drawing.current,
    ship: (next) => {
      shipped = next
      // The view was one of another time.
      store.setState({ viewport: undefined, settled: undefined, hover: undefined })
      render()
    },
    hold: (held) => {
      isHeld = held
      player?.hold(held)
    },
    stopPlaying: () => player?.stop(),
    keysReturned: () => player?.keysReturned(),
    tell,
    onChange: (fn) => {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    isBusy,
    whenSettled: async () => {
      for (let calm = 0; calm < calmFrames && !life.isOver; calm = isBusy() ? 0 : calm + 1) {
        if (host.clientWidth === 0 || host.clientHeight === 0) await someSize(host, life)
        await new Promise(requestAnimationFrame)
      }
    },
    unmount: () => {
      life.isOver = true
      listeners.clear()
      root.unmount()
      // A fetch that this cuts off would start a clock, and be kept until that has run out.
      for (const query of queries.getQueryCache().getAll()) {
        query.setOptions({ ...query.options, gcTime: Infinity })
      }
      queries.clear()
      delete surroundings.root.dataset['theme']
      delete surroundings.root.dataset['motion']
    },
  }
}

/** Resolves when something has come, or has been waited for. */
async function soon(something: Promise<unknown>): Promise<void> {
  await Promise.race([something, new Promise((done) => setTimeout(done, mayWait))])
}

/** Below this a poster stands for the drawing. */
function isRoomy(host: HTMLElement): boolean {
  return host.clientWidth >= 280 && host.clientHeight >= 160
}

/** Waits until the host has a size, by its observer and no timer. */
function someSize(host: HTMLElement, life: { readonly isOver: boolean }): Promise<void> {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (!life.isOver && (host.clientWidth === 0 || host.clientHeight === 0)) return
      observer.disconnect()
      resolve()
    })
    observer.observe(host)
  })
}
