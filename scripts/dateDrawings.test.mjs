import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { staleDrawings } from './dateDrawings.mjs'
import { dateRows } from './dateRows.mjs'

describe('the table of dates', () => {
  it('and its drawings are what the code makes (if not: node scripts/dateDrawings.mjs)', async () => {
    expect(await staleDrawings()).toEqual([])
  })

  it('shows every precision, doubt and kind of date', () => {
    const page = readFileSync('docs/dates.md', 'utf8')
    expect(dateRows.every(({ name }) => page.includes(`(dates/${name}.svg)`))).toBe(true)
    expect(new Set(dateRows.map(({ name }) => name)).size).toBe(dateRows.length)
  })

  it('draws every mark inside of its picture', () => {
    for (const { name } of dateRows) {
      const svg = readFileSync(`docs/dates/${name}.svg`, 'utf8')
      expect(svg, name).toMatch(/^<svg [^>]*width="400" height="112"/)
      expect(svg, name).not.toMatch(/NaN|undefined/)
    }
  })
})
