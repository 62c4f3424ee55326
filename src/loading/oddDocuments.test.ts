import { describe, expect, it } from 'vitest'
import { buildEventTable } from '#core/data/buildEventTable.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { Problem } from '#core/model/problem.ts'
import { readDocument, throughAll } from '#core/model/readDocument.ts'
import { buildScene } from '#core/scene/buildScene.ts'
import type { Scene } from '#core/scene/scene.ts'
import { chineseWords, inputFor } from '#core/scene/testing/story.ts'
import { allOdd } from '#loading/oddDocuments/allOdd.ts'
import { brokenJson } from './brokenJson.ts'
import { type ParseResult, parseInSteps } from './parseInSteps.ts'

/** Reads a file as the page does, without its pauses. */
function read(file: string | Uint8Array): ParseResult {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const value = throughAll(parseInSteps(bytes))
  return 'broken' in value ? brokenJson(value) : value
}

function told({ severity, code, path, line, column }: Problem): string {
  return [severity, code, path, `${line ?? 0}:${column ?? 0}`].filter(Boolean).join(' ')
}

/** As a row of the tables has it. */
function summary(result: ParseResult): [gives: number | string, ...says: string[]] {
  if ('parsed' in result) {
    return [result.parsed.table.length, ...result.parsed.problems.map(told)]
  }
  const { failure } = result
  if ('syntax' in failure) {
    const { code, line, column } = failure.syntax
    return [failure.kind, `${code} ${line}:${column}`]
  }
  return 'problem' in failure ? [failure.kind, told(failure.problem)] : [failure.kind]
}

/** Every sentence that a person would get to read. */
function sentences(result: ParseResult): readonly string[] {
  if ('parsed' in result)
    return result.parsed.problems.flatMap(({ message, hint }) => [message, hint])
  const { failure } = result
  if ('syntax' in failure) return [failure.syntax.message, failure.syntax.hint]
  return 'problem' in failure ? [failure.problem.message, failure.problem.hint] : []
}

function draw(table: EventTable): Scene {
  return buildScene(inputFor(table, 640, 400, { words: chineseWords }))
}

describe('odd documents', () => {
  it('are many, each with a name of its own', () => {
    expect(allOdd.length).toBeGreaterThan(200)
    expect(new Set(allOdd.map(({ name, theme }) => `${theme} ${name}`)).size).toBe(allOdd.length)
  })

  it.each(allOdd)('$theme: $name', ({ file, gives, says }) => {
    const result = read(file)
    expect(summary(result)).toEqual([gives, ...says])
    for (const sentence of sentences(result)) {
      expect(sentence).toMatch(/^["A-Z\d].*[.?!]$/su)
      expect(sentence.length).toBeLessThan(400)
    }
    if (!('parsed' in result)) return
    const { table } = result.parsed
    const scene = draw(table)
    const { marks, gathered, outside } = scene.counts
    expect(marks + gathered + outside).toBe(table.length)
    expect(JSON.stringify(scene)).not.toMatch(/NaN|null|Infinity/)
  })
})
/** `CROWD=1000000 npm run test:unit` tries a million, which takes half a minute. */
const crowd = Number(process.env.CROWD ?? 10_000)

describe('crowds', () => {
  const at = (date: string) => ({ date, title: 'A' })

  it.each([
    ['at one instant', at('2016-05-31T12:00')],
    ['over one day', at('2016-05-31')],
    ['over all of time', at('Y-13800000000/2016')],
  ])('%s are all accounted for', (_, event) => {
    const events = Array.from({ length: crowd }, () => event)
    const { document, problems } = readDocument({ version: 1, title: 'T', events })
    expect(problems).toEqual([])
    if (document === undefined) throw new Error('no document')
    expect(new Set(document.events.map(({ id }) => id)).size).toBe(crowd)
    const { counts } = draw(buildEventTable(document))
    expect(counts.marks + counts.gathered).toBe(crowd)
    expect(counts.marks).toBeLessThan(200)
  })
})
