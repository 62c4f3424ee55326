import type { Ref } from 'react'

import type { EventIndex } from '#core/data/eventTable.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { CopyButton } from '#ui/shared/CopyButton.tsx'
import { Highlighted } from '#ui/shared/Highlighted.tsx'
import { RichText } from '#ui/shared/richText.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import controls from '#ui/shared/controls.module.css'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { citation } from './citation.ts'
import { EventDetails, EventFigures } from './EventFacts.tsx'
import { EventMedia } from './EventMedia.tsx'
import { EventParts } from './EventParts.tsx'
import { EventRelations } from './EventRelations.tsx'
import { EventLinks, EventSources } from './EventSources.tsx'
import { FilterPills } from './FilterPills.tsx'
import { OrganizationPills } from './OrganizationPills.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

interface EventDetailProps {
  readonly index: EventIndex
  /** The filter leaves the event out. */
  readonly hidden: boolean
  readonly heading: Ref<HTMLHeadingElement>
  readonly headingId: string
}

/** Everything that the document says about one event, from when to how it is known. */
export function EventDetail({ index, hidden, heading, headingId }: EventDetailProps) {
  const { table, text, surroundings } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { clearFilter } = useTimelineStore(selectActions)
  const event = table.event(index)
  if (event === undefined) return undefined
  const { people, topics } = table.document
  const title = words.title(index)

  return (
    <article className={css.event}>
      <p className={css.date}>
        <span>{words.date(index)}</span>
        <span className={css.precision}>{words.precision(index)}</span>
      </p>
      <h2 id={headingId} ref={heading} tabIndex={-1} className={css.title}>
        <Highlighted text={title} />
      </h2>
      <OrganizationPills refs={event.organizations} />
      {hidden && (
        <p className={css.hidden} role="status">
          {panelMessages.detail.notInFilter}{' '}
          <button type="button" className={controls.link} onClick={clearFilter}>
            {panelMessages.detail.clearFilters}
          </button>
        </p>
      )}
      {event.dateNote !== undefined && (
        <div className={css.dateNote}>
          <RichText text={text(event.dateNote)} />
        </div>
      )}
      {event.summary !== undefined && (
        <p className={css.summary}>
          <Highlighted text={text(event.summary)} />
        </p>
      )}
      <EventFigures event={event} />
      <EventParts index={index} />
      {event.body !== undefined && (
        <div className={css.body}>
          <RichText text={text(event.body)} />
        </div>
      )}
      <EventMedia event={event} />
      <EventDetails event={event} />
      <EventRelations index={index} />
      <FilterPills
        title={panelMessages.detail.people}
        field="person"
        choices={people
          .filter(({ id }) => event.people?.includes(id))
          .map(({ id, name, role }) => ({
            id,
            name: text(name),
            note: text(role),
            hint: panelMessages.detail.onlyThis(text(name)),
          }))}
      />
      <FilterPills
        title={panelMessages.detail.topics}
        field="topic"
        choices={topics
          .filter(({ id }) => event.topics?.includes(id))
          .map((topic) => ({
            id: topic.id,
            name: text(topic.title),
            note: '',
            hint: panelMessages.detail.onlyTopic(text(topic.title)),
          }))}
      />
      <EventLinks event={event} />
      <EventSources event={event} />
      <div className={css.copies}>
        <CopyButton label={panelMessages.detail.copyLink} text={surroundings.address} />
        <CopyButton
          label={panelMessages.detail.copyCitation}
          text={() =>
            citation({
              title,
              date: words.date(index),
              timeline: text(table.document.title),
              sourcesTitle: panelMessages.detail.sources,
              sources: event.sources.flatMap(({ id, at }) => {
                const source = words.sourceOf(id)
                return source ? [words.sourceText(source, at)] : []
              }),
              url: surroundings.address(),
            })
          }
        />
      </div>
    </article>
  )
}
