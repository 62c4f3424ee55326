import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { SourceLine } from '#ui/shared/SourceLine.tsx'
import type { AboutFacts } from './aboutFacts.ts'
import { EventLink } from './EventLink.tsx'
import { mostListed } from './mostListed.ts'
import css from './AboutPage.module.css'

interface AboutPartProps {
  readonly facts: AboutFacts
  readonly onClose: () => void
}

/** All sources, each with the events that cite it. */
export function AboutSources({ facts, onClose }: AboutPartProps) {
  const { table, messages } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = panelMessages.about
  const { sources } = table.document
  if (sources.length === 0) return undefined
  return (
    <section>
      <h3>{words.sources(sources.length)}</h3>
      <ol className={css.entries}>
        {sources.map((source) => {
          const citing = facts.citations.get(source.id) ?? []
          return (
            <li key={source.id}>
              <SourceLine source={source} />
              {citing.length === 0 ? (
                <p className={css.note}>{words.citedBy(0)}</p>
              ) : (
                <details className={css.citing}>
                  <summary>{words.citedBy(citing.length)}</summary>
                  <ul>
                    {citing.slice(0, mostListed).map((event) => (
                      <li key={event}>
                        <EventLink index={event} onClose={onClose} />
                      </li>
                    ))}
                  </ul>
                  {citing.length > mostListed && (
                    <p className={css.note}>{messages.search.place(mostListed, citing.length)}</p>
                  )}
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
