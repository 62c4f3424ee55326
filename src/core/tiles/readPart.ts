import { isRecord } from '#core/model/compileReader.ts'
import type { DocumentHead, TimelineDocument, TimelineEvent } from '#core/model/document.ts'
import { parsePath } from '#core/model/jsonPath.ts'
import type { Problem } from '#core/model/problem.ts'
import { readDocument } from '#core/model/readDocument.ts'

/** Some events of a timeline, read. */
export interface PartReading {
  readonly events: readonly TimelineEvent[]
  /** Paths begin at `events[0]`, the first of the list that was given. */
  readonly problems: readonly Problem[]
  /** The document's organisations, and behind them those that only these events name. */
  readonly organizations: TimelineDocument['organizations']
}

/**
 * Reads some events as `readDocument` does, without the others: relations to events elsewhere are kept as
 * they are, since a part cannot know whether these exist.
 */
export function readPart(
  head: Pick<DocumentHead, 'language' | 'organizations' | 'people' | 'topics' | 'sources'>,
  events: readonly unknown[],
): PartReading {
  const { language, organizations, people, topics, sources } = head
  const elsewhere = standIns(namedBy(events), new Set(idsOf(events)))
  const { document, problems } = readDocument({
    version: 1,
    title: '-',
    language,
    organizations,
    people,
    topics,
    sources,
    events: [...events, ...elsewhere],
  })
  const own = problems.filter(({ path }) => {
    const [list, index] = parsePath(path)
    return list === 'events' && Number(index) < events.length
  })
  const read = document?.events ?? []
  return {
    // They stand last, and nothing is wrong with them.
    events: read.slice(0, read.length - elsewhere.length),
    problems: own,
    organizations: document?.organizations ?? organizations,
  }
}

/** Reads what stands around the events. A step keeps its event, which is somewhere in the set. */
export function readHeadOf(json: unknown): DocumentHead | undefined {
  const fields = isRecord(json) ? json : {}
  const story: readonly unknown[] = Array.isArray(fields['story']) ? fields['story'] : []
  const named = story.flatMap((step) =>
    isRecord(step) && typeof step['event'] === 'string' ? [step['event']] : [],
  )
  const { document } = readDocument({ ...fields, version: 1, events: standIns(named, new Set()) })
  if (document === undefined) return undefined
  const { events: _events, ...head } = document
  return head
}

/** Events to relate to, where the true ones are elsewhere. */
function standIns(ids: readonly string[], known: ReadonlySet<string>): readonly unknown[] {
  return [...new Set(ids)]
    .filter((id) => id.trim() !== '' && !known.has(id))
    .map((id) => ({ id, date: '2000', title: '-' }))
}

function idsOf(events: readonly unknown[]): readonly string[] {
  return events.flatMap((event) =>
    isRecord(event) && typeof event['id'] === 'string' ? [event['id']] : [],
  )
}

function namedBy(events: readonly unknown[]): readonly string[] {
  return events.flatMap((event) => {
    const relations = isRecord(event) ? event['relations'] : undefined
    const list: readonly unknown[] = Array.isArray(relations) ? relations : [relations]
    return list.flatMap((relation) =>
      isRecord(relation) && typeof relation['to'] === 'string' ? [relation['to']] : [],
    )
  })
}
