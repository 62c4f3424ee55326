import { readEvent, type EventDraft } from '#core/model/readDocumentInSteps.ts'
import { type Reading, startReading } from '#core/model/reading.ts'
import { ValueSkipper } from './skipValue.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of the event that begins at `start`. */
export function eventText(text: Uint8Array, start: number): string {
  const end = new ValueSkipper().skip(text, start, text.length)
  return decoder.decode(text.subarray(start, end < 0 ? text.length : end))
}

/** A reading of what has been read before: what was to be said has been. */
export function silentReading(): Reading {
  const nothing = (): void => {}
  const isOpenFor = (): boolean => false
  return { ...startReading(), report: nothing, isOpenFor, refuse: nothing, noteUnknown: nothing }
}

/** Reads an event once more, which could be read before. */
export function draftAt(text: Uint8Array, start: number): EventDraft {
  const draft = readEvent(JSON.parse(eventText(text, start)), silentReading())
  if (draft === undefined) throw new Error('An event that was read cannot be read')
  return draft
}
