import type { MeasureFace } from '#core/scene/stageCaption.ts'
import type { StageFrame } from '#core/scene/stageFrame.ts'
import { fittingSources } from '#picture/captionTexts.ts'
import type { TimelineStep } from '#state/steps.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import css from './Presenter.module.css'

/** Units of the foot line's type, and kept free in its middle for the controls. */
const size = 10.4
const controlsRoom = 150

interface StageFootProps {
  readonly step: TimelineStep
  /** Without the overview. */
  readonly steps: number
  /** Events in view that have no label of their own. */
  readonly hidden: number
  readonly frame: StageFrame
  readonly face: MeasureFace
}

/** The foot line: where we are, how much is not shown, and who says so. */
export function StageFoot({ step, steps, hidden, frame, face }: StageFootProps) {
  const { messages } = useTimeline()
  const words = messages.story
  const room = (frame.right - frame.left - controlsRoom) / 2
  const sources = fittingSources(
    step.sources.map(({ label }) => label),
    words.sources,
    (text) => face(text, { family: 'sans', size, weight: 400 }) <= room,
  )
  return (
    <footer className={css.foot}>
      <span className={css.place}>
        {step.index === 0 ? words.overview : words.place(step.index, steps)}
        {hidden > 0 && <span className={css.more}>{words.more(hidden)}</span>}
      </span>
      <span>{sources}</span>
    </footer>
  )
}
