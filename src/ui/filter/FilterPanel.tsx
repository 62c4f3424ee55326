import { useState } from 'react'

import { isNoFilter } from '#core/data/filterState.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { IconButton } from '#ui/shared/IconButton.tsx'
import controls from '#ui/shared/controls.module.css'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import { FilterList, type FilterChoice } from './FilterList.tsx'
import { MatchSwitch } from './MatchSwitch.tsx'
import { organizationOrder } from './organizationOrder.ts'
import css from './FilterPanel.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter
const selectActions = (state: TimelineStoreState) => state.actions

const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]

/** All organisations, topics and people with their counts, found by name. */
export function FilterPanel({ panelId }: { readonly panelId: string }) {
  const { table, derived, messages, text } = useTimeline()
  const words = messages.filter
  const eventWords = useEventWords()
  const filter = useTimelineStore(selectFilter)
  const actions = useTimelineStore(selectActions)
  const organizationCounts = derived.organizationCounts(filter)
  const topicCounts = derived.topicCounts(filter)
  const personCounts = derived.personCounts(filter)
  const [sought, setSought] = useState('')

  const organizations: FilterChoice[] = organizationOrder(table).map((id) => ({
    id,
    name: eventWords.organization(id),
    color: eventWords.organizationColor(id),
    count: organizationCounts.get(id) ?? 0,
    state: filter.org.includes(id) ? 'on' : filter.notOrg.includes(id) ? 'out' : 'off',
    toggle: () => actions.toggleOrganization(id),
    only: () => actions.onlyOrganization(id),
    hide: () => actions.hideOrganization(id),
  }))
  const topics: FilterChoice[] = table.document.topics.map(({ id, title }) => ({
    id,
    name: text(title),
    count: topicCounts.get(id) ?? 0,
    state: filter.topic.includes(id) ? 'on' : 'off',
    toggle: () => actions.setFilter({ topic: toggled(filter.topic, id) }),
  }))
  const people: FilterChoice[] = table.document.people.map(({ id, name }) => ({
    id,
    name: text(name),
    count: personCounts.get(id) ?? 0,
    state: filter.person.includes(id) ? 'on' : 'off',
    toggle: () => actions.setFilter({ person: toggled(filter.person, id) }),
  }))

  const wanted = sought.trim().toLocaleLowerCase()
  const found = (choices: readonly FilterChoice[]): readonly FilterChoice[] =>
    choices.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const lists = [
    { heading: words.organizationsHeading, choices: found(organizations) },
    { heading: words.topics, choices: found(topics) },
    { heading: words.people, choices: found(people) },
  ].filter(({ choices }) => choices.length > 0)

  return (
    <>
      <div className={css.head}>
        <input
          type="text"
          className={css.find}
          aria-label={words.find}
          placeholder={words.find}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <IconButton
          icon="close"
          label={messages.app.close}
          popoverTarget={panelId}
          popoverTargetAction="hide"
        />
      </div>
      <div className={css.lists}>
        {lists.map(({ heading, choices }) => (
          <FilterList key={heading} heading={heading} choices={choices} />
        ))}
        {lists.length === 0 && <p className={css.nothing}>{words.nothing}</p>}
      </div>
      {!isNoFilter(filter) && (
        <div className={css.foot}>
          {filter.org.length > 1 && <MatchSwitch />}
          <button type="button" className={controls.button} onClick={() => actions.clearFilter()}>
            {words.clear}
          </button>
        </div>
      )}
    </>
  )
}
