import type { TimelineEvent } from '#core/model/document.ts'

/** What every event has, and those that most have, in the order of every tile. */
const order = [
  'id',
  'date',
  'title',
  'summary',
  'body',
  'organizations',
  'people',
  'topics',
  'importance',
] as const

/**
 * An event as JSON, as documents write it: without what goes without saying, and with its fields in one
 * order, so that the same event gives the same bytes.
 */
export function eventText(event: TimelineEvent): string {
  const { importance, organizations, sources, ...rest } = event
  const fields: Readonly<Record<string, unknown>> = {
    ...rest,
    ...(importance === 3 ? {} : { importance }),
    ...(organizations.length === 0 ? {} : { organizations: organizations.map(shortReference) }),
    ...(sources.length === 0 ? {} : { sources: sources.map(shortReference) }),
  }
  const first: Readonly<Record<string, unknown>> = Object.fromEntries(
    order.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]),
  )
  return JSON.stringify({ ...first, ...fields })
}

/** The id alone, where nothing else is said. */
function shortReference(reference: { readonly id: string }): unknown {
  return Object.keys(reference).length === 1 ? reference.id : reference
}
