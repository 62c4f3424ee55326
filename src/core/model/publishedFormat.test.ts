import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from './readDocument.ts'
import { problemCodes } from './problemCodes.ts'

describe('docs/format.md', () => {
  const page = readFileSync('docs/format.md', 'utf8')

  it('lists every problem code, and no other', () => {
    const [, problems = ''] = page.split(/^## Problems$/m)
    const listed = [...problems.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
    expect(new Set(listed)).toEqual(new Set(problemCodes))
  })

  it('shows an example that reads without a word', () => {
    const [, example] = /```json\n(.*?)```/s.exec(page) ?? []
    expect(readDocument(JSON.parse(example ?? ''))).toMatchObject({
      document: { events: [{ id: '2014-12-it-begins' }] },
      problems: [],
    })
  })
})
