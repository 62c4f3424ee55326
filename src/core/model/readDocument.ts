import type { PlaceOf } from './locateInJson.ts'
import {
  type DocumentReading,
  readDocumentInSteps,
  type ReadingSteps,
} from './readDocumentInSteps.ts'
import { rareParts } from './rareParts.ts'
import { withPlaces } from './reading.ts'

/**
 * Reads any JSON value as a timeline. Never throws: what is wrong becomes problems, and one bad event
 * costs no good one. `place`, where the text is at hand, adds line and column.
 */
export function readDocument(json: unknown, place?: PlaceOf): DocumentReading {
  const { document, problems } = throughAll(readDocumentInSteps(json))
  return { document, problems: place === undefined ? problems : withPlaces(problems, place) }
}

/** Goes through all steps at once. */
export function throughAll<T>(steps: ReadingSteps<T>): T {
  let step = steps.next()
  while (step.done !== true) step = steps.next(step.value && rareParts)
  return step.value
}
