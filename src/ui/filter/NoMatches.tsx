import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import css from './NoMatches.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter
const selectActions = (state: TimelineStoreState) => state.actions

/** Stands over an empty drawing or list: says what is filtered for, and the one click back. */
export function NoMatches() {
  const { table, messages, text } = useTimeline()
  const words = messages.filter
  const eventWords = useEventWords()
  const filter = useTimelineStore(selectFilter)
  const actions = useTimelineStore(selectActions)

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
    active.push(everyOf ? words.active.orgAll(names) : words.active.org(names))
  }
  if (filter.notOrg.length > 0) {
    active.push(words.active.notOrg(named(filter.notOrg, eventWords.organization)))
  }
  if (filter.topic.length > 0) active.push(words.active.topic(named(filter.topic, topicName)))
  if (filter.person.length > 0) active.push(words.active.person(named(filter.person, personName)))

  return (
    <section className={css.notice}>
      <h2 className={css.title}>{words.noMatches}</h2>
      <p>{words.noMatchesText(table.length)}</p>
      <ul className={css.active}>
        {active.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button
        type="button"
        className={`${controls.button} ${controls.primary}`}
        onClick={() => actions.clearFilter()}
      >
        {words.clear}
      </button>
    </section>
  )
}
