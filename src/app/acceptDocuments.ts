import type { TimelinePage } from '#embed/createPage.ts'
import type { ForeignFile } from '#loading/readForeign.ts'

/** So much pasted text is meant to be a timeline, not a word for a field that had lost the focus. */
const leastPasted = 20

/**
 * Lets readers bring documents of their own: by dropping a file anywhere on the page, by pasting, and
 * by the dialog that the result opens. The dialog, and what reads files, come when first needed.
 */
export function acceptDocuments(page: TimelinePage): () => void {
  const open = (file?: ForeignFile): void => {
    void import('./showOpenDialog.tsx').then(({ showOpenDialog }) => showOpenDialog(page, file))
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    open({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const words = (): string => page.timeline.words().messages.app.dropHere
  const { body } = document
  const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') === true

  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return
    // Without this the browser leaves the page for the file.
    event.preventDefault()
    body.dataset['drop'] = words()
  })
  window.addEventListener('dragleave', (event) => {
    // Null when the pointer leaves the window, and not just one part of the page for the next.
    if (event.relatedTarget === null) delete body.dataset['drop']
  })
  window.addEventListener('drop', (event) => {
    delete body.dataset['drop']
    if (!hasFiles(event)) return
    event.preventDefault()
    void take(event.dataTransfer?.files[0])
  })
  window.addEventListener('paste', (event) => {
    if (isField(event.target)) return
    const { clipboardData } = event
    const [file] = clipboardData?.files ?? []
    const text = clipboardData?.getData('text/plain') ?? ''
    if (file !== undefined && !file.type.startsWith('image/')) void take(file)
    else if (text.length >= leastPasted) {
      open({ name: '', bytes: new TextEncoder().encode(text) })
    }
  })
  performance.mark('throughline-open-ready')
  return () => open()
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
}
