import type { StepList } from '#state/steps.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import css from './Presenter.module.css'

/** So many steps at a time are offered as buttons. */
const most = 120

interface StepStripProps {
  readonly steps: StepList
  readonly index: number
  readonly onStep: (index: number) => void
}

/** All steps as a list of buttons: seen while the keyboard is in it, read at any time. */
export function StepStrip({ steps, index, onStep }: StepStripProps) {
  const { messages } = useTimeline()
  const first = Math.max(0, Math.min(index - most / 2, steps.length - most))
  const last = Math.min(steps.length, first + most)
  const places = Array.from({ length: last - first }, (_, at) => first + at)
  return (
    <nav className={css.strip} aria-label={messages.story.steps}>
      <ol start={first}>
        {places.map((place) => (
          <li key={place}>
            <button
              type="button"
              aria-current={place === index ? 'step' : undefined}
              onClick={() => onStep(place)}
            >
              <span className={css.stripNumber}>{place}</span>
              {steps.at(place).title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
