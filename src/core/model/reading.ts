import { formatPath, type JsonPath } from './jsonPath.ts'
import type { PlaceOf } from './locateInJson.ts'
import type { Problem } from './problem.ts'
import type { ProblemCode } from './problemCodes.ts'

/** The fields of an object of JSON, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>

/** What happens to a value that cannot be used: how grave that is, and the words that say so. */
export interface Loss {
  readonly severity: 'error' | 'warning'
  readonly words: string
}

/** The pencil and paper of one reading of a document: where we are, and what was found wrong. */
export interface Reading {
  /** Pushed and popped by the readers as they go down. */
  readonly path: (string | number)[]
  loss: Loss
  report(severity: Problem['severity'], code: ProblemCode, message: string, hint: string): void
  /** Whether one more problem of this kind is kept: what is only said then need not be worked out. */
  isOpenFor(code: ProblemCode): boolean
  /** Reports what `loss` says about an unusable value. */
  refuse(code: ProblemCode, message: string, expected: string): void
  /** The same of a value that its field cannot have. */
  refuseValue(value: unknown, expected: string, code?: ProblemCode): void
  /** Counts a field that the format does not know, `times` of it; one note per name comes out. */
  noteUnknown(name: string, known: readonly string[], times?: number): void
  /** What was written down so far. */
  readonly notes: ReadingNotes
  finish(): readonly Problem[]
}

interface ReadingNotes {
  readonly problems: Problem[]
  readonly counts: Map<ProblemCode, number>
  readonly unknown: Map<string, UnknownField>
}

interface UnknownField {
  readonly count: number
  readonly path: string
  readonly near: string | undefined
}

/** Of one kind of problem this many are kept one by one, so that a broken export cannot eat memory. */
export const mostOfAKind = 1000

export function startReading(): Reading {
  const problems: Problem[] = []
  const counts = new Map<ProblemCode, number>()
  const unknown = new Map<string, UnknownField>()

  const reading: Reading = {
    path: [],
    loss: { severity: 'warning', words: '' },
    report: (severity, code, message, hint) => {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count > mostOfAKind) return
      problems.push({ code, severity, path: formatPath(reading.path), message, hint })
    },
    isOpenFor: (code) => (counts.get(code) ?? 0) < mostOfAKind,
    refuse: (code, message, expected) => {
      const { severity, words } = reading.loss
      const stop = expected.endsWith('?') ? '' : '.'
      reading.report(severity, code, message, `Expected ${expected}${stop} ${words}`)
    },
    refuseValue: (value, expected, code = 'value-unusable') =>
      reading.refuse(code, `${fieldAt(reading.path)} cannot be ${quote(value)}.`, expected),
    noteUnknown: (name, known, times = 1) => {
      const seen = unknown.get(name)
      if (seen) unknown.set(name, { ...seen, count: seen.count + times })
      else {
        const path = formatPath([...reading.path, name])
        unknown.set(name, { count: times, path, near: nearestName(name, known) })
      }
    },
    notes: { problems, counts, unknown },
    finish: () => {
      for (const [code, count] of counts) {
        if (count <= mostOfAKind) continue
        problems.push({
          code: 'more-of-the-same',
          severity: 'note',
          path: '',
          message: `${count - mostOfAKind} more problems of the kind "${code}" are not listed.`,
          hint: `The first ${mostOfAKind} are.`,
        })
      }
      for (const [name, { count, path, near }] of unknown) {
        problems.push({
          code: 'field-unknown',
          severity: 'note',
          path,
          message: `Unknown field ${quote(name)}${count > 1 ? `, in ${count} places` : ''}.`,
          hint:
            near === undefined ? 'It was kept, and means nothing here.' : `Did you mean "${near}"?`,
        })
      }
      return problems
    },
  }
  return reading
}

/** The field at a path, for the start of a sentence; of an event only what is in it, since that is told apart. */
export function fieldAt(path: JsonPath): string {
  const start = path.findIndex((step) => typeof step === 'number')
  const isInEvent = start === 0 || (start === 1 && path[0] === 'events')
  const inside = isInEvent ? path.slice(start + 1) : path
  return inside.length === 0 ? 'This' : `"${formatPath(inside)}"`
}

/** Problems with the lines and columns of what they are about. */
export function withPlaces(problems: readonly Problem[], place: PlaceOf): readonly Problem[] {
  if (problems.length === 0) return problems
  const places = place([...new Set(problems.map(({ path }) => path))])
  return problems.map((problem) => ({ ...problem, ...places.get(problem.path) }))
}

/** The first half of a character that was cut in two. */
const halfAtEnd = /[\ud800-\udbff]$/

/** Signs that show nothing, or turn around what stands beside them. */
const unseen = /[\u0080-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A value for a message: text in quotes (at most 80 characters of it), containers by their kind. */
export function quote(value: unknown): string {
  if (typeof value === 'string') {
    const whole = value.length > 80 ? `${value.slice(0, 79).replace(halfAtEnd, '')}…` : value
    return JSON.stringify(whole).replace(unseen, escaped)
  }
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/** Comparing with more names than this would take longer than the hint is worth. */
export const mostNames = 5000

/** The name that a slip of the pen most likely meant: other case, or at most two letters apart. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length > mostNames) return undefined
  const lower = name.toLowerCase()
  let best: string | undefined
  // In a short name two letters are most of it.
  let bestDistance = Math.min(2, Math.floor(lower.length / 2)) + 1
  for (const candidate of known) {
    const distance = editDistance(lower, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein's distance, given up as soon as it must reach `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1]
    for (let j = 0; j < b.length; j++) {
      row.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (previous[j + 1] ?? 0) + 1,
          (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
        ),
      )
    }
    if (Math.min(...row) >= limit) return limit
    previous = row
  }
  return previous[b.length] ?? limit
}
