import type { EventColumns } from '#core/data/eventTable.ts'
import {
  checkPeople,
  checkStory,
  closingCycles,
  type KnownIds,
  knownIds,
  organizationRegister,
  readRelations,
} from '#core/model/checkReferences.ts'
import { type DocumentHead, type Relation, textIn } from '#core/model/document.ts'
import { slug } from '#core/model/giveIds.ts'
import { finishEvent, reportCycle } from '#core/model/readDocumentInSteps.ts'
import { reportRepeated } from '#core/model/readHead.ts'
import { mostNames, nearestName, type Reading, startReading } from '#core/model/reading.ts'
import { draftAt } from './eventText.ts'
import type { EventPass, Root } from './eventPass.ts'

/** What all events of a file have come to. */
export interface FinishedPass {
  readonly head: DocumentHead
  readonly columns: EventColumns
  /** Places of events whose relation `part-of` would close a circle. */
  readonly cut: Int32Array
  /** In the order in which a reading of the whole document says things. */
  readonly readings: readonly Reading[]
}

/**
 * Does what needs all events: gives ids, follows relations, sorts. `root` is what stands around the
 * events, also behind them.
 */
export function finishPass(pass: EventPass, root: Root, text: Uint8Array): FinishedPass {
  const { ids, starts, positions } = pass
  const startOf = (place: number): number => starts.at(positions.at(place))
  const pathOf = (place: number): readonly (string | number)[] => [
    ...root.eventsPath,
    positions.at(place),
  ]
  const naming = giveMissingIds(pass, root.head.language, text, startOf, pathOf)
  const known = pass.known(knownEvents(pass))

  const wholes = new Int32Array(pass.length).fill(-1)
  /** Of each event, how many of its relations hold. */
  const holding = new Uint32Array(pass.length)
  const following = startReading()
  /** Events of whose relations not all hold. */
  const broken: number[] = []
  const related = pass.relations.places.done()
  for (const [number, place] of related.entries()) {
    const whole = pass.relations.wholeOf(number, ids)
    if (whole === undefined) {
      broken.push(place)
      const { relations } = draftAt(text, startOf(place))
      const kept = readRelations(relations, ids.idOf(place), known.events, following) ?? []
      holding[place] = kept.length
      wholes[place] = wholeOf(kept, (id) => ids.placeOf(id))
    } else {
      holding[place] = pass.relations.countOf(number)
      wholes[place] = whole
    }
  }

  let { checking } = pass
  if (following.notes.counts.size > 0) {
    // What is wrong with relations is told among what is wrong with other references, event by event.
    checking = startReading()
    const { ensure } = organizationRegister(root.head.organizations)
    for (const place of Uint32Array.from(new Set([...pass.full.done(), ...broken])).sort()) {
      checking.path.push(...pathOf(place))
      finishEvent(draftAt(text, startOf(place)), ids.idOf(place), known, ensure, checking)
      checking.path.length = 0
    }
  }

  const organizations = pass.organizations.all
  const knownOrganizations = knownIds(organizations.map(({ id }) => id))
  const closing = startReading()
  const head: DocumentHead = {
    ...root.head,
    version: 1,
    organizations,
    people: checkPeople(root.head.people, knownOrganizations, closing),
    story: checkStory(root.head.story, knownOrganizations, known.events, closing),
  }
  const cut = related.length === 0 ? [] : closingCycles(wholes)
  for (const place of [...cut].sort((a, b) => a - b)) {
    closing.path.push(...pathOf(place), 'relations')
    reportCycle(ids.idOf(place), closing)
    closing.path.length = 0
    wholes[place] = -1
    holding[place] = (holding[place] ?? 1) - 1
  }
  for (const { name, count } of pass.plain.unknown) {
    if (count > 0) pass.drafting.noteUnknown(name, [], count)
  }
  return {
    head,
    columns: pass.columns.finish((place) =>
      (holding[place] ?? 0) > 0 ? (wholes[place] ?? -1) : undefined,
    ),
    cut: Int32Array.from(cut),
    readings: [pass.drafting, naming, checking, closing],
  }
}

function wholeOf(relations: readonly Relation[], placeOf: (id: string) => number): number {
  const whole = relations.find(({ kind }) => kind === 'part-of')
  return whole === undefined ? -1 : placeOf(whole.to)
}

/** `giveIds`, for the events that brought none, or one that another holds. */
function giveMissingIds(
  pass: EventPass,
  language: string,
  text: Uint8Array,
  startOf: (place: number) => number,
  pathOf: (place: number) => readonly (string | number)[],
): Reading {
  const { ids } = pass
  const reading = startReading()
  const counters = new Map<string, number>()
  const unused = (wanted: string): string => {
    if (ids.placeOf(wanted) < 0) return wanted
    let number = counters.get(wanted) ?? 2
    while (ids.placeOf(`${wanted}-${number}`) >= 0) number += 1
    counters.set(wanted, number + 1)
    return `${wanted}-${number}`
  }
  for (const place of pass.withoutId.done()) {
    const written = ids.isGiven(place) ? ids.idOf(place) : undefined
    if (written === undefined) {
      const { date, title } = draftAt(text, startOf(place))
      ids.give(place, unused(slug(`${date} ${textIn(title, language, language)}`) || 'event'))
      continue
    }
    const made = unused(written)
    ids.give(place, made)
    reading.path.push(...pathOf(place), 'id')
    reportRepeated(written, made, reading)
    reading.path.length = 0
  }
  return reading
}

/** Ids of events, found by their bytes; those that are near only where there are few to compare. */
function knownEvents({ ids, length }: EventPass): KnownIds {
  let names: readonly string[] | undefined
  return {
    has: (id) => ids.placeOf(id) >= 0,
    near: (id) => {
      if (length > mostNames) return undefined
      names ??= Array.from({ length }, (_, place) => ids.idOf(place))
      return nearestName(id, names)
    },
  }
}
