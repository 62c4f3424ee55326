import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isPageWritten } from './formatPage.mjs'
import { makeJsonSchema } from './writeJsonSchema.mjs'

describe('docs/format.md', () => {
  it('has the fields of the schema (if not: node scripts/formatPage.mjs)', async () => {
    expect(await isPageWritten()).toBe(true)
  })

  it('names every field of every object, and links only to what is there', async () => {
    const page = readFileSync('docs/format.md', 'utf8')
    const { properties, $defs } = JSON.parse(await makeJsonSchema())
    const fields = [properties, ...Object.values($defs).map((object) => object.properties ?? {})]
    const rows = page.split('\n').filter((row) => row.startsWith('| `'))
    for (const field of fields.flatMap((object) => Object.keys(object))) {
      expect(rows.some((row) => row.startsWith(`| \`${field}\` |`))).toBe(true)
    }
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading)
    const anchors = new Set(headings.map((text) => text.toLowerCase().replaceAll(' ', '-')))
    const links = [...page.matchAll(/\]\(#(.*?)\)/g)].map(([, anchor]) => anchor)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([])
  })
})
