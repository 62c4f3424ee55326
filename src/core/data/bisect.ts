/** The first index from `low` on at which a condition holds that stays true from there; `high` where it never does. */
export function firstWhere(low: number, high: number, holds: (index: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** How many of the rising values lie before `at`. */
export function countBefore(values: ArrayLike<number>, at: number): number {
  return firstWhere(0, values.length, (index) => (values[index] ?? 0) >= at)
}

/** How many of the rising values lie before `at` or on it. */
export function countUpTo(values: ArrayLike<number>, at: number): number {
  return firstWhere(0, values.length, (index) => (values[index] ?? 0) > at)
}
