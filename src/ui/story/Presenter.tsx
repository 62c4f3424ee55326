import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

import { organizationColors } from '#core/scene/organizationColors.ts'
import { layoutCaption } from '#core/scene/stageCaption.ts'
import { stageFrame } from '#core/scene/stageFrame.ts'
import { readable, stageTheme } from '#core/scene/stageTheme.ts'
import { themes } from '#core/scene/theme.ts'
import type { PresentCommand } from '#input/keymap.ts'
import { captionTexts } from '#picture/captionTexts.ts'
import { shownStep } from '#picture/shownStep.ts'
import { clampStep } from '#state/steps.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { activeElementNear } from '#ui/shared/activeElementNear.ts'
import { CaptionView } from './CaptionView.tsx'
import { openSpeakerWindow } from './openSpeakerWindow.ts'
import { SpeakerWindow } from './SpeakerWindow.tsx'
import { StageControls } from './StageControls.tsx'
import { StageFoot } from './StageFoot.tsx'
import { StepStrip } from './StepStrip.tsx'
import { useAutoplay } from './useAutoplay.ts'
import { usePresentKeys } from './usePresentKeys.ts'
import { useAwake, useFullScreen, useMeasures, useStageSize } from './useStage.ts'
import { useStageDrawing } from './useStageDrawing.ts'
import { useStagePointer } from './useStagePointer.ts'
import { useStepping } from './useStepping.ts'
import { useSteps } from './useSteps.ts'
import css from './Presenter.module.css'

export interface PresenterProps {
  /** Inside somebody else's page `.`, `b` and Esc are theirs, and so is the focus. */
  readonly inFrame?: boolean
  /** False where somebody else gives us the keys, as the embed's own rules do in a deck. */
  readonly hearsKeys?: boolean
  /** A step past an end was asked for (`key` by a key, else undefined); never with `edge=loop`. */
  readonly onEdge?: (direction: 1 | -1, key: string | undefined) => void
  /** Where leaving leads; without it back to exploring, with the step's event selected. */
  readonly onLeave?: () => void
}

const selectStep = (state: TimelineStoreState) => state.step
const selectPlay = (state: TimelineStoreState) => state.play
const selectKeys = (state: TimelineStoreState) => state.keys
const selectStatic = (state: TimelineStoreState) => state.static
const selectFilter = (state: TimelineStoreState) => state.filter

/** The whole page as a stage: one idea per step, to be read from the last row. */
export function Presenter({ inFrame = false, hearsKeys = true, onEdge, onLeave }: PresenterProps) {
  const context = useTimeline()
  const { store, table, derived, messages, surroundings, theme: themeName, motion } = context
  const words = messages.story
  const steps = useSteps()
  const index = clampStep(useTimelineStore(selectStep), steps.length)
  const seconds = useTimelineStore(selectPlay)
  const keys = useTimelineStore(selectKeys)
  const isStill = useTimelineStore(selectStatic)
  const filter = useTimelineStore(selectFilter)
  const stage = useRef<HTMLElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const size = useStageSize(stage)
  const measures = useMeasures()
  const full = useFullScreen(stage)
  const { awake, wake } = useAwake()
  const [cameByHand] = useState(() => store.getState().historyMark > 0)
  const [blank, setBlank] = useState(false)
  const [speaker, setSpeaker] = useState<Window>()
  const [isBlocked, setBlocked] = useState(false)

  const theme = useMemo(() => stageTheme(themes[themeName]), [themeName])
  const { matching, count: events } = useMemo(() => derived.matching(filter), [derived, filter])
  const step = steps.at(index)
  const shown = useMemo(
    () => size && shownStep(steps, index, { ...context, size, matching }),
    [steps, index, context, size, matching],
  )
  const { drawing, hidden } = useStageDrawing(host, index, shown)

  const { goTo, turn, leave } = useStepping(steps, index, onEdge, onLeave)
  const advance = useCallback(() => turn(1, undefined, 'quietly'), [turn])
  const autoplay = useAutoplay(isStill ? undefined : seconds, blank, advance)
  const stop = (): void => autoplay.setPlaying(false)
  const byHand = (direction: 1 | -1): void => {
    stop()
    turn(direction)
  }

  const onCommand = (command: PresentCommand, key: string): boolean => {
    stop()
    if (command === 'nextStep' || command === 'previousStep') {
      return turn(command === 'nextStep' ? 1 : -1, key) || store.getState().edge === 'stop'
    }
    if (command === 'firstStep') goTo(0)
    else if (command === 'lastStep') goTo(steps.length - 1)
    else if (command === 'blank') setBlank(true)
    else leave()
    return true
  }
  const onKey = usePresentKeys({
    inFrame,
    target: surroundings.keys,
    enabled: hearsKeys && !isStill && (keys === 'auto' || keys === 'own'),
    isBlank: blank,
    onCommand,
    onWake: () => setBlank(false),
  })

  const hands = useRef({
    turn: byHand,
    point: (_x: number, _y: number): boolean => false,
    unpoint: (): void => undefined,
    touched: stop,
    moved: wake,
    clicked: (): void => undefined,
  })
  useEffect(() => {
    hands.current = {
      turn: (direction) => (blank ? undefined : byHand(direction)),
      point: (x, y) => {
        const row = blank ? undefined : drawing.current?.eventAt(x, y)
        if (row !== undefined) drawing.current?.point(row)
        return row !== undefined
      },
      unpoint: () => drawing.current?.point(undefined),
      touched: () => {
        stop()
        setBlank(false)
      },
      moved: wake,
      clicked: () => {
        if (!inFrame) stage.current?.focus({ preventScroll: true })
      },
    }
  })
  useStagePointer(stage, !isStill, hands)

  // Asked for by hand, the stage takes the focus that the button had; a link never takes it.
  useEffect(() => {
    const { host } = surroundings
    const isOurs = inFrame ? activeElementNear(host) === host : cameByHand
    if (isOurs) stage.current?.focus({ preventScroll: true })
  }, [inFrame, cameByHand, surroundings])
  useEffect(() => () => speaker?.close(), [speaker])
  useEffect(() => {
    const close = (): void => speaker?.close()
    window.addEventListener('pagehide', close)
    return () => window.removeEventListener('pagehide', close)
  }, [speaker])

  const openSpeaker = (): void => {
    const opened = stage.current ? openSpeakerWindow(stage.current, words.speakerTitle) : undefined
    setSpeaker(opened)
    setBlocked(opened === undefined)
  }
  const onSpeakerClosed = useCallback(() => setSpeaker(undefined), [setSpeaker])

  // The caption that was there goes while the next one comes.
  const [previous, setPrevious] = useState(index)
  const [leaving, setLeaving] = useState<number>()
  if (previous !== index) {
    setPrevious(index)
    setLeaving(motion ? previous : undefined)
    setBlocked(false)
  }

  const frame = size && stageFrame(size)
  const unit = frame?.scale ?? 1
  useLayoutEffect(() => {
    const style = stage.current?.style
    if (style === undefined || frame === undefined) return
    style.setProperty('--unit', `${frame.scale}px`)
    style.setProperty('--stage-left', String(frame.left))
    style.setProperty('--stage-top', String(frame.captionTop))
    style.setProperty('--stage-foot', String(frame.height - frame.footY - 3.4))
    style.setProperty('--stage-ink-2', theme.ink2)
  })

  const captionAt = (place: number) => {
    const input = size && shownStep(steps, place, { ...context, size, matching })
    const told = steps.at(place)
    const texts = captionTexts(told, events, words, context)
    const caption =
      input && layoutCaption(texts, { ...input, measure: measures.measure }, measures.face)
    const first = told.row === undefined ? undefined : table.event(told.row)?.organizations[0]?.id
    const own =
      first === undefined ? undefined : organizationColors(table.document, theme).get(first)
    return (
      caption && {
        caption,
        title: texts.title,
        text: texts.text,
        unit,
        figureColor: own === undefined ? theme.ink : readable(own, theme),
      }
    )
  }
  const current = captionAt(index)
  const gone = leaving === undefined ? undefined : captionAt(leaving)

  return (
    <main
      ref={stage}
      className={css.stage}
      tabIndex={-1}
      aria-label={words.label}
      data-place={surroundings.place}
      data-tall={frame?.isTall || undefined}
      data-awake={awake || undefined}
      data-motion={motion ? 'on' : 'off'}
    >
      <div ref={host} part="drawing" className={css.drawing} />
      {gone && (
        <CaptionView
          key={`gone${leaving}`}
          {...gone}
          leaving
          onGone={() => setLeaving(undefined)}
        />
      )}
      {current && <CaptionView key={index} {...current} />}
      {frame && (
        <StageFoot
          step={step}
          steps={steps.length - 1}
          hidden={hidden}
          frame={frame}
          face={measures.face}
        />
      )}
      <StepStrip
        steps={steps}
        index={index}
        onStep={(place) => {
          stop()
          goTo(place)
        }}
      />
      {!isStill && (
        <StageControls
          playing={autoplay.playing}
          canPlay={seconds !== undefined}
          canLeave={!inFrame || cameByHand}
          isFull={full.isFull}
          onFull={full.toggle}
          onTurn={byHand}
          onPlay={() => autoplay.setPlaying(!autoplay.playing)}
          onSpeaker={openSpeaker}
          onLeave={leave}
        />
      )}
      <Announcement sentence={sentenceFor()} />
      {isBlocked && (
        <p className={css.notice} role="alert">
          {words.blocked}
        </p>
      )}
      {blank && <div className={css.blank} data-blank="" />}
      {speaker && (
        <SpeakerWindow
          opened={speaker}
          steps={steps}
          index={index}
          onTurn={byHand}
          onKey={onKey}
          onClosed={onSpeakerClosed}
        />
      )}
    </main>
  )

  function sentenceFor(): string {
    if (blank) return words.blank
    return words.announce(index, steps.length - 1, step.date, step.title, step.text)
  }
}

/** Says what changed since the stage was opened, once and politely. */
function Announcement({ sentence }: { readonly sentence: string }) {
  const [first] = useState(sentence)
  const [said, setSaid] = useState(false)
  if (!said && sentence !== first) setSaid(true)
  return (
    <p className="tl-visually-hidden" role="status">
      {said ? sentence : ''}
    </p>
  )
}
