import { useId } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import css from './FilterPanel.module.css'

/** Rows that a list shows; the field above finds the others. */
const longestList = 200

/** One thing to filter for. */
export interface FilterChoice {
  readonly id: string
  readonly name: string
  readonly color?: string
  readonly count: number
  readonly state: 'on' | 'off' | 'out'
  readonly toggle: () => void
  /** Organisations only: nothing else, and everything else. */
  readonly only?: () => void
  readonly hide?: () => void
}

interface FilterListProps {
  readonly heading: string
  readonly choices: readonly FilterChoice[]
}

export function FilterList({ heading, choices }: FilterListProps) {
  const words = useTimeline().messages.filter
  const headingId = useId()

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={css.heading}>
        {heading}
      </h2>
      <ul className={css.list}>
        {choices.slice(0, longestList).map((choice) => (
          <li
            key={choice.id}
            className={css.choice}
            data-state={choice.state}
            data-none={choice.count === 0 || undefined}
          >
            <button
              type="button"
              className={css.toggle}
              aria-pressed={choice.state === 'on'}
              aria-label={
                choice.state === 'out'
                  ? words.leftOutLabel(choice.name, choice.count)
                  : words.chipLabel(choice.name, choice.count)
              }
              onClick={choice.toggle}
            >
              <span className={css.box}>{choice.state === 'on' && <Icon name="check" />}</span>
              {choice.color !== undefined && (
                <span className={css.dot} style={{ background: choice.color }} />
              )}
              <span className={css.name}>{choice.name}</span>{' '}
              <span className={css.count}>{choice.count}</span>
            </button>
            {choice.only !== undefined && (
              <button
                type="button"
                className={css.small}
                aria-label={words.onlyLabel(choice.name)}
                onClick={choice.only}
              >
                {words.only}
              </button>
            )}
            {choice.hide !== undefined && (
              <button
                type="button"
                className={css.small}
                aria-label={
                  choice.state === 'out'
                    ? words.showLabel(choice.name)
                    : words.hideLabel(choice.name)
                }
                onClick={choice.state === 'out' ? choice.toggle : choice.hide}
              >
                {choice.state === 'out' ? words.show : words.hide}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
