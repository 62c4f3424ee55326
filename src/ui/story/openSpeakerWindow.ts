/**
 * Opens (or finds again) the speaker's window and dresses it like this page. The strict policy of the
 * page holds there too: its own style sheets are linked again, and nothing is written as text.
 * Undefined when the browser does not let us.
 */
export function openSpeakerWindow(host: HTMLElement, title: string): Window | undefined {
  const opened = window.open('', 'throughline-speaker', 'popup,width=960,height=640')
  if (opened === null) return undefined
  try {
    const target = opened.document
    target.head.replaceChildren()
    target.body.replaceChildren()
    target.title = title
    const dressed = host.closest('[data-throughline]') ?? host.ownerDocument.documentElement
    for (const { name, value } of dressed.attributes) {
      target.documentElement.setAttribute(name, value)
    }
    const root = host.getRootNode()
    const styled = root instanceof ShadowRoot ? root : host.ownerDocument
    for (const sheet of styled.querySelectorAll('link[rel="stylesheet"], style')) {
      const copy = target.importNode(sheet, true)
      // A relative address would be looked for beside about:blank.
      if (sheet instanceof HTMLLinkElement) copy.setAttribute('href', sheet.href)
      target.head.append(copy)
    }
    adopt(target, styled.adoptedStyleSheets)
    opened.focus()
    return opened
  } catch {
    // A window of that name that belongs to somebody else.
    return undefined
  }
}

/** Sheets made by script belong to one document: the other gets them rule by rule. */
function adopt(target: Document, sheets: readonly CSSStyleSheet[]): void {
  const view = target.defaultView
  if (view === null || sheets.length === 0) return
  target.adoptedStyleSheets = sheets.map((sheet) => {
    const copy = new view.CSSStyleSheet()
    copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'))
    return copy
  })
}
