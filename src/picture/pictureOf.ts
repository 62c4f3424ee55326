import type { EventTable } from '#core/data/eventTable.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import { placeCrowd } from '#core/layout/placeCrowd.ts'
import type { Text } from '#core/model/document.ts'
import { buildScene } from '#core/scene/buildScene.ts'
import { orientationFor, type Size } from '#core/scene/frame.ts'
import type { MeasureFace } from '#core/scene/stageCaption.ts'
import { type ThemeName, themes } from '#core/scene/theme.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { clampSpan } from '#core/viewport/viewportCommands.ts'
import type { Messages } from '#i18n/messages.en.ts'
import { svgString } from '#render/svg/svgString.ts'
import { spanOfRange } from '#state/range.ts'
import type { Derived } from '#state/selectors.ts'
import type { StepList } from '#state/steps.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { stagePicture } from './stagePicture.ts'

/** Everything that decides a picture, but its size. The same subject gives the same picture. */
export interface PictureSubject {
  readonly table: EventTable
  readonly derived: Derived
  readonly state: ShareableState
  readonly messages: Messages
  readonly dateWords: DateWords
  /** BCP 47. */
  readonly locale: string
  /** A text of the document in the reader's language. */
  readonly text: (text: Text | undefined) => string
  /** With `auto` resolved. */
  readonly theme: ThemeName
  readonly measure: MeasureText
  readonly face: MeasureFace
}

/**
 * What the state shows as a standalone SVG file of `size` CSS pixels: the step `index` (with its caption
 * when presenting), or the drawing where there are no steps.
 */
export function pictureOf(
  subject: PictureSubject,
  steps: StepList | undefined,
  index: number,
  size: Size,
): string {
  const { table, derived, state, messages, dateWords, text, theme, measure } = subject
  if (state.mode === 'present' && steps !== undefined)
    return stagePicture(subject, steps, index, size)

  const fit = fitSpan(table.span)
  const step = steps !== undefined && steps.length > 0 ? steps.at(index) : undefined
  const told = table.document.story.find(({ id }) => id === step?.id)?.organizations ?? []
  const filter =
    told.length === 0
      ? state.filter
      : { ...state.filter, org: told, notOrg: [], match: 'any' as const }
  const span = step && index > 0 ? step.span : spanOfRange(state.range, fit)
  const selected = table.rowOf(state.event)
  return svgString(
    buildScene({
      table,
      matching: derived.matching(filter).matching,
      laneMode: state.lanes,
      viewport: { span: clampSpan(index === 0 && step ? fit : span, fit), scroll: 0 },
      size,
      orientation: orientationFor(size),
      theme: themes[theme],
      words: { dateWords, text, organizations: messages.timeline.organizations },
      measure,
      selected: step ? step.row : selected,
      focused: undefined,
      placeCrowd,
    }),
  )
}
