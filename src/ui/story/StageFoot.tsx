import type { MeasureFace } from '#core/scene/stageCaption.ts'
import type { StageFrame } from '#core/scene/stageFrame.ts'
import { fittingSources } from '#picture/captionTexts.ts'
import type { TimelineStep } from '#state/steps.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import css from './Presenter.module.css'

/** Units of the foot line's type, of the gap before its count, and kept free in its middle. */
const size = 10.4
const beforeMore = 10
const middle = { controls: 150, words: 18 }

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
  const place = step.index === 0 ? words.overview : words.place(step.index, steps)
  const more = hidden > 0 ? words.more(hidden) : ''
  const widthOf = (text: string): number => face(text, { family: 'sans', size, weight: 400 })
  const inner = frame.right - frame.left
  // On a stage that is higher than wide the controls lie under this line.
  const room = frame.isTall
    ? inner - widthOf(place) - (hidden > 0 ? beforeMore + widthOf(more) : 0) - middle.words
    : (inner - middle.controls) / 2
  const sources = fittingSources(
    step.sources.map(({ label }) => label),
    words.sources,
    (text) => widthOf(text) <= room,
  )
  return (
    <footer className={css.foot}>
      <span className={css.place}>
        {place}
        {hidden > 0 && <span className={css.more}>{more}</span>}
      </span>
      <span>{sources}</span>
    </footer>
  )
}
