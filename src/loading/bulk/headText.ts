import { type Place, placeAt } from '#core/model/locateInJson.ts'
import { placeOffsets, placeWithin } from './placeOffsets.ts'
import type { DocumentScanner } from './scanDocument.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** What stands around the events of a file, as one text of JSON with an empty list for them. */
export interface DocumentHeadText {
  readonly text: string
  /** Where in the file a place of this text stands. */
  placeInFile(place: Place): Place
}

export function headTextOf(scanner: DocumentScanner): DocumentHeadText {
  const { text, first, listStart, listEnd } = scanner
  if (scanner.isLines) return { text: scanner.linesHeadText, placeInFile: (place) => place }
  const before = decoder.decode(text.subarray(first, listStart))
  const after = decoder.decode(text.subarray(listEnd))
  const whole = before + after
  const cut = placeAt(whole, before.length)
  let behind: Place | undefined
  return {
    text: whole,
    placeInFile: (place) => {
      if (place.line < cut.line || (place.line === cut.line && place.column < cut.column)) {
        return place
      }
      behind ??= placeOffsets(text, [listEnd], first).get(listEnd) ?? cut
      const column = place.line === cut.line ? place.column - cut.column + 1 : place.column
      return placeWithin(behind, { line: place.line - cut.line + 1, column })
    },
  }
}
