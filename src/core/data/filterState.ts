/** What the reader asked to see. Part of the shareable state: every field is a URL parameter. */
export interface FilterState {
  /** Organisation ids to show; none means all. */
  readonly org: readonly string[]
  /** Organisation ids to leave out (`-id` in the URL). */
  readonly notOrg: readonly string[]
  /** How several wanted organisations combine. */
  readonly match: 'any' | 'all'
  readonly topic: readonly string[]
  readonly person: readonly string[]
  /** Search text; all its words must occur. */
  readonly q: string
}

export const noFilter: FilterState = {
  org: [],
  notOrg: [],
  match: 'any',
  topic: [],
  person: [],
  q: '',
}

/** True when the filter lets everything through. */
export function isNoFilter(filter: FilterState): boolean {
  return (
    filter.org.length === 0 &&
    filter.notOrg.length === 0 &&
    filter.topic.length === 0 &&
    filter.person.length === 0 &&
    filter.q.trim() === ''
  )
}
