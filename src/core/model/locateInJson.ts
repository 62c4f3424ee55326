import { formatPath, parsePath, unquote } from './jsonPath.ts'
import type { Problem } from './problem.ts'
import { scanJson } from './scanJson.ts'

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count them. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where the values of these paths stand. Paths that lead nowhere get their nearest ancestor. */
export type PlaceOf = (paths: readonly string[]) => ReadonlyMap<string, Place>

interface Wanted {
  readonly steps: Map<string, Wanted>
  offset: number | undefined
}

/**
 * Finds the values of many paths in one pass over the text that they were parsed from.
 * Of a repeated key the last one counts, as for `JSON.parse`.
 */
export function locateInJson(text: string, paths: readonly string[]): ReadonlyMap<string, Place> {
  const root: Wanted = { steps: new Map(), offset: undefined }
  for (const path of paths) {
    let at = root
    for (const step of parsePath(path)) at = childOf(at, step)
  }

  const open: { wanted: Wanted | undefined; next: string; position: number }[] = []
  scanJson(text, {
    key: (start, end) => {
      const top = open.at(-1)
      if (top?.wanted) top.next = unquote(text.slice(start, end))
    },
    value: (offset, kind) => {
      const top = open.at(-1)
      let wanted: Wanted | undefined
      if (top === undefined) wanted = root
      else if (top.wanted) {
        wanted = top.wanted.steps.get(top.position < 0 ? top.next : String(top.position))
      }
      if (top && top.position >= 0) top.position += 1
      if (wanted) wanted.offset = offset
      if (kind !== 'plain') open.push({ wanted, next: '', position: kind === 'array' ? 0 : -1 })
    },
    leave: () => {
      open.pop()
    },
  })

  const offsets = new Map(paths.map((path) => [path, nearestOffset(root, path)]))
  const places = placesOf(text, [...offsets.values()])
  const unknown: Place = { line: 1, column: 1 }
  return new Map([...offsets].map(([path, offset]) => [path, places.get(offset) ?? unknown]))
}

function childOf(wanted: Wanted, step: string): Wanted {
  const known = wanted.steps.get(step)
  if (known) return known
  const made: Wanted = { steps: new Map(), offset: undefined }
  wanted.steps.set(step, made)
  return made
}

function nearestOffset(root: Wanted, path: string): number {
  let at: Wanted | undefined = root
  let offset = root.offset ?? 0
  for (const step of parsePath(path)) {
    at = at.steps.get(step)
    if (at?.offset === undefined) break
    offset = at.offset
  }
  return offset
}

/** Lines and columns of many offsets, in one pass over the line breaks. */
function placesOf(text: string, offsets: readonly number[]): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>()
  let line = 1
  let lineStart = 0
  for (const offset of [...new Set(offsets)].toSorted((a, b) => a - b)) {
    for (;;) {
      const lineEnd = text.indexOf('\n', lineStart)
      if (lineEnd < 0 || lineEnd >= offset) break
      line += 1
      lineStart = lineEnd + 1
    }
    places.set(offset, { line, column: offset - lineStart + 1 })
  }
  return places
}

/** Line and column of one offset. */
export function placeAt(text: string, offset: number): Place {
  return placesOf(text, [offset]).get(offset) ?? { line: 1, column: 1 }
}

/** A key that stands twice in one object: offsets of both in the text. */
export interface RepeatedKey {
  readonly key: string
  readonly offset: number
  readonly first: number
  readonly path: string
}

/** So many keys that stand twice are told of. */
export const mostRepeatedKeys = 100

/** Keys that occur twice in one object, in the order of the text; at most `limit`. */
export function findRepeatedKeys(text: string, limit: number): readonly RepeatedKey[] {
  const found: RepeatedKey[] = []
  const open: { keys: Map<string, number> | undefined; step: string | number }[] = []
  scanJson(text, {
    key: (start, end) => {
      const top = open.at(-1)
      if (top?.keys === undefined) return
      const key = unquote(text.slice(start, end))
      const first = top.keys.get(key)
      top.step = key
      if (first === undefined) top.keys.set(key, start)
      else if (found.length < limit) {
        found.push({ key, offset: start, first, path: formatPath(open.map(({ step }) => step)) })
      }
    },
    value: (_offset, kind) => {
      const top = open.at(-1)
      if (typeof top?.step === 'number') top.step += 1
      if (kind === 'object') open.push({ keys: new Map(), step: '' })
      if (kind === 'array') open.push({ keys: undefined, step: -1 })
    },
    leave: () => {
      open.pop()
    },
  })
  return found
}

/**
 * Keys that occur twice in one object. `JSON.parse` keeps the last without a word, so somebody's
 * text would vanish silently.
 */
export function findDuplicateKeys(text: string): readonly Problem[] {
  const found = findRepeatedKeys(text, mostRepeatedKeys)
  const places = placesOf(
    text,
    found.flatMap(({ offset, first }) => [offset, first]),
  )
  const placeOf = (offset: number): Place => places.get(offset) ?? { line: 1, column: 1 }
  return found.map((repeated) => keyRepeated(repeated, placeOf))
}

/** What is told of a key that stands twice. */
export function keyRepeated(
  { key, offset, first, path }: RepeatedKey,
  placeOf: (offset: number) => Place,
): Problem {
  return {
    code: 'key-repeated',
    severity: 'warning',
    path,
    ...placeOf(offset),
    message: `The field ${JSON.stringify(key.slice(0, 80))} stands twice in one place, first on line ${placeOf(first).line}.`,
    hint: 'The last one counts. Remove one of the two, or rename it.',
  }
}
