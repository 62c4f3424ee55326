import type {
  Organization,
  OrganizationRef,
  Person,
  Relation,
  SourceRef,
  Step,
} from './document.ts'
import { nearestName, quote, type Reading } from './reading.ts'

// Ids that point elsewhere in the document. An unknown organisation is made, since it may own a lane;
// every other reference that leads nowhere is dropped.

const dropped = 'This reference was left out.'

/** Knows the ids of one list, and finds those that were meant. */
export interface KnownIds {
  has(id: string): boolean
  near(id: string): string | undefined
}

export function knownIds(ids: Iterable<string>): KnownIds {
  const set = new Set(ids)
  const list = [...set]
  return { has: (id) => set.has(id), near: (id) => nearestName(id, list) }
}

/** True when `id` is known; otherwise reports it at the place where the reading stands. */
export function isKnownReference(
  id: string,
  kind: string,
  known: KnownIds,
  reading: Reading,
): boolean {
  if (known.has(id)) return true
  const near = reading.isOpenFor('reference-unknown') ? known.near(id) : undefined
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`
  reading.report(
    'warning',
    'reference-unknown',
    `There is no ${kind} with the id ${quote(id)}.`,
    `${dropped}${meant}`,
  )
  return false
}

/** Runs `check` with the path one field and one list position deeper. */
export function keepKnown<T>(
  list: readonly T[] | undefined,
  field: string,
  reading: Reading,
  check: (entry: T) => boolean,
): T[] | undefined {
  return list?.filter((entry, position) => {
    reading.path.push(field, position)
    const isKept = check(entry)
    reading.path.length -= 2
    return isKept
  })
}

/** Organisations of the document, growing by those that events name and nobody listed. */
export function organizationRegister(listed: readonly Organization[]): {
  readonly all: readonly Organization[]
  ensure(id: string, reading: Reading): void
} {
  const all = [...listed]
  const ids = new Set(all.map(({ id }) => id))
  const names = [...ids]
  return {
    all,
    ensure: (id, reading) => {
      if (ids.has(id)) return
      ids.add(id)
      all.push({ id, name: id })
      const near = reading.isOpenFor('organization-unknown') ? nearestName(id, names) : undefined
      const meant = near === undefined ? 'Add it to "organizations".' : `Did you mean "${near}"?`
      reading.report(
        'warning',
        'organization-unknown',
        `There is no organisation with the id ${quote(id)}.`,
        `One was made with the id as its name, so that nothing is lost. ${meant}`,
      )
    },
  }
}

/** References in one shape, each id once (a second one may add what the first did not say). */
export function asObjects<T extends { readonly id: string }>(
  references: readonly (string | T)[] | undefined,
): readonly (T | { readonly id: string })[] {
  return (references ?? []).map((entry) => (typeof entry === 'string' ? { id: entry } : entry))
}

export function readOrganizationRefs(
  references: readonly (string | OrganizationRef)[] | undefined,
  ensure: (id: string, reading: Reading) => void,
  reading: Reading,
): readonly OrganizationRef[] {
  const seen = new Set<string>()
  const kept = keepKnown<OrganizationRef>(
    asObjects(references),
    'organizations',
    reading,
    ({ id }) => {
      if (seen.has(id)) {
        reading.report(
          'note',
          'reference-repeated',
          `${quote(id)} is named twice.`,
          'The first one counts.',
        )
        return false
      }
      seen.add(id)
      ensure(id, reading)
      return true
    },
  )
  return kept ?? []
}

export function readSourceRefs(
  references: readonly (string | SourceRef)[] | undefined,
  known: KnownIds,
  reading: Reading,
): readonly SourceRef[] {
  // A source may stand twice, with different places in it.
  const kept = keepKnown<SourceRef>(asObjects(references), 'sources', reading, ({ id }) =>
    isKnownReference(id, 'source', known, reading),
  )
  return kept ?? []
}

export function checkPeople(
  people: readonly Person[],
  organizations: KnownIds,
  reading: Reading,
): readonly Person[] {
  return people.map((person, position) => {
    const { organization, ...rest } = person
    if (organization === undefined) return person
    reading.path.push('people', position, 'organization')
    const isKnown = isKnownReference(organization, 'organisation', organizations, reading)
    reading.path.length -= 3
    return isKnown ? person : rest
  })
}

export function checkStory(
  story: readonly Step[],
  organizations: KnownIds,
  events: KnownIds,
  reading: Reading,
): readonly Step[] {
  return story.map((step, position) => {
    reading.path.push('story', position)
    const { event, organizations: named, ...rest } = step
    const kept = keepKnown(named, 'organizations', reading, (id) =>
      isKnownReference(id, 'organisation', organizations, reading),
    )
    reading.path.push('event')
    const isKnown = event !== undefined && isKnownReference(event, 'event', events, reading)
    reading.path.length -= 3
    return {
      ...rest,
      ...(isKnown ? { event } : {}),
      ...(kept === undefined ? {} : { organizations: kept }),
    }
  })
}

/** An event's relations that lead somewhere; of several `part-of` the first makes it a child. */
export function readRelations(
  relations: readonly Relation[] | undefined,
  ownId: string,
  events: KnownIds,
  reading: Reading,
): Relation[] | undefined {
  let hasParent = false
  return keepKnown(relations, 'relations', reading, ({ to }) => {
    if (to === ownId) {
      reading.report(
        'warning',
        'relation-to-itself',
        'This relation leads to its own event.',
        dropped,
      )
      return false
    }
    return isKnownReference(to, 'event', events, reading)
  })?.map((relation) => {
    if (relation.kind !== 'part-of') return relation
    if (!hasParent) {
      hasParent = true
      return relation
    }
    reading.path.push('relations')
    reading.report(
      'warning',
      'part-of-second',
      `This event is part of another one before ${quote(relation.to)}.`,
      'An event gathers under one other only: this relation was kept as "related".',
    )
    reading.path.pop()
    return { ...relation, kind: 'related' as const }
  })
}

/**
 * Positions whose `part-of` closes a cycle. `parents` holds each entry's parent, or -1. Linear: every
 * entry is walked over once.
 */
export function closingCycles(parents: ArrayLike<number>): readonly number[] {
  const walkOf = new Int32Array(parents.length).fill(-1)
  const closing: number[] = []
  for (let start = 0; start < parents.length; start++) {
    let at = start
    while (walkOf[at] === -1) {
      walkOf[at] = start
      const parent = parents[at] ?? -1
      if (parent < 0) break
      if (walkOf[parent] === start) {
        closing.push(at)
        break
      }
      at = parent
    }
  }
  return closing
}
