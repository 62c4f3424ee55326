import type { SetText, StageCaption } from '#core/scene/stageCaption.ts'
import css from './Presenter.module.css'

interface CaptionViewProps {
  readonly caption: StageCaption
  /** The whole title and text, for those who listen. */
  readonly title: string
  readonly text: string
  /** CSS pixels of a unit. */
  readonly unit: number
  readonly figureColor: string
  /** The caption of the step before, on its way out. */
  readonly leaving?: boolean
  readonly onGone?: () => void
}

/** The words of a step, set line by line as `layoutCaption` broke them. */
export function CaptionView(props: CaptionViewProps) {
  const { caption, unit, title, text, leaving = false } = props
  const { figure } = caption
  const shownFigure = figure && (
    <div className={css.figure} data-place={figure.place}>
      {figure.prefix && <Lines className={css.said} set={figure.prefix} unit={unit} />}
      <Lines className={css.value} set={figure.value} unit={unit} color={props.figureColor} />
      {figure.unit && <Lines className={css.counted} set={figure.unit} unit={unit} />}
      {figure.label && <Lines className={css.said} set={figure.label} unit={unit} />}
    </div>
  )
  return (
    <div
      className={css.caption}
      aria-hidden={leaving || undefined}
      data-leaving={leaving || undefined}
      onAnimationEnd={props.onGone}
    >
      <div className={css.words}>
        <Lines className={css.overline} set={caption.overline} unit={unit} />
        {leaving ? (
          <Lines className={css.title} set={caption.title} unit={unit} />
        ) : (
          <h1 className={css.title} aria-label={title}>
            <Lines set={caption.title} unit={unit} />
          </h1>
        )}
        {caption.text && (
          <p className={css.text}>
            <span className="tl-visually-hidden">{text}</span>
            <Lines set={caption.text} unit={unit} hidden />
          </p>
        )}
        {figure?.place === 'under' && shownFigure}
      </div>
      {figure?.place === 'beside' && shownFigure}
    </div>
  )
}

interface LinesProps {
  readonly set: SetText
  readonly unit: number
  readonly className?: string | undefined
  readonly color?: string
  readonly hidden?: boolean
}

function Lines({ set, unit, className, color, hidden = false }: LinesProps) {
  const style = {
    fontSize: `${set.size * unit}px`,
    lineHeight: `${set.leading * unit}px`,
    ...(color === undefined ? {} : { color }),
  }
  return (
    <span
      className={`${css.lines} ${className ?? ''}`}
      style={style}
      aria-hidden={hidden || undefined}
    >
      {set.lines.map((line, index) => (
        <span key={index} className={css.line}>
          {line}
        </span>
      ))}
    </span>
  )
}
