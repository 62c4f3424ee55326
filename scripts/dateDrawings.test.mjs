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

  it('draws something each time', () => {
    const drawings = dateRows.map(({ name }) => readFileSync(`docs/dates/${name}.svg`, 'utf8'))
    expect(drawings.filter((svg) => !/^<svg [^>]*width="400" height="112"/.test(svg))).toEqual([])
    expect(drawings.filter((svg) => /NaN|undefined/.test(svg))).toEqual([])
  })
})
