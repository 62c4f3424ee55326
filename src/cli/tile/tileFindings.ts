import { parsePath } from '#core/model/jsonPath.ts'
import type { Finding } from '#cli/findings.ts'

/** What was found wrong while events went by; of one kind the first thousand are kept. */
export interface TileFindings {
  /** `place` counts the events of all files from 0; undefined for what concerns none of them. */
  add(finding: Finding, place?: number): void
  /** In the order of the files, with what is not listed. */
  readonly all: () => readonly PlacedFinding[]
  readonly errors: () => number
}

export interface PlacedFinding {
  readonly finding: Finding
  readonly place: number | undefined
}

const most = 1000

export function collectFindings(): TileFindings {
  const kept: PlacedFinding[] = []
  const counts = new Map<string, number>()
  const fields = new Set<string>()
  let errors = 0
  /** Each name is told of once, though events are read in parts. */
  const isKnown = ({ path }: Finding): boolean => {
    const name = parsePath(path).at(-1) ?? ''
    const isTold = fields.has(name)
    fields.add(name)
    return isTold
  }
  return {
    add(finding, place) {
      if (finding.code === 'field-unknown' && isKnown(finding)) return
      const count = (counts.get(finding.code) ?? 0) + 1
      counts.set(finding.code, count)
      if (finding.severity === 'error' || finding.severity === 'fatal') errors += 1
      if (count <= most) kept.push({ finding, place })
    },
    all() {
      const more = [...counts]
        .filter(([, count]) => count > most)
        .map(([code, count]): PlacedFinding => ({ finding: moreOf(code, count), place: undefined }))
      return [...kept.toSorted((a, b) => (a.place ?? -1) - (b.place ?? -1)), ...more]
    },
    errors: () => errors,
  }
}

function moreOf(code: string, count: number): Finding {
  return {
    code: 'more-of-the-same',
    severity: 'note',
    path: '',
    message: `${count - most} more problems of the kind "${code}" are not listed.`,
    hint: `The first ${most} are.`,
  }
}
