import { useTimeline } from '#ui/TimelineContext.tsx'
import { Notice } from '#ui/shared/Notice.tsx'
import controls from '#ui/shared/controls.module.css'
import { failureMessagesIn } from '#ui/shared/failureMessages.ts'
import css from './FailurePage.module.css'

interface EmptyPageProps {
  /** Events that could not be read count here: then the list is not empty, but nothing is left. */
  readonly problems: number
  readonly onProblems: () => void
}

/** A document without a single event that could be shown. */
export function EmptyPage({ problems, onProblems }: EmptyPageProps) {
  const { table, messages, locale, text, url } = useTimeline()
  const { failure, empty: words } = failureMessagesIn(locale)
  const example = { date: '2014-12-12', title: words.example }

  return (
    <Notice title={problems > 0 ? words.problems : words.title}>
      {problems > 0 ? (
        <p>
          {words.problemsText(problems)}{' '}
          <button type="button" className={controls.link} onClick={onProblems}>
            {messages.status.problems(problems)}
          </button>
        </p>
      ) : (
        <p>
          {text(table.document.title)}: {words.text}
        </p>
      )}
      <p>{words.help}</p>
      <pre className={css.excerpt}>{JSON.stringify(example)}</pre>
      <dl className={css.where}>
        <dt>{failure.where}</dt>
        <dd>{url}</dd>
      </dl>
    </Notice>
  )
}
