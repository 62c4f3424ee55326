import type { EventTable } from '#core/data/eventTable.ts'
import type { FilterState } from '#core/data/filterState.ts'
import type { UrlWarning } from './urlState.ts'
import { wellFormed } from './idList.ts'

/** The id, if the timeline has no such event. Of one that comes in parts, that cannot be told. */
export function unknownEvent(id: string | undefined, table: EventTable): string | undefined {
  return table.unseen === undefined && table.rowOf(id) === undefined ? id : undefined
}

/**
 * What an address asks for and the timeline does not have: well written, so that it is only found out
 * with the document. The filter passes over such ids.
 *
 * @param event as `unknownEvent` gives it
 */
export function unknownIds(
  { org, notOrg, topic, person }: FilterState,
  event: string | undefined,
  { document }: Pick<EventTable, 'document'>,
): readonly UrlWarning[] {
  const asked = [
    ['event', event === undefined ? [] : [event], []],
    ['org', [...org, ...notOrg], document.organizations],
    ['topic', topic, document.topics],
    ['person', person, document.people],
  ] as const
  return asked.flatMap(([name, ids, known]) =>
    ids
      .filter((id) => !known.some((one) => one.id === id))
      .map((id) => ({ code: 'unknown', name, value: wellFormed(id.slice(0, 80)) })),
  )
}
