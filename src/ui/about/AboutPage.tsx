import { countEvents } from '#core/data/eventTable.ts'
import { count } from '#i18n/counts.ts'
import { formatSpan } from '#core/time/formatDate.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { CopyButton } from '#ui/shared/CopyButton.tsx'
import { DateLegend } from '#ui/shared/DateLegend.tsx'
import { Dialog } from '#ui/shared/Dialog.tsx'
import { RichText } from '#ui/shared/richText.tsx'
import { AboutDoubts } from './AboutDoubts.tsx'
import { AboutSources } from './AboutSources.tsx'
import { dateKinds } from './aboutFacts.ts'
import { useAboutFacts } from './useAboutFacts.ts'
import css from './AboutPage.module.css'

/** What the timeline tells, how its dates are known, what is in doubt, and every source. */
export function AboutPage({ onClose }: { readonly onClose: () => void }) {
  const { table, problems, dateWords, text, surroundings } = useTimeline()
  const panelMessages = usePanelMessages()
  const facts = useAboutFacts(table)
  const { document } = table
  const words = panelMessages.about
  const cite = `${text(document.title)}\n${surroundings.address().split(/[?#]/)[0] ?? ''}`

  return (
    <Dialog title={words.title} closeLabel={words.close} size="page" onClose={onClose}>
      <div className={css.about}>
        <section>
          <h3>{text(document.title)}</h3>
          {document.subtitle !== undefined && (
            <p className={css.subtitle}>{text(document.subtitle)}</p>
          )}
          <div className={css.lead}>
            <RichText text={text(document.description)} />
          </div>
          <p className={css.quiet}>
            {words.counts(
              countEvents(table),
              facts?.parts ?? 0,
              document.organizations.length,
              document.people.length,
            )}{' '}
            {table.length > 0 && `${words.span(formatSpan(table.span, dateWords))} `}
            {words.problems(problems.length)}
          </p>
        </section>

        <section>
          <h3>{words.dates}</h3>
          <p>{words.datesIntro}</p>
          <div className={css.dates}>
            <DateLegend />
            {facts === undefined ? (
              <p data-pending="">{words.counting}</p>
            ) : (
              <dl className={css.counts}>
                {dateKinds
                  .filter((kind) => facts.dates.has(kind))
                  .map((kind) => (
                    <div key={kind}>
                      <dt>{words.dateKinds[kind]}</dt>
                      <dd>{count(facts.dates.get(kind) ?? 0)}</dd>
                    </div>
                  ))}
              </dl>
            )}
          </div>
          {facts !== undefined && facts.approximate > 0 && (
            <p className={css.quiet}>{words.approximate(facts.approximate)}</p>
          )}
          {facts !== undefined && facts.uncertain > 0 && (
            <p className={css.quiet}>{words.uncertain(facts.uncertain)}</p>
          )}
        </section>

        {facts !== undefined && (
          <>
            <AboutDoubts facts={facts} onClose={onClose} />
            <AboutSources facts={facts} onClose={onClose} />
          </>
        )}

        <section>
          <h3>{words.cite}</h3>
          <p>{words.citeIntro}</p>
          <p className={css.cite}>{cite}</p>
          <CopyButton label={words.copy} text={() => cite} />
        </section>

        <section>
          <h3>{words.licence}</h3>
          <p>{words.licenceText}</p>
        </section>
      </div>
    </Dialog>
  )
}
