import { englishWords, loadWords, type Words } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import type { GivenDocument } from '#loading/givenDocument.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { freshState } from '#state/defaultState.ts'
import { syncUrl } from '#state/url/syncUrl.ts'
import { canonicalUrl, foreignQuery, readUrl, type UrlWarning } from '#state/url/urlState.ts'
import type { Surroundings } from '#ui/TimelineContext.tsx'
import { createTimeline, type Timeline } from './createTimeline.tsx'
import { framed, pageContext, type PageContext, testing } from './pageContext.ts'
import { keyOf, pageDocuments } from './pageDocuments.ts'

interface PageParts {
  readonly host: HTMLElement
  /** What is shown where the address names no document. */
  readonly shipped: GivenDocument | string
  /** The mode of an address without one is `embed`. */
  readonly inFrame: boolean
  /** Lets the reader choose another document, beginning with what was dropped here, if anything. */
  readonly openAnother?: () => void
  readonly saveAs?: Surroundings['saveAs']
}

export interface TimelinePage {
  readonly timeline: Timeline
  readonly page: PageContext
  readonly warnings: readonly UrlWarning[]
  /** Calls `fn` when a step past an end is asked for by hand. */
  onEdge(fn: (direction: 1 | -1, key: string | undefined) => void): void
  /**
   * Shows another document in an entry of the history of its own, with nothing left of the last one.
   * `fragment` is what carries the document in a link, where one can.
   */
  open(given: GivenDocument, fragment: string | undefined): void
  /** The same for a document by its address. */
  openAddress(src: string): void
}

/** A whole page that is one timeline: its state comes from the address, and goes there. */
export async function createPage(parts: PageParts): Promise<TimelinePage> {
  const { host, inFrame, openAnother, saveAs } = parts
  const { state, warnings } = readUrl(window.location.search, { inFrame })
  const documents = pageDocuments(window, parts.shipped)
  let wanted = documents.wanted()
  // A document that the address carries goes before one that it names.
  const store = createTimelineStore(wanted === parts.shipped ? state : { ...state, src: undefined })
  const page = pageContext(store, inFrame)
  if (!state.static) syncUrl(store, { window, inFrame, msPerPx: page.msPerPx })

  const locale = chooseLocale([state.lang, ...navigator.languages])
  const words: Words = await loadWords(locale).catch(() => englishWords)
  let edgeReached: (direction: 1 | -1, key: string | undefined) => void = () => undefined
  const timeline = createTimeline({
    store,
    warnings,
    words,
    shipped: wanted,
    surroundings: {
      root: document.documentElement,
      host,
      place: framed ? 'frame' : 'page',
      keys: window,
      testing,
      address: page.address,
      onEdge: (direction, key) => edgeReached(direction, key),
      ...(openAnother && { openAnother }),
      ...(saveAs && { saveAs }),
    },
  })

  const ship = (next: GivenDocument | string): void => {
    if (keyOf(next) === keyOf(wanted)) return
    wanted = next
    timeline.ship(next)
  }
  window.addEventListener('popstate', () => ship(documents.wanted()))

  const begin = (src: string | undefined, fragment: string, carried: unknown): void => {
    const fresh = { ...freshState(store.getState()), src }
    const address = new URL(window.location.href)
    address.hash = fragment
    const ours = canonicalUrl(fresh, { inFrame, msPerPx: 1 })
    address.search = [ours, foreignQuery(address.search)].filter((part) => part !== '').join('&')
    window.history.pushState(carried, '', address)
    store.getState().actions.replaceAll(fresh)
  }
  return {
    timeline,
    page,
    warnings,
    onEdge: (fn) => {
      edgeReached = fn
    },
    open: (given, fragment) => {
      begin(undefined, fragment ?? '', documents.keep(given))
      ship(given)
    },
    openAddress: (src) => {
      begin(src, '', undefined)
      ship(parts.shipped)
    },
  }
}
