import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineDocument } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { someDocument } from '#formats/export/testing/someDocument.ts'
import { importFile } from '#formats/import/importFile.ts'
import { exportCsv } from './csv.ts'

function read(json: unknown): TimelineDocument {
  const { document } = readDocument(json)
  if (document === undefined) throw new Error('No document')
  return document
}

/** A text in no language but the document's own is a plain text. */
function withPlainTexts(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => withPlainTexts(entry, language))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === language) return first[1]
  return Object.fromEntries(entries.map(([key, one]) => [key, withPlainTexts(one, language)]))
}

async function throughCsv(document: TimelineDocument) {
  const { text } = exportCsv(document)
  const file = await importFile({ name: 'x.csv', text })
  if (!('imported' in file)) throw new Error(`Not recognised: ${text.slice(0, 200)}`)
  return { document: read(file.imported.json), problems: file.imported.problems, text }
}

describe('exportCsv', () => {
  it('gives back every document as it was', async () => {
    await fc.assert(
      fc.asyncProperty(someDocument, async (json) => {
        const document = read(json)
        const back = await throughCsv(document)
        expect(back.problems).toEqual([])
        const { language } = document
        expect(withPlainTexts(back.document, language)).toEqual(withPlainTexts(document, language))
      }),
    )
  })

  it('gives back the shipped story', async () => {
    const document = read(JSON.parse(readFileSync('public/timeline.json', 'utf8')))
    const back = await throughCsv(document)
    expect(back.problems).toEqual([])
    expect(back.document).toEqual(document)
    expect(back.text.split('\r\n')[0]).toMatch(/^type,id,date,.*title,title@zh-Hans,/)
  })
})
