import { useLayoutEffect } from 'react'

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
  /** The timeline on screen, once there is one. */
  shown: TimelineContextValue | undefined
  /** Its sequence, where `steps` asks for one. */
  steps: StepControl | undefined
  /** Autoplay is held back, while the slide is away. */
  isHeld: boolean
  /** What may be asked of the sequence from outside. */
  player: StepPlayer | undefined
  changed(stage: RootStage): void
  /** `shown` or `steps` is another one now. */
  filled(): void
}

export function ShownSlot({ slots }: { readonly slots: RootSlots }) {
  const value = useTimeline()
  useLayoutEffect(() => {
    slots.shown = value
    slots.filled()
    return () => {
      slots.shown = undefined
    }
  }, [slots, value])
  return undefined
}
