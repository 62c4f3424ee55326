import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { SourceLine } from '#ui/shared/SourceLine.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import css from './print.module.css'

/**
 * All matching events as a table, and then the sources that they cite, numbered and with their
 * addresses written out: paper has no links.
 */
export function PrintedEvents({ events }: { readonly events: Int32Array }) {
  const { table, text } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { columns } = panelMessages.list
  const shown = Array.from(events, (index) => ({ index, event: table.event(index) }))
  const cited = new Set(shown.flatMap(({ event }) => event?.sources.map(({ id }) => id) ?? []))
  const sources = table.document.sources.filter(({ id }) => cited.has(id))
  const numbers = new Map(sources.map(({ id }, at) => [id, at + 1]))
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.organizations}</th>
            <th scope="col">{columns.sources}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, event }) => {
            if (event === undefined) return undefined
            const parent = table.parent[index] ?? -1
            return (
              <tr key={index}>
                <td className={css.date}>
                  {words.date(index)}
                  <span className={css.small}>{words.precision(index)}</span>
                </td>
                <td>
                  <strong>{words.title(index)}</strong>
                  {parent >= 0 && (
                    <em className={css.small}>{panelMessages.list.partOf(words.title(parent))}</em>
                  )}
                  {event.summary !== undefined && (
                    <span className={css.summary}>{text(event.summary)}</span>
                  )}
                </td>
                <td>{words.organizations(index)}</td>
                <td>
                  <ul className={css.places}>
                    {event.sources.map(({ id, at }, place) => (
                      <li key={place}>{[`[${numbers.get(id) ?? id}]`, text(at)].join(' ')}</li>
                    ))}
                  </ul>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {sources.length > 0 && <h2 className={css.heading}>{columns.sources}</h2>}
      <ol className={css.sources}>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} withAddress />
          </li>
        ))}
      </ol>
    </>
  )
}
