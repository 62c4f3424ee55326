import { mostOfAKind, type Reading, startReading } from '#core/model/reading.ts'

/** Several readings of parts of one document as if they had been one, in this order. */
export function joinReadings(readings: readonly Reading[]): Reading {
  const joined = startReading()
  const { problems, counts, unknown } = joined.notes
  for (const { notes } of readings) {
    const before = new Map(counts)
    const seen = new Map<string, number>()
    for (const problem of notes.problems) {
      const { code } = problem
      const count = (seen.get(code) ?? 0) + 1
      seen.set(code, count)
      if ((before.get(code) ?? 0) + count <= mostOfAKind) problems.push(problem)
    }
    for (const [code, count] of notes.counts) counts.set(code, (before.get(code) ?? 0) + count)
    for (const [name, field] of notes.unknown) {
      const known = unknown.get(name)
      unknown.set(name, known ? { ...known, count: known.count + field.count } : field)
    }
  }
  return joined
}
