import type { EventIndex } from '#core/data/eventTable.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import type { AboutFacts } from './aboutFacts.ts'
import { EventLink } from './EventLink.tsx'
import { mostListed } from './mostListed.ts'
import css from './AboutPage.module.css'

interface AboutPartProps {
  readonly facts: AboutFacts
  readonly onClose: () => void
}

/** Everything that is not certain, with what its note says. */
export function AboutDoubts({ facts, onClose }: AboutPartProps) {
  const panelMessages = usePanelMessages()
  const words = panelMessages.about
  const none = facts.disputed.length === 0 && facts.reported.length === 0
  return (
    <section>
      <h3>{words.doubts}</h3>
      {none && <p>{words.noDoubts}</p>}
      <Doubts title={words.disputed} events={facts.disputed} onClose={onClose} />
      <Doubts title={words.reported} events={facts.reported} onClose={onClose} />
      {facts.unsourced.length > 0 && (
        <p className={css.quiet}>{words.unsourced(facts.unsourced.length)}</p>
      )}
    </section>
  )
}

interface DoubtsProps {
  readonly title: string
  readonly events: readonly EventIndex[]
  readonly onClose: () => void
}

function Doubts({ title, events, onClose }: DoubtsProps) {
  const { table, text, messages } = useTimeline()
  if (events.length === 0) return undefined
  return (
    <>
      <h4>{title}</h4>
      <ul className={css.entries}>
        {events.slice(0, mostListed).map((event) => {
          const note = text(table.event(event)?.confidenceNote)
          return (
            <li key={event}>
              <EventLink index={event} onClose={onClose} />
              {note !== '' && <p className={css.note}>{note}</p>}
            </li>
          )
        })}
      </ul>
      {events.length > mostListed && (
        <p className={css.quiet}>{messages.search.place(mostListed, events.length)}</p>
      )}
    </>
  )
}
