import { textIn } from '#core/model/document.ts'
import { inFileOrder, type Problem } from '#core/model/problem.ts'
import type { DateOrder } from '#formats/import/looseDate.ts'
import type { Words } from '#i18n/loadWords.ts'
import type { OpenMessages } from '#i18n/openMessages.en.ts'
import { problemSummary } from '#ui/shared/problemSummary.ts'
import { saveFile } from '#ui/shared/saveFile.ts'
import controls from '#ui/shared/controls.module.css'
import type { Reading } from './readAsked.ts'
import { summaryOf } from './summaryOf.ts'
import css from './OpenDialog.module.css'

interface SummaryPartProps {
  readonly words: OpenMessages
  readonly page: Words
  readonly reading: Extract<Reading, { kind: 'read' }>
  readonly onOrder: (order: DateOrder) => void
  readonly onShow: () => void
  readonly again: string
  readonly onAgain: () => void
}

const orders = ['day-first', 'month-first'] as const
const shownProblems = 50

function ProblemSummary({ problem, locale }: { problem: Problem; locale: string }) {
  const summary = problemSummary(problem.code, locale)
  return summary !== undefined && <span> {summary}</span>
}

/** What was found: the same for every way in, before anything on the page changes. */
export function SummaryPart(props: SummaryPartProps) {
  const { words, page, reading, onOrder, onShow, again, onAgain } = props
  const { loaded, format } = reading
  const own = words.summary
  const summary = summaryOf(loaded, page)
  const problems = inFileOrder(loaded.problems)
  const { error, warning, note, left } = summary
  const counted = own.counts(error, warning, note)
  const isEmpty = summary.events === ''
  const source = reading.address === undefined ? (loaded.fileName ?? '') : loaded.url

  return (
    <div className={css.part}>
      <h3 className={css.heading}>{textIn(loaded.table.document.title, page.locale)}</h3>
      <dl className={css.summary}>
        <dt>{own.from}</dt>
        <dd className={css.source}>{source}</dd>
        <dt>{own.readAs}</dt>
        <dd>{words.formats[format]}</dd>
        <dt>{own.events}</dt>
        <dd>
          {isEmpty ? own.none : summary.events}
          {left > 0 && <span className={css.left}> ({own.left(left)})</span>}
        </dd>
        <dt>{own.span}</dt>
        <dd>{summary.span}</dd>
        <dt>{own.organizations}</dt>
        <dd>{own.organizationsNamed(summary.organizations, summary.names)}</dd>
        <dt>{own.problems}</dt>
        <dd>{counted === '' ? own.noProblems : counted}</dd>
      </dl>
      {reading.asksDateOrder && (
        <fieldset className={css.order}>
          <legend>{words.order.question}</legend>
          {orders.map((order) => (
            <button
              key={order}
              type="button"
              className={controls.button}
              onClick={() => onOrder(order)}
            >
              {words.order[order]}
            </button>
          ))}
        </fieldset>
      )}
      {problems.length > 0 && (
        <ol className={css.problems}>
          {problems.slice(0, shownProblems).map((problem, index) => (
            // The list never changes while it is shown.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} data-severity={problem.severity}>
              <b>{words.severity[problem.severity]}</b>
              {problem.line !== undefined && <span> {words.place(problem.line)}</span>}
              <ProblemSummary problem={problem} locale={page.locale} />
              <span lang="en">
                <span className={css.message}> {problem.message}</span>
                {problem.hint !== '' && <span className={css.hint}> {problem.hint}</span>}
              </span>
            </li>
          ))}
          {problems.length > shownProblems && <li>{own.more(problems.length - shownProblems)}</li>}
        </ol>
      )}
      <div className={css.ways}>
        {!isEmpty && (
          <button
            type="button"
            className={`${controls.button} ${controls.primary}`}
            onClick={onShow}
          >
            {words.show}
          </button>
        )}
        <button
          type="button"
          className={isEmpty ? `${controls.button} ${controls.primary}` : controls.button}
          onClick={onAgain}
        >
          {again}
        </button>
        {!isEmpty && reading.address === undefined && format !== 'throughline' && (
          <button
            type="button"
            className={controls.button}
            onClick={() => {
              const name = `${source.replace(/\.\w+$/, '')}.json`
              saveFile(name, 'application/json', reading.json())
            }}
          >
            {words.save}
          </button>
        )}
      </div>
    </div>
  )
}
