import { inFileOrder, type Problem } from '#core/model/problem.ts'
import type { UrlWarning } from '#state/url/urlState.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { problemSummary } from '#ui/shared/problemSummary.ts'
import { CopyButton } from '#ui/shared/CopyButton.tsx'
import { Dialog } from '#ui/shared/Dialog.tsx'
import { problemLines } from './problemLines.ts'
import css from './ProblemsDialog.module.css'

/** Rows that the list shows; copying gives them all. */
const longestList = 500

interface ProblemsDialogProps {
  readonly problems: readonly Problem[]
  /** What the address of the page says wrongly. */
  readonly warnings: readonly UrlWarning[]
  readonly onClose: () => void
}

/** Everything that was found wrong while reading, with its place and what was done about it. */
export function ProblemsDialog({ problems: found, warnings, onClose }: ProblemsDialogProps) {
  const { messages, url, locale } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = panelMessages.problems
  const problems = inFileOrder(found)
  const told = [
    ...warnings.map(({ code, name, value }) => ({
      severity: 'note' as const,
      place: words.inAddress,
      summary: undefined,
      message: words.urlWarning[code](name, value),
      hint: '',
    })),
    ...problems.map((problem) => ({
      severity: problem.severity,
      place: [
        problem.path,
        problem.line === undefined ? '' : words.place(problem.line, problem.column ?? 1),
      ]
        .filter((part) => part !== '')
        .join(', '),
      summary: problemSummary(problem.code, locale),
      message: problem.message,
      hint: problem.hint,
    })),
  ]

  return (
    <Dialog title={words.title} closeLabel={messages.app.close} onClose={onClose}>
      <p className={css.intro}>{words.intro}</p>
      <ol className={css.list}>
        {told.slice(0, longestList).map(({ severity, place, summary, message, hint }, index) => (
          // The list never changes while it is open.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={css.problem} data-severity={severity}>
            <span className={css.severity}>{words.severity[severity]}</span>
            <code className={css.place}>{place}</code>
            {summary !== undefined && <p className={css.message}>{summary}</p>}
            <p className={css.message} lang={place === words.inAddress ? undefined : 'en'}>
              {message}
            </p>
            {hint !== '' && (
              <p className={css.hint} lang="en">
                {hint}
              </p>
            )}
          </li>
        ))}
      </ol>
      {told.length > longestList && <p>{words.shownFirst(longestList, told.length)}</p>}
      <CopyButton
        label={words.copy}
        text={() =>
          problemLines(
            url,
            problems,
            warnings.map(({ code, name, value }) => words.urlWarning[code](name, value)),
          )
        }
      />
    </Dialog>
  )
}
