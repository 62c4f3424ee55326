import '#ui/shared/fonts.css'
import '#ui/shared/tokens.css'
import '#ui/shared/base.css'
import './page.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'

import { englishWords, loadWords, type Words } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { syncUrl } from '#state/url/syncUrl.ts'
import { readUrl } from '#state/url/urlState.ts'
import { App } from './App.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { inFrame, msPerPx } from './pageContext.ts'

const host = document.querySelector('#app')
if (host === null) throw new Error('The page has no #app to stand in.')

const { state, warnings } = readUrl(window.location.search, { inFrame })
const store = createTimelineStore(state)
syncUrl(store, { window, inFrame, msPerPx: () => msPerPx(store) })

const queries = new QueryClient()
const locale = chooseLocale([state.lang, ...navigator.languages])

// The static skeleton stays until the words are there, so that no language flashes before another.
const words: Words = await loadWords(locale).catch(() => englishWords)

createRoot(host).render(
  <ErrorBoundary words={words.messages.app}>
    <QueryClientProvider client={queries}>
      <App store={store} queries={queries} warnings={warnings} firstWords={words} />
    </QueryClientProvider>
  </ErrorBoundary>,
)
