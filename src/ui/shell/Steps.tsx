import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

import { presentCommandForKey } from '#input/keymap.ts'
import { createStepControl } from '#state/stepControl.ts'
import { clampStep } from '#state/steps.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { IconButton } from '#ui/shared/IconButton.tsx'
import { useAutoplay } from '#ui/story/useAutoplay.ts'
import { useSteps } from '#ui/story/useSteps.ts'
import type { RootSlots } from './RootSlots.tsx'
import css from './Steps.module.css'

interface StepsProps {
  readonly slots: RootSlots
  /** Shows where we are, with buttons; without it the steps are walked by keys and messages alone. */
  readonly hasBar?: boolean
  /** Says a sentence in the status line. */
  readonly say?: (sentence: string) => void
}

/** How long the sign stands that the keys went back, in milliseconds. */
const returnedFor = 2000

const selectStep = (state: TimelineStoreState) => state.step
const selectMode = (state: TimelineStoreState) => state.mode
const selectPlay = (state: TimelineStoreState) => state.play
const selectKeys = (state: TimelineStoreState) => state.keys
const selectStill = (state: TimelineStoreState) => state.static

/** The sequence of a timeline: keeps its control, hears its keys, plays it, and shows where we are. */
export function Steps({ slots, hasBar = false, say }: StepsProps) {
  const { store, table, messages, surroundings } = useTimeline()
  const list = useSteps()
  const mode = useTimelineStore(selectMode)
  const index = clampStep(useTimelineStore(selectStep), list.length)
  const seconds = useTimelineStore(selectPlay)
  const keys = useTimelineStore(selectKeys)
  const isStill = useTimelineStore(selectStill)
  const [control] = useState(() => createStepControl(store, table, list))
  const [isHeld, setHeld] = useState(slots.isHeld)
  const [returned, setReturned] = useState(0)

  // The stage plays and hears its keys by itself.
  const isStage = mode === 'present'
  const advance = useCallback(() => control.turn(1, 'quietly'), [control])
  const { playing, setPlaying } = useAutoplay(
    isStage || isStill ? undefined : seconds,
    isHeld,
    advance,
  )
  const turn = useCallback(
    (direction: 1 | -1): boolean => {
      setPlaying(false)
      return control.turn(direction)
    },
    [control, setPlaying],
  )

  useLayoutEffect(() => {
    control.replace(list)
    slots.setSteps(control, {
      hold: setHeld,
      stop: () => setPlaying(false),
      keysReturned: () => setReturned((times) => times + 1),
    })
    return () => slots.setSteps(undefined, undefined)
  }, [control, list, slots, setPlaying])

  useEffect(() => {
    if (returned === 0) return undefined
    const timer = setTimeout(() => setReturned(0), returnedFor)
    return () => clearTimeout(timer)
  }, [returned])

  useEffect(() => control.begin(), [control])

  useEffect(() => {
    const isHeard = surroundings.place !== 'frame' && (keys === 'auto' || keys === 'own')
    if (isStage || isStill || !isHeard) return undefined
    const onKey = (press: Event): void => {
      if (!(press instanceof KeyboardEvent) || press.defaultPrevented) return
      if (surroundings.host.querySelector('dialog[open], :popover-open') !== null) return
      const command = presentCommandForKey(press, { inFrame: true })
      if (command === undefined) return
      setPlaying(false)
      if (command === 'firstStep' || command === 'lastStep') {
        control.goTo(command === 'firstStep' ? 0 : control.list.length - 1)
      } else {
        const direction = command === 'nextStep' ? 1 : -1
        const isPast = !control.turn(direction)
        if (isPast) surroundings.onEdge?.(direction, press.key)
        // Past the end the key is the page's, which may be a deck.
        if (isPast && store.getState().edge !== 'stop') return
      }
      press.preventDefault()
      press.stopPropagation()
    }
    surroundings.keys.addEventListener('keydown', onKey)
    return () => surroundings.keys.removeEventListener('keydown', onKey)
  }, [surroundings, keys, isStage, isStill, control, store, setPlaying])

  const told = useRef(index)
  const step = list.at(index)
  useEffect(() => {
    if (told.current === index) return
    told.current = index
    const { date, title, text } = list.at(index)
    say?.(messages.story.announce(index, list.length - 1, date, title, text))
  }, [told, index, list, messages, say])

  const sign = returned > 0 && (
    <p className={css.returned} data-keys-returned="">
      {messages.embed.keysReturned}
    </p>
  )
  if (!hasBar) return sign
  const words = messages.story
  const loops = store.getState().edge === 'loop'
  return (
    <div className={css.bar} role="group" aria-label={words.steps} data-steps="">
      <IconButton
        icon="earlier"
        label={words.previous}
        disabled={index === 0 && !loops}
        onClick={() => turn(-1)}
      />
      <span className={css.place}>
        {index === 0 ? words.overview : messages.embed.place(index, list.length - 1)}
      </span>
      <IconButton
        icon="later"
        label={words.next}
        disabled={index === list.length - 1 && !loops}
        onClick={() => turn(1)}
      />
      {seconds !== undefined && (
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={playing ? words.pause : words.play}
          onClick={() => setPlaying(!playing)}
        />
      )}
      <span className={css.title}>{step.title}</span>
      {sign}
    </div>
  )
}
