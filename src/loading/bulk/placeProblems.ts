import {
  findRepeatedKeys,
  keyRepeated,
  locateInJson,
  mostRepeatedKeys,
  type Place,
  placeAt,
} from '#core/model/locateInJson.ts'
import type { Problem } from '#core/model/problem.ts'
import { formatPath } from '#core/model/jsonPath.ts'
import type { EventPass } from './eventPass.ts'
import { eventText } from './eventText.ts'
import { placeOffsets, placeWithin } from './placeOffsets.ts'
import type { DocumentHeadText } from './headText.ts'

/** Tells the lines and columns of a document that is nowhere as one text. */
export class ProblemPlaces {
  readonly #text: Uint8Array
  readonly #first: number
  readonly #head: DocumentHeadText
  readonly #pass: EventPass

  constructor(text: Uint8Array, first: number, head: DocumentHeadText, pass: EventPass) {
    this.#text = text
    this.#first = first
    this.#head = head
    this.#pass = pass
  }

  /** `locateInJson`, for paths of the document. */
  locate(paths: readonly string[]): ReadonlyMap<string, Place> {
    const ofHead: string[] = []
    const ofEvents = new Map<number, { readonly path: string; readonly rest: string }[]>()
    for (const path of paths) {
      const found = this.#eventOf(path)
      if (found === undefined) ofHead.push(path)
      else {
        const list = ofEvents.get(found.start)
        if (list) list.push({ path, rest: found.rest })
        else ofEvents.set(found.start, [{ path, rest: found.rest }])
      }
    }
    const starts = placeOffsets(this.#text, [...ofEvents.keys()], this.#first)
    const places = new Map<string, Place>()
    for (const [start, list] of ofEvents) {
      const from = starts.get(start)
      if (from === undefined) continue
      const rests = list.map(({ rest }) => rest)
      const isWhole = rests.every((rest) => rest === '')
      const inside = isWhole ? undefined : locateInJson(eventText(this.#text, start), rests)
      for (const { path, rest } of list) {
        places.set(path, placeWithin(from, inside?.get(rest) ?? { line: 1, column: 1 }))
      }
    }
    const { text } = this.#head
    if (text !== '') {
      for (const [path, place] of locateInJson(text, ofHead)) {
        places.set(path, this.#head.placeInFile(place))
      }
    }
    return places
  }

  /** Keys that stand twice in one object, in the order of the file. */
  repeatedKeys(): readonly Problem[] {
    const { text } = this.#head
    const inHead = findRepeatedKeys(text, mostRepeatedKeys).map((key) =>
      keyRepeated(key, (offset) => this.#head.placeInFile(placeAt(text, offset))),
    )
    const { repeatedKeys } = this.#pass
    const starts = placeOffsets(
      this.#text,
      repeatedKeys.map(({ start }) => start),
      this.#first,
    )
    const inEvents = repeatedKeys.flatMap(({ start, position, keys }) => {
      const from = starts.get(start) ?? { line: 1, column: 1 }
      const own = eventText(this.#text, start)
      const event = formatPath([...this.#pass.root.eventsPath, position])
      return keys.map((key) =>
        keyRepeated({ ...key, path: `${event}${joint(key.path)}${key.path}` }, (offset) =>
          placeWithin(from, placeAt(own, offset)),
        ),
      )
    })
    return [...inHead, ...inEvents]
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .slice(0, mostRepeatedKeys)
  }

  #eventOf(path: string): { readonly start: number; readonly rest: string } | undefined {
    const pattern = this.#pass.root.eventsPath.length === 0 ? /^\[(\d+)\]/ : /^events\[(\d+)\]/
    const match = pattern.exec(path)
    const position = Number(match?.[1] ?? 'none')
    if (match === null || !(position < this.#pass.starts.length)) return undefined
    return { start: this.#pass.starts.at(position), rest: path.slice(match[0].length) }
  }
}

function joint(path: string): string {
  return path === '' || path.startsWith('[') ? '' : '.'
}
