import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { LaneMode } from '#core/layout/assignLanes.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { placeCrowd } from '#core/layout/placeCrowd.ts'
import type { Text } from '#core/model/document.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import type { Orientation, Viewport } from '#core/viewport/viewport.ts'
import type { Size } from './frame.ts'
import type { Theme } from './theme.ts'

/** The words that a drawing needs, in one language. Keep its identity while nothing changes. */
export interface SceneWords {
  readonly dateWords: DateWords
  /** A text of the document in this language. */
  readonly text: (text: Text | undefined) => string
  /** "2 organisations" under a lane's name. */
  readonly organizations: (count: number) => string
}

/** Everything that decides a scene. The same input gives the same scene. */
export interface SceneInput {
  readonly table: EventTable
  /** One byte a row: 1 when it passes the filter. */
  readonly matching: Uint8Array
  readonly laneMode: LaneMode
  readonly viewport: Viewport
  readonly size: Size
  readonly orientation: Orientation
  readonly theme: Theme
  readonly words: SceneWords
  readonly measure: MeasureText
  readonly selected: EventIndex | undefined
  /** Under the pointer or the keyboard focus: its label shows even where none fits. */
  readonly focused: EventIndex | undefined
  /**
   * Places crowds (`isCrowd`). A table that can have none does without, so that a page fetches it with a
   * large document only; where it is absent every event is asked for its wish, however many.
   */
  readonly placeCrowd: typeof placeCrowd | undefined
}
