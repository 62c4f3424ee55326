import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Relation } from '#core/model/document.ts'

/** How another event stands to the one that is shown. `cameFrom` is `leads-to` read backwards. */
export const relationWords = [
  'partOf',
  'cameFrom',
  'leadsTo',
  'versionOf',
  'hasVersion',
  'uses',
  'usedBy',
  'related',
] as const
export type RelationWord = (typeof relationWords)[number]

export interface RelatedEvents {
  readonly word: RelationWord
  /** In order of time. */
  readonly events: readonly EventIndex[]
}

const forwards: Readonly<Record<Relation['kind'], RelationWord>> = {
  'leads-to': 'leadsTo',
  'part-of': 'partOf',
  'version-of': 'versionOf',
  uses: 'uses',
  related: 'related',
}

/** `part-of` backwards is missing: the parts of an event are a list of their own. */
const backwards: Readonly<Record<Relation['kind'], RelationWord | undefined>> = {
  'leads-to': 'cameFrom',
  'part-of': undefined,
  'version-of': 'hasVersion',
  uses: 'usedBy',
  related: 'related',
}

type Incoming = ReadonlyMap<EventIndex, readonly (readonly [EventIndex, Relation['kind']])[]>

const incomingOfTable = new WeakMap<EventTable, Incoming>()

/** Relations by the event that they point to; one pass over those that have any, once. */
function incomingRelations(table: EventTable): Incoming {
  const known = incomingOfTable.get(table)
  if (known) return known
  const incoming = new Map<EventIndex, [EventIndex, Relation['kind']][]>()
  for (const from of table.related) {
    for (const { to, kind } of table.event(from)?.relations ?? []) {
      const target = table.rowOf(to)
      if (target === undefined) continue
      const list = incoming.get(target)
      if (list) list.push([from, kind])
      else incoming.set(target, [[from, kind]])
    }
  }
  incomingOfTable.set(table, incoming)
  return incoming
}

/** What the event `index` is tied to, in both directions, by kind; each event once per kind. */
export function relatedEvents(table: EventTable, index: EventIndex): RelatedEvents[] {
  const byWord = new Map<RelationWord, Set<EventIndex>>()
  const add = (word: RelationWord | undefined, event: EventIndex | undefined): void => {
    if (word === undefined || event === undefined) return
    const events = byWord.get(word) ?? new Set()
    byWord.set(word, events.add(event))
  }
  for (const { to, kind } of table.event(index)?.relations ?? []) {
    add(forwards[kind], table.rowOf(to))
  }
  for (const [from, kind] of incomingRelations(table).get(index) ?? []) add(backwards[kind], from)
  return relationWords.flatMap((word) => {
    const events = byWord.get(word)
    // Rows of the table are in order of time.
    return events ? [{ word, events: [...events].sort((a, b) => a - b) }] : []
  })
}
