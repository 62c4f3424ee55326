import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'

import type { TimelineDocument } from '#core/model/document.ts'
import { cutTiles } from '#core/tiles/testing/cutTiles.ts'
import { documents, smallLimits } from '#core/tiles/testing/tileSets.ts'
import type { TileLimits } from '#core/tiles/tileText.ts'
import { cutEvents } from './cutEvents.ts'
import { openDatabase } from './database.ts'
import { addDocument } from './addDocument.ts'
import { hasDuckDb } from '#cli/tile/testing/duckDb.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-cut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function cut(document: TimelineDocument, limits: TileLimits): Promise<Map<string, string>> {
  const work = mkdtempSync(join(folder, 'work-'))
  const out = mkdtempSync(join(folder, 'out-'))
  const database = await openDatabase(work)
  const { events: _events, ...head } = document
  await addDocument(database, document)
  await cutEvents(database, head, out, limits, () => {})
  database.close()
  const files = new Map<string, string>()
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.json')) files.set(name, readFileSync(join(out, name), 'utf8'))
  }
  rmSync(work, { recursive: true })
  rmSync(out, { recursive: true })
  return files
}

describe.runIf(await hasDuckDb())('cutEvents', () => {
  it('gives the bytes that cutting in the plainest way gives', async () => {
    await fc.assert(
      fc.asyncProperty(documents, smallLimits, async (document, limits) => {
        const files = await cut(document, limits)
        const expected = cutTiles(document, limits)
        expect(Object.fromEntries(files)).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: 25 },
    )
  })
})
