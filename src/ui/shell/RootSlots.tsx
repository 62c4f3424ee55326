import { useLayoutEffect } from 'react'

import type { Words } from '#i18n/loadWords.ts'
import type { StepControl } from '#state/stepControl.ts'
import { type TimelineContextValue, useTimeline } from '#ui/TimelineContext.tsx'

/** How far the timeline has come. `failed` and `empty` pages have no drawing to wait for. */
export interface RootStage {
  readonly stage: 'loading' | 'failed' | 'empty' | 'shown'
  readonly error: Error | undefined
}

export interface StepPlayer {
  hold(held: boolean): void
  /** Somebody steps by hand: it no longer plays. */
  stop(): void
  /** Says that the keys are the deck's again. */
  keysReturned(): void
}

/** What the React tree hands out to the page that mounted it, and takes back when it goes. */
export interface RootSlots {
  changed(stage: RootStage): void
  setWords(words: Words): void
  /** The timeline on screen, once there is one. */
  setShown(shown: TimelineContextValue | undefined): void
  /** Its sequence, where `steps` asks for one. */
  setSteps(steps: StepControl | undefined, player: StepPlayer | undefined): void
  /** Autoplay is held back, while the slide is away. */
  isHeld(): boolean
}

export function ShownSlot({ slots }: { readonly slots: RootSlots }) {
  const value = useTimeline()
  useLayoutEffect(() => {
    slots.setShown(value)
    return () => slots.setShown(undefined)
  }, [slots, value])
  return undefined
}
