import { lazy, type ReactNode, type Ref, Suspense } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './Foot.module.css'

const FilterNote = lazy(async () => ({ default: (await import('./FilterNote.tsx')).FilterNote }))
const PartsNote = lazy(async () => ({ default: (await import('./PartsNote.tsx')).PartsNote }))

interface FootProps {
  /** The status line as it is seen, and as it is read out: that one waits until all is quiet. */
  readonly shown: string
  readonly spoken: string
  readonly problems: number
  readonly onProblems: () => void
  readonly children: ReactNode
  /** The steps have the room; the sentence is still read out. */
  readonly hidesStatus: boolean
  /** What is filtered for is said nowhere else. */
  readonly tellsFilter: boolean
  readonly ref: Ref<HTMLElement>
}

/** Under the drawing: what is shown, whose data it is, what is wrong with it, and the tools. */
export function Foot(props: FootProps) {
  const { shown, spoken, problems, onProblems, children, hidesStatus, tellsFilter, ref } = props
  const { table, messages, url, foreignOrigin, fileName, isInLink } = useTimeline()
  const words = messages.status
  const hasTools = Array.isArray(children) ? children.some(Boolean) : Boolean(children)
  const from = foreignOrigin === undefined ? undefined : addressFrom(foreignOrigin, url)
  const origin = isInLink
    ? words.fromLink
    : from === undefined
      ? fileName && words.fromFile(fileName)
      : words.provenance(from)
  const isPartial = table.unseen !== undefined
  const empty = origin === undefined && problems === 0 && !isPartial && !hasTools

  return (
    // Where the skip button leads: it takes the focus, but is no stop of the Tab key.
    <footer
      ref={ref}
      tabIndex={-1}
      className={css.foot}
      data-empty={empty || undefined}
      data-quiet={hidesStatus || undefined}
    >
      <p className={css.status} aria-hidden="true">
        {shown}
      </p>
      <p className="tl-visually-hidden" role="status" aria-label={words.label}>
        {spoken}
      </p>
      {tellsFilter && (
        <Suspense fallback={<span data-pending="" />}>
          <FilterNote />
        </Suspense>
      )}
      {origin !== undefined && (
        <p className={css.origin} title={from ?? fileName}>
          {origin}
        </p>
      )}
      {isPartial && (
        <Suspense fallback={<span data-pending="" />}>
          <PartsNote />
        </Suspense>
      )}
      {problems > 0 && (
        <button
          type="button"
          className={`${controls.link} ${css.problems}`}
          aria-label={words.problemsLabel(problems)}
          aria-haspopup="dialog"
          onClick={onProblems}
        >
          {words.problems(problems)}
        </button>
      )}
      {children}
    </footer>
  )
}

/** Where a document came from, the host first: after a redirect only that is known. */
function addressFrom(origin: string, url: string): string {
  const { host } = new URL(origin)
  const asked = new URL(url)
  return asked.origin === origin ? `${host}${asked.pathname}` : host
}
