export type Direction = 'next' | 'previous'

/**
 * The match to go to from `current`, in order of time and round the ends. Where `current` is itself
 * no match, that is the nearest one in the direction. Undefined when nothing matches.
 *
 * @param matching rows of the event table that match, rising
 * @param current selected row, or undefined
 */
export function nextMatch(
  matching: ArrayLike<number>,
  current: number | undefined,
  direction: Direction,
): number | undefined {
  const last = matching.length - 1
  if (last < 0) return undefined
  if (direction === 'next') {
    if (current === undefined) return matching[0]
    for (let i = 0; i <= last; i++) {
      const row = matching[i]
      if (row !== undefined && row > current) return row
    }
    return matching[0]
  }
  if (current === undefined) return matching[last]
  for (let i = last; i >= 0; i--) {
    const row = matching[i]
    if (row !== undefined && row < current) return row
  }
  return matching[last]
}
