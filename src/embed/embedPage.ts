import '#ui/shared/tokens.css'
import '#ui/shared/base.css'
import '#ui/shell/skeleton.css'
import './embedPage.css'

import { attachFrame } from './attachFrame.ts'
import { createPage } from './createPage.ts'
import { exposeForTests } from './exposeForTests.ts'
import { framed, testing } from './pageContext.ts'

/** The document that the build wrote into the page; without it, the file beside the page. */
function shippedDocument(): { readonly key: string; readonly json: unknown } | string {
  const text = document.querySelector('#document')?.textContent ?? ''
  return text.trim() === '' ? 'timeline.json' : { key: 'shipped', json: JSON.parse(text) }
}

/** The embed page: one file, in whatever frame it is put. */
async function start(): Promise<void> {
  const host = document.querySelector('#timeline')
  if (!(host instanceof HTMLElement)) throw new Error('The page has no #timeline to stand in.')
  const created = await createPage({ host, shipped: shippedDocument(), inFrame: true })
  if (framed && !created.timeline.store.getState().static) attachFrame(created)
  if (testing) exposeForTests(created.timeline, created.page)
}

void start()
