import { useTimelineStore } from '#ui/TimelineContext.tsx'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { Section } from './Section.tsx'
import css from './detail.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter
const selectActions = (state: TimelineStoreState) => state.actions

interface FilterPillsProps {
  readonly title: string
  readonly field: 'person' | 'topic'
  readonly choices: readonly {
    readonly id: string
    readonly name: string
    readonly note: string
    readonly hint: string
  }[]
}

/** People or topics of an event; each is a button that shows only the events with it. */
export function FilterPills({ title, field, choices }: FilterPillsProps) {
  const wanted = useTimelineStore(selectFilter)[field]
  const { setFilter } = useTimelineStore(selectActions)
  if (choices.length === 0) return undefined
  return (
    <Section title={title}>
      <ul className={css.pills}>
        {choices.map(({ id, name, note, hint }) => {
          const only = wanted.length === 1 && wanted[0] === id
          return (
            <li key={id}>
              <button
                type="button"
                className={css.pill}
                aria-pressed={only}
                title={hint}
                onClick={() => setFilter({ [field]: only ? [] : [id] })}
              >
                {name}
              </button>
              {note !== '' && <p className={css.pillNote}>{note}</p>}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
