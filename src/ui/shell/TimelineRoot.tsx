import { useQuery, type QueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore, type StoreApi } from 'zustand'

import type { FirstLook } from '#core/scene/prepareInSteps.ts'
import type { Words } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { documentQuery } from '#loading/documentQuery.ts'
import type { Loaded } from '#loading/fetchDocument.ts'
import { type GivenDocument, givenQuery } from '#loading/givenDocument.ts'
import type { Progress } from '#loading/readBody.ts'
import type { TilesHere } from '#loading/tiles/tileSource.ts'
import type { TimelineStore, TimelineStoreState } from '#state/timelineStore.ts'
import type { UrlWarning } from '#state/url/urlState.ts'
import type { DrawingCommands, Surroundings } from '#ui/TimelineContext.tsx'
import { TimelineProvider } from '#ui/TimelineProvider.tsx'
import { later } from '#ui/shared/later.tsx'
import { EmptyTimeline } from './EmptyTimeline.tsx'
import { firstLook } from './firstLook.ts'
import { Loading } from './Loading.tsx'
import { type RootSlots, ShownSlot } from './RootSlots.tsx'
import { DetailPanel, panelPlace, Shell } from './Shell.tsx'
import { useAppearance } from './useAppearance.ts'
import { shellSizeOf } from './useShellSize.ts'
import { useWords } from './useWords.ts'

const FailurePage = lazy(async () => ({
  default: (await import('#ui/failure/FailurePage.tsx')).FailurePage,
}))
const Presenter = lazy(async () => ({
  default: (await import('#ui/story/Presenter.tsx')).Presenter,
}))
const FollowTiles = later(async () => (await import('./FollowTiles.tsx')).FollowTiles)
const Steps = lazy(async () => ({ default: (await import('./Steps.tsx')).Steps }))
const StillTimeline = lazy(async () => ({
  default: (await import('./StillTimeline.tsx')).StillTimeline,
}))

const selectSource = (state: TimelineStoreState) => state.src
const selectMode = (state: TimelineStoreState) => state.mode
const selectLang = (state: TimelineStoreState) => state.lang
const selectSteps = (state: TimelineStoreState) => state.steps !== 'none'
const selectStill = (state: TimelineStoreState) => state.static

/** What has come of a timeline in parts. */
interface PartsHere {
  readonly of: Loaded
  /** The same with what has come. */
  readonly loaded: Loaded
  readonly failed: number
  readonly retry: () => void
}

/** Fetches the panel where one will stand. Resolves when it has come, or cannot: its place tells then. */
export async function bringPanel(
  shown: Pick<TimelineStoreState, 'mode' | 'static' | 'panel' | 'event'>,
  { clientWidth, clientHeight }: HTMLElement,
): Promise<void> {
  const { mode, panel, event } = shown
  if (mode === 'present' || shown.static) return
  try {
    await DetailPanel.fetch()
    const place = panelPlace(panel, shellSizeOf(clientWidth, clientHeight))
    if (event === undefined || place !== 'bottom') return
    // The sheet of an open event covers a part of the drawing: coming after it, it would move what is drawn.
    await (await import('#ui/detail/DetailPanel.tsx')).SheetFrame.fetch()
  } catch {
    // What stands in its place tells.
  }
}

interface TimelineRootProps {
  readonly store: TimelineStore
  readonly queries: QueryClient
  readonly surroundings: Surroundings
  /** What the address says wrongly. */
  readonly warnings: readonly UrlWarning[]
  readonly firstWords: Words
  /** What is shown where the address names no document: one at hand, or the address of one. */
  readonly shipped: GivenDocument | string
  readonly progress: StoreApi<Progress | undefined>
  /** Where the rest of the page finds what is inside. */
  readonly slots: RootSlots
}

/** Loads what the address asks for, and shows it, or why it cannot be shown. */
export function TimelineRoot(props: TimelineRootProps) {
  const { store, queries, surroundings, warnings, shipped, progress, slots } = props
  const named = useStore(store, selectSource)
  const mode = useStore(store, selectMode)
  const lang = useStore(store, selectLang)
  const hasSteps = useStore(store, selectSteps)
  const isStill = useStore(store, selectStill)
  const source = named ?? shipped
  const { host } = surroundings
  const query = useQuery(documentIn(source, progress, store, host))
  const first = query.data
  const [parts, setParts] = useState<PartsHere>()
  const own = parts?.of === first ? parts : undefined
  const loaded = own?.loaded ?? first
  const onTiles = useCallback(
    ({ table, problems, failed }: TilesHere, retry: () => void) => {
      if (first) setParts({ of: first, loaded: { ...first, table, problems }, failed, retry })
    },
    [first],
  )

  const wishes = [lang, ...navigator.languages, loaded?.table.document.language]
  const words = useWords(props.firstWords, chooseLocale(wishes), surroundings.root)
  const appearance = useAppearance(store, surroundings)
  const drawing = useRef<DrawingCommands>(undefined)

  const cancelled = query.isPending && query.fetchStatus === 'idle'
  const failed = query.isError || cancelled
  const error = query.error ?? undefined
  const stage =
    loaded === undefined
      ? failed
        ? 'failed'
        : 'loading'
      : loaded.table.length === 0
        ? 'empty'
        : 'shown'
  // Asked for before the first frame: the query itself would wait until that is painted.
  useLayoutEffect(() => {
    void queries.prefetchQuery(documentIn(source, progress, store, host))
  }, [queries, source, progress, store, host])
  useLayoutEffect(() => {
    void bringPanel({ ...store.getState(), mode, static: isStill }, host)
  }, [store, host, mode, isStill])
  useEffect(() => slots.setWords(words), [slots, words])
  useEffect(() => slots.changed({ stage, error }), [slots, stage, error])

  if (loaded === undefined && !failed) {
    return (
      <Loading
        words={words.messages.loading}
        progress={progress}
        onCancel={() => void queries.cancelQueries()}
      />
    )
  }
  if (loaded === undefined) {
    return (
      <Suspense fallback={<span data-pending="" />}>
        <FailurePage
          error={error}
          source={named ?? (typeof shipped === 'string' ? shipped : '')}
          words={words}
          onOpen={surroundings.openAnother}
          onRetry={() => {
            progress.setState(undefined, true)
            void query.refetch()
          }}
          shippedAddress={
            named === undefined || surroundings.place === 'element'
              ? undefined
              : window.location.pathname
          }
        />
      </Suspense>
    )
  }
  return (
    <TimelineProvider
      key={typeof source === 'string' ? loaded.url : source.key}
      store={store}
      surroundings={surroundings}
      loaded={loaded}
      words={words}
      textLanguage={lang ?? words.locale}
      theme={appearance.theme}
      motion={appearance.motion && !isStill}
      drawing={drawing}
      failedParts={own?.failed ?? 0}
      retryParts={own?.retry}
    >
      <ShownSlot slots={slots} />
      {loaded.tiles !== undefined && (
        <FollowTiles source={loaded.tiles} queries={queries} onTiles={onTiles} />
      )}
      {stage === 'empty' ? (
        <EmptyTimeline warnings={warnings} />
      ) : mode === 'present' ? (
        <Suspense fallback={<span data-pending="" />}>
          <Presenter
            inFrame={surroundings.place !== 'page'}
            // In a frame every key is shared with the deck around, by whoever talks to that.
            hearsKeys={surroundings.place !== 'frame'}
            {...(surroundings.onEdge && { onEdge: surroundings.onEdge })}
          />
          <Steps slots={slots} />
        </Suspense>
      ) : isStill ? (
        <Suspense fallback={<span data-pending="" />}>
          <StillTimeline />
          {hasSteps && <Steps slots={slots} />}
        </Suspense>
      ) : (
        <Shell warnings={warnings} slots={slots} />
      )}
    </TimelineProvider>
  )
}

/** The query of a source, where its download is told of, and what of it will be shown first. */
export function documentIn(
  source: GivenDocument | string,
  progress: StoreApi<Progress | undefined>,
  store: TimelineStore,
  host: HTMLElement,
) {
  const look = (): FirstLook => firstLook(store.getState(), host)
  return typeof source === 'string'
    ? documentQuery(source, look, (now) => progress.setState(now, true))
    : givenQuery(source, look)
}
