import { isRecord } from '#core/model/compileReader.ts'
import { explainSyntax } from '#core/model/explainSyntax.ts'
import { locateInJson } from '#core/model/locateInJson.ts'
import type { Problem } from '#core/model/problem.ts'
import type { ImportNotes } from './importNotes.ts'
import { startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import { legacyDeck } from './legacyTimelineJs.ts'
import { scriptToJson } from './scriptToJson.ts'
import { slidesToDocument } from './slidesToDocument.ts'
import { timelineJsDeck } from './timelineJsSlides.ts'
import type { SlideDeck } from './slide.ts'

/**
 * Reads a timeline of TimelineJS 3 (`events`), or of its versions 1 and 2 (`timeline.date`), as JSON or
 * inside of a script. Never throws: what is no such timeline gives a `fatal` problem and no events.
 */
export function importTimelineJs(source: string): Imported {
  const notes = startNotes()
  let text = source
  let json: unknown = parsed(text)
  if (json === undefined) {
    const script = scriptToJson(source)
    text = script.text
    json = parsed(text)
    if (json !== undefined) {
      const message = 'The file is not pure JSON.'
      const hint = `Passed over: ${script.slips.join(', ')}.`
      notes.report('note', 'import-script', message, hint, { line: 1 })
    }
  }
  if (json === undefined) return unreadable(text)
  const deck = deckOf(json, notes)
  if (deck === undefined) {
    const hint =
      'Expected an object with a list "events", or with "timeline" and in it a list "date".'
    return failed('This is no timeline of TimelineJS.', hint, { line: 1, column: 1 })
  }
  const { json: document, problems } = slidesToDocument(deck, notes)
  return { json: document, problems: placed(problems, text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function deckOf(json: unknown, notes: ImportNotes): SlideDeck | undefined {
  if (Array.isArray(json)) return timelineJsDeck({ events: json }, '', notes)
  if (!isRecord(json)) return undefined
  if (Array.isArray(json['events'])) return timelineJsDeck(json, 'events', notes)
  const { timeline } = json
  if (!isRecord(timeline)) return undefined
  if (Array.isArray(timeline['date'])) return legacyDeck(timeline, notes)
  return undefined
}

function unreadable(text: string): Imported {
  const fault = explainSyntax(text)
  if (fault === undefined)
    return failed('This is no JSON.', 'Expected JSON.', { line: 1, column: 1 })
  const { line, column, message, hint } = fault
  return failed(message, hint, { line, column })
}

function failed(
  message: string,
  hint: string,
  place: { readonly line: number; readonly column: number },
): Imported {
  const problem: Problem = {
    code: 'import-unreadable',
    severity: 'fatal',
    path: '',
    ...place,
    message,
    hint,
  }
  return { json: { version: 1, title: 'Untitled timeline', events: [] }, problems: [problem] }
}

/** Adds lines and columns to problems that know their path. */
function placed(problems: readonly Problem[], text: string): readonly Problem[] {
  const paths = new Set(problems.flatMap(({ path }) => (path === '' ? [] : [path])))
  if (paths.size === 0) return problems
  const places = locateInJson(text, [...paths])
  return problems.map((problem) => ({ ...problem, ...places.get(problem.path) }))
}
