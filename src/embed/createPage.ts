import { englishWords, loadWords, type Words } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import type { GivenDocument } from '#loading/givenDocument.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { syncUrl } from '#state/url/syncUrl.ts'
import { readUrl, type UrlWarning } from '#state/url/urlState.ts'
import { createTimeline, type Timeline } from './createTimeline.tsx'
import { framed, pageContext, type PageContext, testing } from './pageContext.ts'

interface PageParts {
  readonly host: HTMLElement
  /** What is shown where the address names no document. */
  readonly shipped: GivenDocument | string
  /** The mode of an address without one is `embed`. */
  readonly inFrame: boolean
}

export interface TimelinePage {
  readonly timeline: Timeline
  readonly page: PageContext
  readonly warnings: readonly UrlWarning[]
  /** Calls `fn` when a step past an end is asked for by hand. */
  onEdge(fn: (direction: 1 | -1, key: string | undefined) => void): void
}

/** A whole page that is one timeline: its state comes from the address, and goes there. */
export async function createPage({ host, shipped, inFrame }: PageParts): Promise<TimelinePage> {
  const { state, warnings } = readUrl(window.location.search, { inFrame })
  const store = createTimelineStore(state)
  const page = pageContext(store, inFrame)
  if (!state.static) syncUrl(store, { window, inFrame, msPerPx: page.msPerPx })

  const locale = chooseLocale([state.lang, ...navigator.languages])
  const words: Words = await loadWords(locale).catch(() => englishWords)
  let edgeReached: (direction: 1 | -1, key: string | undefined) => void = () => undefined
  const timeline = createTimeline({
    store,
    warnings,
    words,
    shipped,
    surroundings: {
      root: document.documentElement,
      host,
      place: framed ? 'frame' : 'page',
      keys: window,
      testing,
      address: page.address,
      onEdge: (direction, key) => edgeReached(direction, key),
    },
  })
  return {
    timeline,
    page,
    warnings,
    onEdge: (fn) => {
      edgeReached = fn
    },
  }
}
