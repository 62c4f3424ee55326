import '#ui/shared/fonts.css'
import '#ui/shared/tokens.css'
import '#ui/shared/base.css'
import './page.css'

import { createTimeline } from '#embed/createTimeline.tsx'
import { englishWords, loadWords, type Words } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { syncUrl } from '#state/url/syncUrl.ts'
import { readUrl } from '#state/url/urlState.ts'
import { followTitle } from './followTitle.ts'
import { addressOf, inFrame, msPerPx, queryOf, testing } from '#embed/pageContext.ts'

/** The document that comes with the page. */
const shipped = 'timeline.json'

const host = document.querySelector('#app')
if (!(host instanceof HTMLElement)) throw new Error('The page has no #app to stand in.')

const { state, warnings } = readUrl(window.location.search, { inFrame })
const store = createTimelineStore(state)
syncUrl(store, { window, inFrame, msPerPx: () => msPerPx(store) })

const locale = chooseLocale([state.lang, ...navigator.languages])

// The static skeleton stays until the words are there, so that no language flashes before another.
const words: Words = await loadWords(locale).catch(() => englishWords)

const timeline = createTimeline({
  store,
  warnings,
  words,
  shipped,
  surroundings: {
    root: document.documentElement,
    host,
    place: inFrame ? 'frame' : 'page',
    keys: window,
    testing,
    address: () => addressOf(store),
  },
})
followTitle(timeline)
if (testing) {
  void import('#embed/exposeForTests.ts').then(({ exposeForTests }) =>
    exposeForTests(timeline, () => queryOf(store), inFrame),
  )
}
