import {
  checkPeople,
  checkStory,
  closingCycles,
  isKnownReference,
  keepKnown,
  type KnownIds,
  knownIds,
  organizationRegister,
  readOrganizationRefs,
  readRelations,
  readSourceRefs,
} from './checkReferences.ts'
import { compileReader } from './compileReader.ts'
import { eventSchema, textIn, type TimelineDocument, type TimelineEvent } from './document.ts'
import { giveIds, slug } from './giveIds.ts'
import { isOlder, openRoot, reportRepeated } from './readHead.ts'
import type { Problem } from './problem.ts'
import type { rareParts } from './rareParts.ts'
import { quote, type Reading, startReading } from './reading.ts'
import { repairs } from './repairs.ts'

/** What reading gives: `document` is undefined when there is no timeline in it at all. */
export interface DocumentReading {
  readonly document: TimelineDocument | undefined
  readonly problems: readonly Problem[]
}

export const readEvent = compileReader(eventSchema, repairs)

export type EventDraft = NonNullable<ReturnType<typeof readEvent>>
interface Drafts {
  readonly drafts: readonly EventDraft[]
  /** Position of each draft in the author's list. */
  readonly positions: readonly number[]
}

/**
 * A reading in steps. It pauses to let others have their turn, and with `'rare'` to be given what hardly
 * any document needs, so that a page need not have it at hand.
 */
export type ReadingSteps<T> = Generator<'rare' | undefined, T, typeof rareParts | undefined>

/** Events between two pauses. */
const stride = 200

/** `readDocument` in short steps, so that a caller on a busy thread can breathe between them. */
export function* readDocumentInSteps(json: unknown): ReadingSteps<DocumentReading> {
  const reading = startReading()
  const rare = isOlder(json) ? yield 'rare' : undefined
  const root = openRoot(json, reading, rare?.upgradeDocument)
  if (root === undefined) return { document: undefined, problems: reading.finish() }
  const { head, eventsPath } = root
  const { drafts, positions } = yield* readEvents(root.events, eventsPath, reading)

  const { ids, repeated } = giveIds(
    drafts.map(({ id }) => id),
    (index) => {
      const { date, title } = drafts[index] ?? { date: '', title: '' }
      return slug(`${date} ${textIn(title, head.language, head.language)}`) || 'event'
    },
  )
  const pathOf = (index: number): (string | number)[] => [...eventsPath, positions[index] ?? 0]
  for (const index of repeated) {
    reading.path.push(...pathOf(index), 'id')
    reportRepeated(drafts[index]?.id, ids[index], reading)
    reading.path.length = 0
  }

  const organizations = organizationRegister(head.organizations)
  const known = {
    people: knownIds(head.people.map(({ id }) => id)),
    topics: knownIds(head.topics.map(({ id }) => id)),
    sources: knownIds(head.sources.map(({ id }) => id)),
    events: knownIds(ids),
  }
  const events: TimelineEvent[] = []
  for (const [index, draft] of drafts.entries()) {
    if (index % stride === 0) yield
    reading.path.push(...pathOf(index))
    events.push(finishEvent(draft, ids[index] ?? '', known, organizations.ensure, reading))
    reading.path.length = 0
  }
  const knownOrganizations = knownIds(organizations.all.map(({ id }) => id))
  const document: TimelineDocument = {
    ...head,
    version: 1,
    organizations: organizations.all,
    people: checkPeople(head.people, knownOrganizations, reading),
    story: checkStory(head.story, knownOrganizations, known.events, reading),
    events: cutCycles(events, pathOf, reading),
  }
  return { document, problems: reading.finish() }
}

function* readEvents(
  list: readonly unknown[],
  path: readonly string[],
  reading: Reading,
): Generator<undefined, Drafts, unknown> {
  const drafts: EventDraft[] = []
  const positions: number[] = []
  for (const [position, entry] of list.entries()) {
    if (position % stride === 0) yield
    reading.path.push(...path, position)
    reading.loss = { severity: 'error', words: 'The event was left out.' }
    const draft = readEvent(entry, reading)
    reading.path.length = 0
    if (draft === undefined) continue
    drafts.push(draft)
    positions.push(position)
  }
  return { drafts, positions }
}

/** The ids that events may refer to. */
export type KnownLists = Readonly<Record<'people' | 'topics' | 'sources' | 'events', KnownIds>>

export function finishEvent(
  draft: EventDraft,
  id: string,
  known: KnownLists,
  ensure: (id: string, reading: Reading) => void,
  reading: Reading,
): TimelineEvent {
  const people = keepKnown(draft.people, 'people', reading, (person) =>
    isKnownReference(person, 'person', known.people, reading),
  )
  const topics = keepKnown(draft.topics, 'topics', reading, (topic) =>
    isKnownReference(topic, 'topic', known.topics, reading),
  )
  const relations = readRelations(draft.relations, id, known.events, reading)
  return {
    ...draft,
    id,
    importance: draft.importance ?? 3,
    organizations: readOrganizationRefs(draft.organizations, ensure, reading),
    sources: readSourceRefs(draft.sources, known.sources, reading),
    ...(people === undefined ? {} : { people }),
    ...(topics === undefined ? {} : { topics }),
    ...(relations === undefined ? {} : { relations }),
  }
}

/** Nothing can be a part of its own part: the relation that closes the circle is dropped. */
function cutCycles(
  events: readonly TimelineEvent[],
  pathOf: (index: number) => (string | number)[],
  reading: Reading,
): readonly TimelineEvent[] {
  const rows = new Map(events.map(({ id }, row) => [id, row]))
  const parents = events.map(({ relations }) => {
    const parent = relations?.find(({ kind }) => kind === 'part-of')
    return parent === undefined ? -1 : (rows.get(parent.to) ?? -1)
  })
  const closing = new Set(closingCycles(parents))
  if (closing.size === 0) return events
  return events.map((event, row) => {
    if (!closing.has(row)) return event
    reading.path.push(...pathOf(row), 'relations')
    reportCycle(event.id, reading)
    reading.path.length = 0
    return withoutWhole(event)
  })
}

export function reportCycle(id: string, reading: Reading): void {
  reading.report(
    'warning',
    'part-of-cycle',
    `The event ${quote(id)} is, through others, part of itself.`,
    'Its "part-of" relation was left out.',
  )
}

/** The event as a part of nothing. */
export function withoutWhole(event: TimelineEvent): TimelineEvent {
  const relations = event.relations?.filter(({ kind }) => kind !== 'part-of')
  return { ...event, ...(relations === undefined ? {} : { relations }) }
}
