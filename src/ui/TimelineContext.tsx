import { createContext, use } from 'react'
import { useStore } from 'zustand'

import type { Text, TimelineDocument } from '#core/model/document.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { Problem } from '#core/model/problem.ts'
import type { SceneInput } from '#core/scene/sceneInput.ts'
import type { SceneCounts } from '#core/scene/scene.ts'
import type { ThemeName } from '#core/scene/theme.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import type { Messages } from '#i18n/messages.en.ts'
import type { Derived } from '#state/selectors.ts'
import type { TimelineStore, TimelineStoreState } from '#state/timelineStore.ts'

/** What panels may ask of the drawing. The drawing registers itself; without one each call does nothing. */
export interface DrawingCommands {
  /** Fly to everything. */
  fit(): void
  /** `factor` > 1 comes nearer: to `about`, the selected event, or the middle, whichever is in view. */
  zoom(factor: number, about?: string): void
  /** Move by a fraction of the view; positive is later. */
  pan(fraction: number): void
  /**
   * Bring an event into view, moving only as far as needed, by a short flight. From `coveredFrom`
   * down, in client pixels, something lies over the drawing.
   */
  reveal(eventId: string, coveredFrom?: number): void
  /** Fly to the nearest matching event wholly outside the view in that direction. */
  jump(direction: 'earlier' | 'later'): void
  /** Move the keyboard focus into the drawing, to the event if it is given and drawn. */
  focus(eventId?: string): void
  /** What tests and benchmarks read; see contracts, "For tests and benchmarks". */
  readonly probe?: DrawingProbe
}

/** The drawing as it stands on screen. */
export interface DrawingProbe {
  /** What is visible, in epoch milliseconds. */
  view(): { readonly from: number; readonly to: number }
  counts(): SceneCounts
  /** Centre of the event's mark (or of the cluster that holds it) in client pixels; null when not in view. */
  positionOf(eventId: string): { readonly x: number; readonly y: number } | null
  /** No frame waiting to be drawn and no animation running. */
  isSettled(): boolean
  whenSettled(): Promise<void>
  /** Calls `fn` after every paint; returns its stop. */
  onDraw(fn: () => void): () => void
  /** Draws only so from now on, where there is a choice; `undefined` leaves it to the scene again. */
  prefer?(kind: 'svg' | 'canvas' | undefined): void
}

/** The files that a document can be saved as. */
export const saveKinds = ['json', 'csv', 'ics'] as const
export type SaveKind = (typeof saveKinds)[number]

/** What a timeline knows of the page in which it stands. Given once by whoever mounts it. */
export interface Surroundings {
  /** Carries `data-theme`, `data-motion` and `lang` for the style sheets: <html>, or a wrapper. */
  readonly root: HTMLElement
  /** All of the timeline is in here. */
  readonly host: HTMLElement
  /**
   * `page`: a page of our own. `frame`: a document of our own inside somebody's page. `element`: a part
   * of somebody's document, of which nothing outside `host` is touched.
   */
  readonly place: 'page' | 'frame' | 'element'
  /** Hears the keys that hold on the whole timeline: the window, or the host in an element. */
  readonly keys: EventTarget
  /** Nothing moves unless it is asked for. */
  readonly testing: boolean
  /** The full address of what is shown right now, for links. */
  readonly address: () => string
  /** A step past an end was asked for: the deck around may turn its own slide. */
  readonly onEdge?: (direction: 1 | -1, key: string | undefined) => void
  /** Lets the reader choose another document; absent where the choice is not the reader's. */
  readonly openAnother?: () => void
  /** Saves a document, and gives what such a file has no place for; absent in embeds. */
  readonly saveAs?: (kind: SaveKind, document: TimelineDocument) => Promise<readonly Problem[]>
}

/** Everything that the panels of one timeline share. One owner per fact: the store, or the document. */
export interface TimelineContextValue {
  readonly store: TimelineStore
  readonly table: EventTable
  /** There where the table may need it. */
  readonly placeCrowd: SceneInput['placeCrowd']
  readonly problems: readonly Problem[]
  /** Absolute address of the document, and its origin when that is not ours. */
  readonly url: string
  readonly foreignOrigin: string | undefined
  /** Of the file on this device that was opened. */
  readonly fileName: string | undefined
  /** The document stands in the link itself. */
  readonly isInLink: boolean
  /** Parts of a timeline in parts that could not be had, and how to ask for them again. */
  readonly failedParts: number
  readonly retryParts: (() => void) | undefined
  readonly derived: Derived
  readonly messages: Messages
  readonly dateWords: DateWords
  /** BCP 47 tag of the interface and the texts. */
  readonly locale: string
  /** A text of the document in the reader's language. */
  readonly text: (text: Text | undefined) => string
  readonly drawing: { current: DrawingCommands | undefined }
  readonly surroundings: Surroundings
  /** The theme with `auto` resolved. */
  readonly theme: ThemeName
  /** Whether anything may move by itself: the reader's wish, the system's, and off in tests. */
  readonly motion: boolean
}

export const TimelineContext = createContext<TimelineContextValue | undefined>(undefined)

export function useTimeline(): TimelineContextValue {
  const value = use(TimelineContext)
  if (value === undefined) throw new Error('useTimeline needs a TimelineContext above it')
  return value
}

/** Reads the store; define `selector` outside the component, and never select `viewport`. */
export function useTimelineStore<T>(selector: (state: TimelineStoreState) => T): T {
  return useStore(useTimeline().store, selector)
}
