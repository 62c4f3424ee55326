import '#ui/shared/tokens.css'
import '#ui/shared/base.css'
import './element.css'

/** All style sheets of the timeline as one text: the build of the element writes it here. */
const styles = '%THROUGHLINE-STYLES%'

let sheet: CSSStyleSheet | undefined

/** The one style sheet that all elements of a page share. */
export function elementSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
  }
  return sheet
}
