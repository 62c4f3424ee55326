import { useId } from 'react'

import css from './ShareDialog.module.css'

interface SharePartProps {
  readonly label: string
  /** What it says at present, or why it cannot be chosen. */
  readonly summary: string
  readonly isPossible: boolean
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** A part of the present state that a link may carry. */
export function SharePart({ label, summary, isPossible, isChosen, onChoose }: SharePartProps) {
  const summaryId = useId()
  return (
    <label className={css.part}>
      <input
        type="checkbox"
        className={css.box}
        aria-label={label}
        aria-describedby={summaryId}
        disabled={!isPossible}
        checked={isPossible && isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span className={css.partText}>
        <span className={css.partName}>{label}</span>
        <span id={summaryId} className={css.summary}>
          {summary}
        </span>
      </span>
    </label>
  )
}
