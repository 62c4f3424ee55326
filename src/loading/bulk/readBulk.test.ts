import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EventTable, wholeDocument } from '#core/data/eventTable.ts'
import type { Problem } from '#core/model/problem.ts'
import { throughAll } from '#core/model/readDocument.ts'
import { allOdd } from '#loading/oddDocuments/allOdd.ts'
import { parseInSteps } from '#loading/parseInSteps.ts'
import { columnsOf } from '#loading/tableTransfer.ts'
import { bulkTable } from './bulkTable.ts'
import { randomDocument } from '#core/model/testing/randomDocuments.ts'
import { readBulk } from './readBulk.ts'
import { DocumentScanner } from './scanDocument.ts'

const encoder = new TextEncoder()

interface Read {
  readonly table: EventTable
  readonly problems: readonly Problem[]
}

/** Undefined for what is left to the plain reader. */
function inBulk(bytes: Uint8Array, pieceLength: number): Read | undefined {
  const scanner = new DocumentScanner({ title: 'T', isLines: false, expected: undefined })
  for (let at = 0; at < bytes.length; at += pieceLength) {
    scanner.push(bytes.slice(at, at + pieceLength))
  }
  const result = readBulk(scanner)
  if (result.kind !== 'read') return undefined
  return { table: bulkTable(result.document), problems: result.document.problems }
}

function plainly(bytes: Uint8Array): Read | undefined {
  const result = throughAll(parseInSteps(bytes))
  return 'parsed' in result ? result.parsed : undefined
}

/** Reads both ways, and says whether bulk reading took it. */
function compare(file: string | Uint8Array, pieceLength = 7): boolean {
  const bytes = typeof file === 'string' ? encoder.encode(file) : file
  const bulk = inBulk(bytes, pieceLength)
  if (bulk === undefined) return false
  const plain = plainly(bytes)
  if (plain === undefined) throw new Error('Bulk reading took what is no document')
  expect(bulk.problems).toEqual(plain.problems)
  expect(wholeDocument(bulk.table)).toEqual(wholeDocument(plain.table))
  expect(columnsOf(bulk.table)).toEqual(columnsOf(plain.table))
  expect(bulk.table.children).toEqual(plain.table.children)
  for (let row = 0; row < plain.table.length; row += 1) {
    const id = plain.table.id(row)
    expect(bulk.table.id(row)).toBe(id)
    expect(bulk.table.rowOf(id)).toBe(row)
    expect(bulk.table.date(row)).toEqual(plain.table.date(row))
    expect(bulk.table.drawn(row)).toEqual(plain.table.drawn(row))
  }
  expect(bulk.table.rowOf('no such id')).toBeUndefined()
  return true
}

describe('reading in bulk gives what reading plainly gives', () => {
  it.each(allOdd)('$theme: $name', ({ file }) => {
    const inPieces = compare(file, Math.max(7, Math.ceil(file.length / 500)))
    expect(compare(file, 1_000_000)).toBe(inPieces)
  })

  it('takes most of the odd ones', () => {
    const readable = allOdd.filter(({ gives }) => typeof gives === 'number')
    const taken = readable.filter(({ file }) => compare(file, 1_000_000))
    expect(taken.length).toBeGreaterThan(readable.length * 0.8)
  })

  it('random documents, most of them in bulk', () => {
    let taken = 0
    fc.assert(
      fc.property(randomDocument, fc.constantFrom(1, 50, 100_000), (file, pieceLength) => {
        if (compare(file, pieceLength)) taken += 1
      }),
      { numRuns: 300 },
    )
    expect(taken).toBeGreaterThan(180)
  })

  it('the shipped timeline and the examples', () => {
    const examples = readdirSync('public/examples').filter((name) => name.endsWith('.json'))
    for (const path of ['timeline.json', ...examples.map((name) => `examples/${name}`)]) {
      expect(compare(readFileSync(`public/${path}`), 1000)).toBe(true)
    }
  })
})
