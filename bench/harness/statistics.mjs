/** Numbers from numbers: what the table says of frames and of runs. */

/** Later than this is a late frame: 16.7 ms, and 5 % for the jitter of time stamps. */
const lateAfter = 17.5

/** The middle value, of those that are numbers; undefined when there are none. */
export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : meanOf(sorted[half - 1], sorted[half])
}

function meanOf(a, b) {
  return a === undefined || b === undefined ? undefined : (a + b) / 2
}

/** The smallest value that at least `share` of all values do not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}

/** How many times `base` a value is; undefined where either is missing, or the base is nothing. */
export function ratio(value, base) {
  return Number.isFinite(value) && base > 0 ? value / base : undefined
}

/** What frames took, by the milliseconds between them. */
export function frameStatistics(intervals) {
  const count = intervals.length
  const share = (limit) => intervals.filter((interval) => interval > limit).length / count
  return {
    frames: count,
    p50: percentile(intervals, 0.5),
    p95: percentile(intervals, 0.95),
    p99: percentile(intervals, 0.99),
    longest: percentile(intervals, 1),
    late: count === 0 ? undefined : share(lateAfter),
    over50: count === 0 ? undefined : share(50),
  }
}

/** How far apart runs of one case are: (largest - smallest) / median. */
export function spread(values) {
  const middle = median(values)
  if (values.length < 2 || !(middle > 0)) return undefined
  return (Math.max(...values) - Math.min(...values)) / middle
}
