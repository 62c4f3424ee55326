import type { Problem } from '#core/model/problem.ts'
import type { ProblemCode } from '#core/model/problemCodes.ts'

/** Where in the file that was given something stands. */
export interface Spot {
  /** 1-based. */
  readonly line?: number | undefined
  /** A name for the place where a line does not say enough: `row 3, column "End"`. */
  readonly path?: string
}

/** What an importer finds worth telling, gathered. */
export interface ImportNotes {
  report(
    severity: Problem['severity'],
    code: ProblemCode,
    message: string,
    hint: string,
    spot?: Spot,
  ): void
  /** Counts something that has no place in a document; one note for each name of a thing comes out. */
  lose(what: string, spot?: Spot): void
  finish(): readonly Problem[]
}

/** As in reading a document: of one kind of problem this many are kept one by one. */
const most = 1000

export function startNotes(): ImportNotes {
  const problems: Problem[] = []
  const counts = new Map<ProblemCode, number>()
  const lost = new Map<string, { count: number; spot: Spot }>()
  return {
    report: (severity, code, message, hint, spot = {}) => {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count <= most) problems.push({ code, severity, message, hint, ...placed(spot) })
    },
    lose: (what, spot = {}) => {
      const seen = lost.get(what)
      if (seen === undefined) lost.set(what, { count: 1, spot })
      else seen.count += 1
    },
    finish: () => [
      ...problems,
      ...Array.from(counts).flatMap(([code, count]) => (count > most ? [more(code, count)] : [])),
      ...Array.from(lost, ([what, { count, spot }]) => noPlace(what, count, spot)),
    ],
  }
}

function placed({ line, path = '' }: Spot): Pick<Problem, 'path' | 'line'> {
  return line === undefined ? { path } : { path, line }
}

function more(code: ProblemCode, count: number): Problem {
  return {
    code: 'more-of-the-same',
    severity: 'note',
    path: '',
    message: `${String(count - most)} more problems of the kind "${code}" are not listed.`,
    hint: `The first ${String(most)} are.`,
  }
}

function noPlace(what: string, count: number, spot: Spot): Problem {
  const times = count === 1 ? 'once' : `${String(count)} times, here first`
  return {
    code: 'import-no-place',
    severity: 'note',
    ...placed(spot),
    message: `${what} (${times}).`,
    hint: 'A document has no place for it; it was left out.',
  }
}
