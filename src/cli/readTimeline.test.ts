import { describe, expect, it } from 'vitest'

import { readTimeline } from './readTimeline.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('readTimeline', () => {
  it('gives the place of every problem', async () => {
    const { document, findings } = await readTimeline(
      bytes('{\n "version": 1, "title": "A", "title": "B",\n "events": [{"title": "C"}]\n}'),
    )
    expect(document?.events).toEqual([])
    expect(findings).toMatchObject([
      { code: 'key-repeated', severity: 'warning', line: 2 },
      { code: 'date-missing', severity: 'error', line: 3, column: 13 },
    ])
  })

  it('passes over a byte order mark', async () => {
    const { document, findings } = await readTimeline(
      bytes('\ufeff{"version":1,"title":"A","events":[]}'),
    )
    expect([document?.title, findings]).toEqual(['A', []])
  })

  it.each<[string, Uint8Array, object]>([
    ['nothing', bytes(' \n'), { code: 'empty', line: 1, column: 1 }],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), { code: 'is-utf16' }],
    ['a packed file', Uint8Array.of(0x1f, 0x8b, 8, 0), { code: 'is-gzip' }],
    ['a web page', bytes('<!doctype html>'), { code: 'is-html' }],
    ['a trailing comma', bytes('{\n"events": [\n1,\n]}'), { code: 'trailing-comma', line: 3 }],
    ['no timeline', bytes('{"a":1}'), { code: 'no-events' }],
  ])('says what %s is', async (_name, content, finding) => {
    const reading = await readTimeline(content)
    expect(reading.document).toBeUndefined()
    expect(reading.findings.at(-1)).toMatchObject({ severity: 'fatal', ...finding })
    expect(reading.findings.at(-1)?.hint).not.toBe('')
  })

  it('writes the dates for people that it can read itself', async () => {
    const dates = ['31 May 2016', '03/04/2018', 'no date']
    const events = dates.map((date) => ({ date, title: 'A' }))
    const { findings } = await readTimeline(
      bytes(JSON.stringify({ version: 1, title: 'A', events })),
    )
    expect(findings.map(({ hint }) => hint)).toEqual([
      'Write 2016-05-31. The event was left out.',
      'Write 2018-04-03 or 2018-03-04. The event was left out.',
      expect.stringMatching(/^Expected .* The event was left out\.$/),
    ])
  })
})
