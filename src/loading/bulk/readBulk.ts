import type { EventColumns } from '#core/data/eventTable.ts'
import type { DocumentHead } from '#core/model/document.ts'
import type { Problem } from '#core/model/problem.ts'
import { isOlder } from '#core/model/readHead.ts'
import { startReading, withPlaces } from '#core/model/reading.ts'
import { unreadableBytes } from '#loading/decodeText.ts'
import type { FailureReason } from '#loading/loadFailure.ts'
import { EventPass, type Root } from './eventPass.ts'
import { eventText } from './eventText.ts'
import { finishPass } from './finishPass.ts'
import { headTextOf } from './headText.ts'
import type { Ids } from './ids.ts'
import { joinReadings } from './joinReadings.ts'
import { lineOfUnreadable } from './placeOffsets.ts'
import { ProblemPlaces } from './placeProblems.ts'
import { type DocumentScanner, rootOf } from './scanDocument.ts'

/** A document in bulk: columns, and the file itself, from which single events are read when asked for. */
export interface BulkDocument {
  readonly head: DocumentHead
  readonly columns: EventColumns
  readonly ids: Ids
  /** By the place among the events that were kept: where each begins in `ids.text`. */
  readonly starts: Uint32Array
  /** Places of events whose relation `part-of` was left out. */
  readonly cut: Int32Array
  readonly problems: readonly Problem[]
}

/** `whole`: only a reading of the file as a whole can tell what it is. */
export type BulkResult =
  | { readonly kind: 'read'; readonly document: BulkDocument }
  | { readonly kind: 'whole' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

const whole: BulkResult = { kind: 'whole' }

/** What a scanner has found, once all bytes have come. */
export function readBulk(scanner: DocumentScanner): BulkResult {
  const { text, first } = scanner
  const isSound = scanner.finish()
  const { pass } = scanner
  if (!isSound || pass === undefined) return fatalHead(scanner) ?? whole
  const headText = headTextOf(scanner)
  const json = scanner.isLines ? scanner.linesHead : parsed(headText.text)
  const reading = startReading()
  const root = json === undefined ? undefined : rootOf(json, reading)
  if (root === undefined) return whole
  // Fields of drafts are renamed, which only the reading of a whole document does.
  if (pass.hasDraftNames && isOlder(json) && !scanner.isLines) return whole
  const events = isSame(pass.root, root) ? pass : passAgain(pass, root, text)

  const finished = finishPass(events, root, text)
  const places = new ProblemPlaces(text, first, headText, events)
  const mayBeUnreadable = events.mayBeUnreadable || headText.text.includes('\ufffd')
  const line = mayBeUnreadable ? lineOfUnreadable(text, first) : undefined
  const problems = [
    ...(line === undefined ? [] : [unreadableBytes(line)]),
    ...places.repeatedKeys(),
    ...withPlaces(joinReadings([reading, ...finished.readings]).finish(), (paths) =>
      places.locate(paths),
    ),
  ]
  const { head, columns, cut } = finished
  const starts = startsOf(events)
  return {
    kind: 'read',
    document: { head, columns, ids: { ...events.ids.done(), text }, starts, cut, problems },
  }
}

/** Lines under a head that cannot be read are nothing else either. */
function fatalHead({ isLines, linesHead }: DocumentScanner): BulkResult | undefined {
  const reading = startReading()
  if (!isLines || linesHead === undefined || rootOf(linesHead, reading)) return undefined
  const problem = reading.finish().find(({ severity }) => severity === 'fatal')
  return problem && { kind: 'failed', reason: { kind: 'newer-version', problem } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const lists = ['organizations', 'people', 'topics', 'sources'] as const

/** Whether events were read with the lists that the whole file has: some may stand behind the events. */
function isSame(a: Root, b: Root): boolean {
  const idsOf = (root: Root): string =>
    JSON.stringify(lists.map((list) => root.head[list].map(({ id }) => id)))
  return idsOf(a) === idsOf(b)
}

/** The same events once more, with all lists at hand. */
function passAgain({ starts }: EventPass, root: Root, text: Uint8Array): EventPass {
  const pass = new EventPass(root, () => text)
  for (const start of starts.done()) {
    if (pass.takePlain(text, start, text.length) < 0) pass.takeAny(eventText(text, start), start)
  }
  return pass
}

/** Of the events that were kept. */
function startsOf({ starts, positions }: EventPass): Uint32Array {
  const kept = positions.done()
  for (let place = 0; place < kept.length; place += 1) kept[place] = starts.at(kept[place] ?? 0)
  return kept
}
