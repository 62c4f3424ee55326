import '#ui/shared/tokens.css'
import '#ui/shared/base.css'

/** All style sheets of the timeline as one text: the build of the package writes it here. */
const styles = '%THROUGHLINE-STYLES%'

interface Adopted {
  readonly sheet: CSSStyleSheet
  /** Timelines that stand in the root. */
  count: number
}

const adopted = new WeakMap<Node, Adopted>()

/**
 * Gives the document, or the shadow root, in which `host` stands the timeline's style sheet: one for all
 * timelines there. A constructed sheet needs no leave of a content security policy. Returns what takes it
 * away again, with the last of them.
 */
export function adoptStyles(host: HTMLElement): () => void {
  const found = host.getRootNode()
  // A host that is on no page yet will most likely come to the document.
  const root = isStyled(found) ? found : host.ownerDocument
  const entry = adopted.get(root) ?? adopt(root, host.ownerDocument)
  entry.count += 1
  return () => {
    entry.count -= 1
    if (entry.count > 0) return
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet)
    adopted.delete(root)
  }
}

function adopt(root: Document | ShadowRoot, { defaultView }: Document): Adopted {
  // A sheet can only be adopted where it was made.
  const Sheet = defaultView?.CSSStyleSheet ?? CSSStyleSheet
  const sheet = new Sheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const entry = { sheet, count: 0 }
  adopted.set(root, entry)
  return entry
}

function isStyled(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root
}
