/** The id of a group's organisation in our document, and so the value of `org` in the address. */
export function organizationId(group) {
  return `g-${group.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
}

/** The shared events as a document of ours. */
export function ownDocument(events, groups) {
  return { ...ownHead(groups), events: events.map(ownEvent) }
}

/** The same, one value a line: first the document without its events, then each event. */
export function* ownLines(events, groups) {
  yield ownHead(groups)
  for (const event of events) yield ownEvent(event)
}

function ownHead(groups) {
  return {
    version: 1,
    title: 'Benchmark',
    organizations: groups.map((group) => ({ id: organizationId(group), name: group })),
  }
}

function ownEvent({ id, start, title, text, group }) {
  return {
    id: String(id),
    date: start,
    title,
    summary: text,
    organizations: [organizationId(group)],
  }
}
