import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { importFile } from './importFile.ts'

describe('importFile', () => {
  it('leaves documents of ours to their own reader, and says so', async () => {
    const text = '{"version": 1, "title": "A", "events": []}'
    expect(await importFile({ name: 'a.json', text })).toEqual({
      format: 'throughline',
      hint: expect.stringContaining('document of ours'),
    })
  })

  it.each([
    ['', 'empty'],
    ['PK\u0003\u0004', 'workbook'],
    ['<!doctype html><p>A', 'web page'],
    ['{"type": "FeatureCollection"}', 'Known are'],
  ])('says what to do about %j', async (text, words) => {
    expect(await importFile({ name: 'a', text })).toEqual({
      format: 'unknown',
      hint: expect.stringContaining(words),
    })
  })

  it('asks which column means what, and takes the answer', async () => {
    const file = { name: 'C:\\files\\my_history.csv', text: 'When,What\n3/4/2018,A\n' }
    const asked = await importFile(file)
    expect(asked).toEqual({
      format: 'csv',
      needsMapping: {
        columns: ['When', 'What'],
        guess: { roles: ['date', 'title'] },
        sample: [['3/4/2018', 'A']],
      },
    })
    const mapping = { roles: ['date', 'title'] as const }
    expect(await importFile({ ...file, mapping, dateOrder: 'day-first' })).toMatchObject({
      imported: { json: { title: 'my history', events: [{ date: '2018-04-03', title: 'A' }] } },
    })
  })

  it('needs no answer for columns of ours, whoever filled them in', async () => {
    const text =
      'type,id,date,title,title@de,organizations\n' +
      'timeline,,,Ours,,\n' +
      'organization,webank,,WeBank,,\n' +
      ',,16 Dec 2014,Founded,Gegründet,WeBank (founder); Acme\n' +
      ',,soon,Later,,\n' +
      'thing,,2016,Odd,,\n'
    const result = await importFile({ name: 'x.csv', text })
    expect(result).toMatchObject({
      imported: {
        json: {
          title: 'Ours',
          organizations: [
            { id: 'webank', name: 'WeBank' },
            { id: 'acme', name: 'Acme' },
          ],
          events: [
            {
              date: '2014-12-16',
              title: { en: 'Founded', de: 'Gegründet' },
              organizations: [{ id: 'webank', role: 'founder' }, 'acme'],
            },
            { date: '2016', title: 'Odd' },
          ],
        },
        problems: [
          { code: 'value-unknown', line: 6 },
          { code: 'import-date-guessed', line: 4 },
          { code: 'date-unreadable', line: 5 },
        ],
      },
    })
  })

  it.each(readdirSync('src/formats/import/fixtures'))(
    'makes a readable document of %s',
    async (name) => {
      const text = readFileSync(`src/formats/import/fixtures/${name}`, 'utf8')
      let result = await importFile({ name, text })
      if ('needsMapping' in result) {
        result = await importFile({ name, text, mapping: result.needsMapping.guess })
      }
      const json = 'imported' in result ? result.imported.json : undefined
      expect(readDocument(json).document?.events.length).toBeGreaterThan(0)
    },
  )
})
