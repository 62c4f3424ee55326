import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useEventWords } from './useEventWords.ts'
import { usePanelMessages } from './usePanelMessages.ts'

const selectFilter = (state: TimelineStoreState) => state.filter

/** What is filtered for, in words: a line for each kind of filter, none where there is no filter. */
export function useFilterLines(): readonly string[] {
  const { table, messages, text } = useTimeline()
  const words = messages.filter
  const panel = usePanelMessages().filter
  const eventWords = useEventWords()
  const filter = useTimelineStore(selectFilter)

  const { organizations, topics, people } = table.document
  /** Of those that the document has: the filter knows no others. */
  const names = <T extends { readonly id: string }>(
    ids: readonly string[],
    list: readonly T[],
    nameOf: (found: T) => string,
  ): readonly string[] =>
    ids.flatMap((id) => {
      const found = list.find((one) => one.id === id)
      return found === undefined ? [] : [nameOf(found) || id]
    })
  const organizationName = ({ id }: { readonly id: string }): string => eventWords.organization(id)
  const org = names(filter.org, organizations, organizationName)
  const notOrg = names(filter.notOrg, organizations, organizationName)
  const topic = names(filter.topic, topics, ({ title }) => text(title))
  const person = names(filter.person, people, ({ name }) => text(name))

  const active: string[] = []
  if (filter.q.trim() !== '') active.push(words.active.q(filter.q.trim()))
  if (org.length > 0) {
    const everyOf = filter.match === 'all' && org.length > 1
    active.push((everyOf ? panel.orgAll : panel.org)(org.join(words.listComma)))
  }
  if (notOrg.length > 0) active.push(panel.notOrg(notOrg.join(words.listComma)))
  if (topic.length > 0) active.push(words.active.topic(topic.join(words.listComma)))
  if (person.length > 0) active.push(words.active.person(person.join(words.listComma)))
  return active
}
