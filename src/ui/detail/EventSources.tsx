import type { TimelineEvent } from '#core/model/document.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { OutsideLink } from '#ui/shared/OutsideLink.tsx'
import { SourceLine } from '#ui/shared/SourceLine.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import { Section } from './Section.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

/** Pages that the author points to. */
export function EventLinks({ event }: { readonly event: TimelineEvent }) {
  const { text } = useTimeline()
  const panelMessages = usePanelMessages()
  if (event.links === undefined || event.links.length === 0) return undefined
  return (
    <Section title={panelMessages.detail.links}>
      <ul className={css.sources}>
        {event.links.map((link) => (
          <li key={link.url}>
            <OutsideLink url={link.url}>{text(link.title)}</OutsideLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Where all this is known from, and how sure it is. */
export function EventSources({ event }: { readonly event: TimelineEvent }) {
  const { text } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { confidence } = event
  const note = text(event.confidenceNote)
  if (event.sources.length === 0 && confidence === undefined) return undefined
  return (
    <Section title={panelMessages.detail.sources}>
      {confidence !== undefined && (
        <p className={css.confidence} data-confidence={confidence}>
          <strong>{panelMessages.detail.confidence[confidence]}</strong>{' '}
          {note === '' ? panelMessages.detail.confidenceMeaning[confidence] : note}
        </p>
      )}
      {event.sources.length > 0 && (
        <ol className={css.sources}>
          {event.sources.map(({ id, at }, place) => {
            const source = words.sourceOf(id)
            return <li key={place}>{source ? <SourceLine source={source} at={at} /> : id}</li>
          })}
        </ol>
      )}
    </Section>
  )
}
