import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { Span } from '#core/time/instant.ts'
import type { Size } from './frame.ts'
import type { Scene } from './scene.ts'
import type { SceneWords } from './sceneInput.ts'
import type { Theme } from './theme.ts'

/** An event that an earlier step told, and the headline under which it did. */
export interface StageAnchor {
  readonly row: EventIndex
  readonly title: string
}

/** One step as the drawing needs it, at rest. */
export interface StageInput {
  readonly table: EventTable
  /** One byte a row: 1 when it passes the filter. */
  readonly matching: Uint8Array
  /** Step 0 shows all events as one picture, without a single one in front. */
  readonly overview: boolean
  /** The event of this step. */
  readonly row: EventIndex | undefined
  readonly span: Span
  /** Organisations that keep their colour; none means all. Their events in the span are shown too. */
  readonly organizations: readonly string[]
  /** What was told before, in order. */
  readonly earlier: readonly StageAnchor[]
  /** What later steps will tell: not shown before its turn. */
  readonly later: readonly EventIndex[]
  /** Of the stage, in CSS pixels. */
  readonly size: Size
  readonly theme: Theme
  readonly words: Pick<SceneWords, 'dateWords' | 'text'>
  readonly measure: MeasureText
}

/** Where a flight between two steps is. At rest all of it is left out. */
export interface StageFlight {
  readonly span: Span
  /** 0 when leaving `from`, 1 on arrival. */
  readonly progress: number
  /** The picture that is left: each mark of it goes to its new place, whatever that is. */
  readonly from: {
    readonly axisEnd: number
    readonly marks: ReadonlyMap<EventIndex, { readonly y: number; readonly radius: number }>
  }
}

/** A scene in units of the stage (see `stageFrame`), with `scale` pixels each. */
export interface StageScene extends Scene {
  /** Events in view that have no label of their own, the step's own aside: "+12". */
  readonly hidden: number
  /** Where the axis ends, for the next flight. */
  readonly axisEnd: number
}
