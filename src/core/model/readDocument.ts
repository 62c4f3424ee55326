import type { PlaceOf } from './locateInJson.ts'
import {
  type DocumentReading,
  readDocumentInSteps,
  type ReadingSteps,
} from './readDocumentInSteps.ts'
import { upgradeDocument } from './upgradeDocument.ts'

/**
 * Reads any JSON value as a timeline. Never throws: what is wrong becomes problems, and one bad event
 * costs no good one. `place`, where the text is at hand, adds line and column.
 */
export function readDocument(json: unknown, place?: PlaceOf): DocumentReading {
  return throughAll(readDocumentInSteps(json, place))
}

/** Goes through all steps at once. */
export function throughAll<T>(steps: ReadingSteps<T>): T {
  let step = steps.next()
  while (step.done !== true) step = steps.next(step.value && upgradeDocument)
  return step.value
}
