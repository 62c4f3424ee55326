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

  const named = (ids: readonly string[], nameOf: (id: string) => string): string =>
    ids.map(nameOf).join(words.listComma)
  const topicName = (id: string): string =>
    text(table.document.topics.find((topic) => topic.id === id)?.title) || id
  const personName = (id: string): string =>
    text(table.document.people.find((person) => person.id === id)?.name) || id

  const active: string[] = []
  if (filter.q.trim() !== '') active.push(words.active.q(filter.q.trim()))
  if (filter.org.length > 0) {
    const names = named(filter.org, eventWords.organization)
    const everyOf = filter.match === 'all' && filter.org.length > 1
    active.push(everyOf ? panel.orgAll(names) : panel.org(names))
  }
  if (filter.notOrg.length > 0) {
    active.push(panel.notOrg(named(filter.notOrg, eventWords.organization)))
  }
  if (filter.topic.length > 0) active.push(words.active.topic(named(filter.topic, topicName)))
  if (filter.person.length > 0) active.push(words.active.person(named(filter.person, personName)))
  return active
}
