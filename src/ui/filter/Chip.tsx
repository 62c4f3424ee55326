import { count as grouped } from '#i18n/counts.ts'
import { Icon } from '#ui/shared/Icon.tsx'
import css from './Chips.module.css'

interface ChipProps {
  readonly name: string
  /** The accessible name: the name and what the count counts. */
  readonly label: string
  readonly count?: number
  readonly color?: string
  readonly state: 'off' | 'on' | 'out'
  /** One of those that fold away when the row is full. */
  readonly measured?: boolean
  /** In the row for measuring only: neither seen nor reached. */
  readonly folded?: boolean
  readonly onClick: () => void
}

/** A filter as a button that is in or out, with the number of events that it stands for. */
export function Chip({ name, label, count, color, state, measured, folded, onClick }: ChipProps) {
  return (
    <button
      type="button"
      className={css.chip}
      data-state={state}
      data-none={count === 0 || undefined}
      data-chip={measured ? '' : undefined}
      data-folded={folded || undefined}
      aria-pressed={state === 'on'}
      aria-label={label}
      onClick={onClick}
    >
      {color !== undefined && <span className={css.dot} style={{ background: color }} />}
      <span className={css.name}>{name}</span>{' '}
      {count !== undefined && <span className={css.count}>{grouped(count)}</span>}
      {count === undefined && state === 'on' && <Icon name="close" />}
    </button>
  )
}
