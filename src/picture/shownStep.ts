import type { EventTable } from '#core/data/eventTable.ts'
import type { Text } from '#core/model/document.ts'
import type { Size } from '#core/scene/frame.ts'
import type { StageAnchor, StageInput } from '#core/scene/stageInput.ts'
import { type ThemeName, themes } from '#core/scene/theme.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import type { StepList } from '#state/steps.ts'

/** What is shown; who draws it adds how text is measured. */
export type StageShown = Omit<StageInput, 'measure'>

/** No drawing shows more of what was told before. */
const mostTold = 60

interface Surroundings {
  readonly table: EventTable
  readonly theme: ThemeName
  readonly dateWords: DateWords
  readonly text: (text: Text | undefined) => string
  readonly size: Size
  /** One byte a row: 1 when it passes the filter. */
  readonly matching: Uint8Array
}

/** A step as the drawing takes it. */
export function shownStep(steps: StepList, index: number, around: Surroundings): StageShown {
  const { table, size, matching, theme, dateWords, text } = around
  const { row, span, organizations } = steps.at(index)
  const earlier: StageAnchor[] = []
  for (let place = Math.max(1, index - mostTold); place < index; place += 1) {
    const told = steps.rowAt(place)
    if (told !== undefined) earlier.push({ row: told, title: steps.at(place).title })
  }
  const later: number[] = []
  for (let place = index + 1; place < Math.min(steps.length, index + mostTold); place += 1) {
    const untold = steps.rowAt(place)
    if (untold !== undefined) later.push(untold)
  }
  return {
    table,
    matching,
    overview: index === 0,
    row,
    span,
    organizations,
    earlier,
    later,
    size,
    theme: themes[theme],
    words: { dateWords, text },
  }
}
