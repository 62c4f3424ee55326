import { useTimeline } from '#ui/TimelineContext.tsx'
import css from './Presenter.module.css'

const icons = {
  previous: 'M9.8 3.5L5.3 8l4.5 4.5',
  next: 'M6.2 3.5L10.7 8l-4.5 4.5',
  play: 'M5 3.2v9.6L12.6 8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  full: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  small: 'M6 2.5V6H2.5M13.5 6H10V2.5M10 13.5V10h3.5M2.5 10H6v3.5',
  speaker: 'M2 3h12v8H2zM5.5 13.5h5M8 5.2v3.6M6.2 7h3.6',
  leave: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
} as const

interface StageControlsProps {
  readonly playing: boolean
  readonly canPlay: boolean
  readonly canLeave: boolean
  readonly isFull: boolean
  /** Undefined where the browser or the frame does not let us. */
  readonly onFull: (() => void) | undefined
  readonly onTurn: (direction: 1 | -1) => void
  readonly onPlay: () => void
  readonly onSpeaker: () => void
  readonly onLeave: () => void
}

/** Quiet buttons at the foot; they show while the pointer moves or the keyboard is among them. */
export function StageControls(props: StageControlsProps) {
  const { messages } = useTimeline()
  const words = messages.story
  return (
    <div className={css.controls} data-playing={props.playing || undefined}>
      <Control icon="previous" label={words.previous} onClick={() => props.onTurn(-1)} />
      <Control icon="next" label={words.next} onClick={() => props.onTurn(1)} />
      {props.canPlay && (
        <Control
          icon={props.playing ? 'pause' : 'play'}
          label={props.playing ? words.pause : words.play}
          onClick={props.onPlay}
          always={props.playing}
        />
      )}
      {props.onFull && (
        <Control
          icon={props.isFull ? 'small' : 'full'}
          label={props.isFull ? words.smallScreen : words.fullScreen}
          onClick={props.onFull}
        />
      )}
      <Control icon="speaker" label={words.speaker} onClick={props.onSpeaker} />
      {props.canLeave && <Control icon="leave" label={words.leave} onClick={props.onLeave} />}
    </div>
  )
}

interface ControlProps {
  readonly icon: keyof typeof icons
  readonly label: string
  readonly onClick: () => void
  /** Seen at any time: what moves by itself can be stopped. */
  readonly always?: boolean
}

function Control({ icon, label, onClick, always }: ControlProps) {
  return (
    <button
      type="button"
      className={css.control}
      aria-label={label}
      title={label}
      data-always={always || undefined}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d={icons[icon]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  )
}
