/**
 * Says for each thing that comes whether it may pass: at most `limit` within any second.
 * @param now milliseconds of a clock that never runs backwards
 */
export function createRateLimit(limit: number, now: () => number): () => boolean {
  const passed: number[] = []
  return () => {
    const time = now()
    const oldest = passed.length < limit ? undefined : passed[0]
    if (oldest !== undefined && time - oldest < 1000) return false
    passed.push(time)
    if (passed.length > limit) passed.shift()
    return true
  }
}
