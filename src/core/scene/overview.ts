import { countBefore, countUpTo, firstWhere } from '#core/data/bisect.ts'

import type { EventTable } from '#core/data/eventTable.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { Span } from '#core/time/instant.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { ticks } from '#core/viewport/ticks.ts'
import { timeScale } from '#core/viewport/timeScale.ts'
import type { Size } from './frame.ts'
import type { Box, PlacedText } from './scene.ts'
import type { Theme } from './theme.ts'

/** The strip at the foot: how many events stand where, and what the filter leaves of them. */
export interface OverviewScene {
  readonly size: Size
  readonly theme: Theme
  /** The whole stretch of time that the strip stands for. */
  readonly span: Span
  /** Columns of all events (quiet), of the matching ones, and the selected one's. */
  readonly all: readonly Box[]
  readonly matching: readonly Box[]
  readonly selected: Box | undefined
  readonly labels: readonly PlacedText[]
  /** Where the columns stand; below it the labels. */
  readonly plot: Box
}

const columnWidth = 7
const labelHeight = 18

/** How many lie between each two of the rising `ends`, and before the first and after the last. */
function between(ends: readonly number[], total: number): number[] {
  return [...ends, total].map((end, column) => end - (ends[column - 1] ?? 0))
}

/** How many events, of those that match, lie before, between and after the rising `edges`. */
function binned(
  { anchor, unseen }: EventTable,
  matching: Uint8Array | undefined,
  edges: readonly number[],
): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0)
  let column = 0
  for (const [row, at] of anchor.entries()) {
    while (column < edges.length && at >= (edges[column] ?? 0)) column += 1
    if (matching?.[row] === 0) continue
    counts[column] = (counts[column] ?? 0) + (unseen?.counts[row] ?? 1)
  }
  return counts
}

/**
 * Counts events in columns of seven pixels by their anchors; heights grow with the square root, so
 * that one event is still seen beside a hundred. Anchors are sorted: a column is two binary searches.
 * Gives the strip for each choice of a selected row, for which nothing is counted again.
 */
export function overviewOf(options: {
  readonly table: EventTable
  /** One byte a row: 1 when it passes the filter. */
  readonly matching: Uint8Array
  /** The rows that pass, in order of time. */
  readonly rows: Int32Array
  readonly size: Size
  readonly theme: Theme
  readonly dateWords: DateWords
  readonly measure: MeasureText
}): (selected: number | undefined) => OverviewScene {
  const { table, matching, rows, size, theme, dateWords, measure } = options
  const span = fitSpan(table.span)
  const scale = timeScale(span, size.width)
  const plot: Box = {
    x: 0,
    y: 0,
    width: size.width,
    height: Math.max(1, size.height - labelHeight),
  }
  const columns = Math.max(1, Math.ceil(size.width / columnWidth))
  const edges = Array.from({ length: columns - 1 }, (_, column) =>
    scale.instantAt((column + 1) * columnWidth),
  )
  const isPartial = table.unseen !== undefined
  const counts = isPartial
    ? binned(table, undefined, edges)
    : between(
        edges.map((edge) => countBefore(table.anchor, edge)),
        table.length,
      )
  const left = isPartial
    ? binned(table, matching, edges)
    : between(
        edges.map((edge) =>
          firstWhere(0, rows.length, (place) => (table.anchor[rows[place] ?? -1] ?? 0) >= edge),
        ),
        rows.length,
      )
  const most = Math.max(1, ...counts)
  const height = (count: number): number =>
    count === 0 ? 0 : Math.max(3, (plot.height - 6) * Math.sqrt(count / Math.max(4, most)))
  const boxes = (values: readonly number[]): Box[] =>
    values.flatMap((count, column) => (count === 0 ? [] : [columnBox(column, count)]))

  function columnBox(column: number, count: number): Box {
    const tall = height(count)
    return {
      x: column * columnWidth + 0.5,
      y: plot.height - tall,
      width: columnWidth - 1.5,
      height: tall,
    }
  }

  const columnOf = (row: number): Box => {
    const chosen = countUpTo(edges, table.anchor[row] ?? 0)
    return columnBox(chosen, Math.max(1, left[chosen] ?? 0))
  }
  const still = {
    size,
    theme,
    span,
    plot,
    all: boxes(counts),
    matching: boxes(left),
    labels: ticks(span, size.width, dateWords, 90).ticks.flatMap(
      ({ instant, level, label: text }): PlacedText[] => {
        if (text === undefined || level !== 'major') return []
        const at = scale.x(instant)
        // Only the last one could be cut; "today" is worth moving.
        const width = measure(text, 'tick') + 2
        const isToday = text === dateWords.deepTick(0)
        const x = isToday ? Math.min(at, size.width - width) : at
        if (x + width > size.width) return []
        const y = size.height - 4
        return [{ text, x, y, anchor: 'start', style: 'tick', color: theme.ink3 }]
      },
    ),
  }
  return (row) => ({ ...still, selected: row === undefined ? undefined : columnOf(row) })
}
