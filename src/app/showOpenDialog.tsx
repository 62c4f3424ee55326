import { createRoot, type Root } from 'react-dom/client'

import type { TimelinePage } from '#embed/createPage.ts'
import { packInline } from '#loading/inlineDocument.ts'
import type { ForeignFile } from '#loading/readForeign.ts'
import { OpenDialog } from '#ui/open/OpenDialog.tsx'
import type { Reading } from '#ui/open/readAsked.ts'

/** Longer links are cut by the programs that pass them on. */
const longestLink = 32_000

let root: Root | undefined
let opened = 0

/** Opens the dialog beside the timeline, which it outlives: a page without a timeline needs it most. */
export function showOpenDialog(page: TimelinePage, file: ForeignFile | undefined): void {
  root ??= createRoot(document.body.appendChild(document.createElement('div')))
  const close = (): void => root?.render(undefined)
  root.render(
    <OpenDialog
      words={page.timeline.words()}
      first={file}
      onClose={close}
      onShow={(shown) => {
        close()
        void show(page, shown)
      }}
    />,
  )
}

/** Packing makes a twentieth of a text at best. */
async function packed(json: string): Promise<string | undefined> {
  return json.length > 20 * longestLink ? undefined : packInline(json)
}

async function show(page: TimelinePage, shown: Extract<Reading, { kind: 'read' }>): Promise<void> {
  if (shown.address !== undefined) {
    page.openAddress(shown.address)
    return
  }
  const { loaded } = shown
  opened += 1
  const fragment = loaded.bytes > 20 * longestLink ? undefined : await packed(shown.json())
  const isShort = fragment !== undefined && fragment.length <= longestLink
  const given = { key: `opened${opened}-${performance.timeOrigin}`, name: loaded.fileName, loaded }
  page.open(given, isShort ? fragment : undefined)
}
