import '#ui/shared/fonts.css'
import '#ui/shared/tokens.css'
import '#ui/shared/base.css'
import './page.css'

import { createPage } from '#embed/createPage.ts'
import { framed, testing } from '#embed/pageContext.ts'
import { followTitle } from './followTitle.ts'

/** Nothing here may be awaited at the top: the parts that come on demand stand on this file's chunk. */
async function start(): Promise<void> {
  const host = document.querySelector('#app')
  if (!(host instanceof HTMLElement)) throw new Error('The page has no #app to stand in.')

  // There before the picture is: who sees that may press a key.
  const frame = framed ? await import('#embed/attachFrame.ts') : undefined
  // The static skeleton stays until the words are there, so that no language flashes before another.
  const created = await createPage({
    host,
    shipped: 'timeline.json',
    inFrame: framed,
    ...(!framed && { openAnother: () => void bringOpening().then((open) => open()) }),
    saveAs: async (kind, document) => (await import('#ui/share/saveAs.ts')).saveAs(kind, document),
  })
  const { timeline } = created
  let opening: Promise<() => void> | undefined
  /** What hears of dropped files comes once, after the picture or when it is first asked for. */
  function bringOpening(): Promise<() => void> {
    opening ??= import('./acceptDocuments.ts')
      .then((part) => part.acceptDocuments(created))
      .catch((error: unknown) => {
        // What cannot be had now may be had when it is asked for.
        opening = undefined
        throw error
      })
    return opening
  }
  if (!framed) {
    timeline
      .whenSettled()
      .then(bringOpening)
      .catch(() => undefined)
  }

  followTitle(timeline)
  if (!timeline.store.getState().static) frame?.attachFrame(created)
  if (testing) {
    const { exposeForTests } = await import('#embed/exposeForTests.ts')
    exposeForTests(timeline, created.page)
  }
}

void start()
