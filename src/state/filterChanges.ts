import type { FilterState } from '#core/data/filterState.ts'

const without = (ids: readonly string[], id: string): readonly string[] =>
  ids.filter((other) => other !== id)

/** Shows the events of one organisation and of no other. */
export function onlyOrganization(filter: FilterState, id: string): FilterState {
  return { ...filter, org: [id], notOrg: [] }
}

/**
 * What a click on an organisation's chip does. A chip is wanted, left out, or neither; the click
 * takes it from wanted or left out back to neither, and from neither to wanted.
 */
export function toggleOrganization(filter: FilterState, id: string): FilterState {
  if (filter.org.includes(id)) return { ...filter, org: without(filter.org, id) }
  if (filter.notOrg.includes(id)) return { ...filter, notOrg: without(filter.notOrg, id) }
  return { ...filter, org: [...filter.org, id] }
}

/** Leaves the events of one organisation out. */
export function hideOrganization(filter: FilterState, id: string): FilterState {
  if (filter.notOrg.includes(id)) return filter
  return { ...filter, org: without(filter.org, id), notOrg: [...filter.notOrg, id] }
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i])

/** True when both ask for the same in the same words. */
export function sameFilter(a: FilterState, b: FilterState): boolean {
  return (
    a.q === b.q &&
    a.match === b.match &&
    sameIds(a.org, b.org) &&
    sameIds(a.notOrg, b.notOrg) &&
    sameIds(a.topic, b.topic) &&
    sameIds(a.person, b.person)
  )
}
