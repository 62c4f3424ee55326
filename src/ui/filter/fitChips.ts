interface ChipRow {
  /** Width of each chip in pixels, in the order in which they would stand. */
  readonly widths: readonly number[]
  /** Indices of chips that must be seen whatever happens: what the reader has chosen. */
  readonly pinned: ReadonlySet<number>
  /** Pixels that chips and the "more" button have together. */
  readonly available: number
  readonly gap: number
  /** Width of the "more" button, which is there unless `complete` and all chips fit. */
  readonly moreWidth: number
  /** True when nothing stands behind "more" except chips that do not fit. */
  readonly complete: boolean
}

/**
 * Which chips stand in one line, as rising indices: the pinned ones, then as many as fit of the
 * others from the front, without leaving one out in between.
 */
export function fitChips(row: ChipRow): readonly number[] {
  const { widths, pinned, gap } = row
  const all = widths.map((_, index) => index)
  const widthOf = (indices: readonly number[]): number =>
    indices.reduce((sum, index) => sum + (widths[index] ?? 0) + gap, 0)

  if (row.complete && widthOf(all) - gap <= row.available) return all

  let room = row.available - row.moreWidth - widthOf(all.filter((index) => pinned.has(index)))
  const shown = new Set(pinned)
  for (const index of all) {
    if (pinned.has(index)) continue
    room -= (widths[index] ?? 0) + gap
    if (room < 0) break
    shown.add(index)
  }
  return all.filter((index) => shown.has(index))
}
