import type { TimelineEvent } from '#core/model/document.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { Highlighted } from '#ui/shared/Highlighted.tsx'
import { OutsideLink } from '#ui/shared/OutsideLink.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import { Section } from './Section.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

/** Numbers of the event, large, each with the date that it holds for. */
export function EventFigures({ event }: { readonly event: TimelineEvent }) {
  const { text, locale } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  if (event.figures === undefined || event.figures.length === 0) return undefined
  return (
    <dl className={css.figures}>
      {event.figures.map((figure, at) => {
        const { value } = figure
        return (
          <div key={at} className={css.figure}>
            <dt>{text(figure.label)}</dt>
            <dd>
              {figure.prefix !== undefined && (
                <span className={css.figureSide}>{text(figure.prefix)} </span>
              )}
              <span className={css.figureValue}>
                {typeof value === 'number' ? value.toLocaleString(locale) : text(value)}
              </span>
              {figure.unit !== undefined && (
                <span className={css.figureSide}> {text(figure.unit)}</span>
              )}
            </dd>
            {figure.asOf !== undefined && (
              <dd className={css.figureDate}>
                {panelMessages.detail.asOf(words.edtf(figure.asOf))}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

/** Small facts of the event: label and value, with a link where there is one. */
export function EventDetails({ event }: { readonly event: TimelineEvent }) {
  const { text } = useTimeline()
  const panelMessages = usePanelMessages()
  if (event.details === undefined || event.details.length === 0) return undefined
  return (
    <Section title={panelMessages.detail.details}>
      <dl className={css.details}>
        {event.details.map((detail, at) => (
          <div key={at}>
            <dt>{text(detail.label)}</dt>
            <dd>
              <OutsideLink url={detail.url}>
                <Highlighted text={text(detail.value)} />
              </OutsideLink>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
