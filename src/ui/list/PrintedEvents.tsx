import { useTimeline } from '#ui/TimelineContext.tsx'
import { SourceLine } from '#ui/shared/SourceLine.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import css from './print.module.css'

/** All matching events as a table, with their sources written out: paper has no links. */
export function PrintedEvents({ events }: { readonly events: Int32Array }) {
  const { table, messages, text } = useTimeline()
  const words = useEventWords()
  const { columns } = messages.list
  return (
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
        {Array.from(events, (index) => {
          const event = table.events[index]
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
                  <em className={css.small}>{messages.list.partOf(words.title(parent))}</em>
                )}
                {event.summary !== undefined && (
                  <span className={css.summary}>{text(event.summary)}</span>
                )}
              </td>
              <td>{words.organizations(index)}</td>
              <td>
                <ul className={css.sources}>
                  {event.sources.map(({ id, at }, place) => {
                    const source = words.sourceOf(id)
                    return (
                      <li key={place}>
                        {source ? <SourceLine source={source} at={at} withAddress /> : id}
                      </li>
                    )
                  })}
                </ul>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
