import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

import type { StepList } from '#state/steps.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './SpeakerWindow.module.css'

interface SpeakerWindowProps {
  readonly opened: Window
  readonly steps: StepList
  readonly index: number
  readonly onTurn: (direction: 1 | -1) => void
  readonly onKey: (event: Event) => void
  readonly onClosed: () => void
}

/** What only the speaker sees: the notes of this step, what comes next, and the time. */
export function SpeakerWindow(props: SpeakerWindowProps) {
  const { opened, steps, index, onTurn, onKey, onClosed } = props
  const { messages } = useTimeline()
  const words = messages.story

  useEffect(() => {
    const target = opened.document
    const onPress = (event: KeyboardEvent): void => {
      // This window has no address that a reload, or a clicker's button, could bring back.
      if (event.key === 'F5') event.preventDefault()
      else onKey(event)
    }
    target.addEventListener('keydown', onPress)
    opened.addEventListener('pagehide', onClosed)
    return () => {
      target.removeEventListener('keydown', onPress)
      opened.removeEventListener('pagehide', onClosed)
    }
  }, [opened, onKey, onClosed])

  const step = steps.at(index)
  const next = index + 1 < steps.length ? steps.at(index + 1) : undefined
  return createPortal(
    <main className={css.speaker}>
      <p className={css.place}>
        {index === 0 ? words.overview : words.place(index, steps.length - 1)}
        {step.date === '' ? '' : `${words.parts}${step.date}`}
      </p>
      <h1 className={css.title}>{step.title}</h1>
      <section className={css.notes} aria-label={words.notes}>
        <p>{step.notes === '' ? words.noNotes : step.notes}</p>
        <ul>
          {step.sources.map(({ label }) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </section>
      <p className={css.next}>
        <span className={css.hint}>{words.nextStep}</span>
        {next?.title ?? words.end}
      </p>
      <footer className={css.foot}>
        <button type="button" className={controls.button} onClick={() => onTurn(-1)}>
          {words.previous}
        </button>
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          onClick={() => onTurn(1)}
        >
          {words.next}
        </button>
        <Clock />
      </footer>
    </main>,
    opened.document.body,
  )
}

/** The time of day, and how long the talk has taken. */
function Clock() {
  const { messages } = useTimeline()
  const words = messages.story
  const [start, setStart] = useState(() => performance.now())
  const [now, setNow] = useState(start)

  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])

  // The clock on the wall: as the speaker's own system writes it, whatever the language of the talk.
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format()
  const seconds = Math.max(0, Math.floor((now - start) / 1000))
  const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <dl className={css.clock}>
      <div>
        <dt>{words.clock}</dt>
        <dd>{clock}</dd>
      </div>
      <div>
        <dt>{words.elapsed}</dt>
        <dd>
          <button
            type="button"
            className={css.elapsed}
            title={words.restart}
            onClick={() => {
              setStart(performance.now())
              setNow(performance.now())
            }}
          >
            {elapsed}
          </button>
        </dd>
      </div>
    </dl>
  )
}
