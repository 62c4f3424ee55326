import { useQuery, type QueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useStore } from 'zustand'

import type { Words } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { documentQuery } from '#loading/documentQuery.ts'
import type { Progress } from '#loading/readBody.ts'
import type { TimelineStore, TimelineStoreState } from '#state/timelineStore.ts'
import type { UrlWarning } from '#state/url/urlState.ts'
import type { DrawingCommands } from '#ui/TimelineContext.tsx'
import { TimelineProvider } from '#ui/TimelineProvider.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { EmptyTimeline } from './EmptyTimeline.tsx'
import { Loading } from './Loading.tsx'
import { addressOf, inFrame, testing } from './pageContext.ts'
import { Shell } from './Shell.tsx'
import { useAppearance } from './useAppearance.ts'
import { useTesting } from './useTesting.ts'
import { useWords } from './useWords.ts'

const FailurePage = lazy(async () => ({
  default: (await import('#ui/failure/FailurePage.tsx')).FailurePage,
}))

const Presenter = lazy(async () => ({
  default: (await import('#ui/story/Presenter.tsx')).Presenter,
}))

/** The document that comes with the page. */
const shippedSource = 'timeline.json'

const selectSource = (state: TimelineStoreState) => state.src
const selectMode = (state: TimelineStoreState) => state.mode
const selectLang = (state: TimelineStoreState) => state.lang

interface AppProps {
  readonly store: TimelineStore
  readonly queries: QueryClient
  readonly warnings: readonly UrlWarning[]
  readonly firstWords: Words
}

/** Loads what the address asks for, and shows it, or why it cannot be shown. */
export function App({ store, queries, warnings, firstWords }: AppProps) {
  const source = useStore(store, selectSource) ?? shippedSource
  const mode = useStore(store, selectMode)
  const lang = useStore(store, selectLang)
  const [progress, setProgress] = useState<Progress>()
  const query = useQuery(documentQuery(source, setProgress))
  const loaded = query.data

  const wishes = [lang, ...navigator.languages, loaded?.document.language]
  const words = useWords(firstWords, chooseLocale(wishes))
  const appearance = useAppearance(store, { testing })
  const drawing = useRef<DrawingCommands>(undefined)
  const address = useCallback(() => addressOf(store), [store])

  const cancelled = query.isPending && query.fetchStatus === 'idle'
  const failed = query.isError || cancelled
  const stage = loaded === undefined ? (failed ? 'failed' : 'loading') : 'shown'
  useTesting({ store, queries, drawing, stage: loaded?.table.length === 0 ? 'empty' : stage })

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
          error={query.error ?? undefined}
          source={source}
          words={words}
          onRetry={() => {
            setProgress(undefined)
            void query.refetch()
          }}
          shippedAddress={source === shippedSource ? undefined : window.location.pathname}
        />
      </Suspense>
    )
  }
  return (
    <TimelineProvider
      key={loaded.url}
      store={store}
      loaded={loaded}
      words={words}
      textLanguage={lang ?? words.locale}
      theme={appearance.theme}
      motion={appearance.motion}
      drawing={drawing}
    >
      <DocumentHead />
      {loaded.table.length === 0 ? (
        <EmptyTimeline warnings={warnings} />
      ) : mode === 'present' ? (
        <Suspense fallback={<span data-pending="" />}>
          <Presenter inFrame={inFrame} />
        </Suspense>
      ) : (
        <Shell warnings={warnings} address={address} />
      )}
    </TimelineProvider>
  )
}
