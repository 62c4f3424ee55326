import '#ui/shared/fonts.css'
import '#ui/shared/tokens.css'
import '#ui/shared/base.css'
import './page.css'

import { createPage } from '#embed/createPage.ts'
import { framed, testing } from '#embed/pageContext.ts'
import { acceptDocuments } from './acceptDocuments.ts'
import { followTitle } from './followTitle.ts'

const host = document.querySelector('#app')
let openAnother: (() => void) | undefined
if (!(host instanceof HTMLElement)) throw new Error('The page has no #app to stand in.')

// The static skeleton stays until the words are there, so that no language flashes before another.
const created = await createPage({
  host,
  shipped: 'timeline.json',
  inFrame: framed,
  ...(!framed && { openAnother: () => openAnother?.() }),
  saveAs: async (kind, document) => (await import('#ui/share/saveAs.ts')).saveAs(kind, document),
})
const { timeline } = created

followTitle(timeline)
if (!framed) openAnother = acceptDocuments(created)
if (framed && !timeline.store.getState().static) {
  const { attachFrame } = await import('#embed/attachFrame.ts')
  attachFrame(created)
}
if (testing) {
  const { exposeForTests } = await import('#embed/exposeForTests.ts')
  exposeForTests(timeline, created.page)
}
