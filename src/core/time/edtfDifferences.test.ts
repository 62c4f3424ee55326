import { readFileSync } from 'node:fs'
import edtf from 'edtf'
import { describe, expect, it } from 'vitest'
import { drawnDate } from './drawnDate.ts'
import { parseDate } from './parseDate.ts'

/** First and last moment by the package, or that it refuses. */
function theirs(text: string): string {
  try {
    const { min, max } = edtf(text)
    return `${min} to ${max}`
  } catch {
    return 'refused'
  }
}

/** First and last moment by our reader, in its way of saying it. */
function ours(text: string): string {
  const reading = parseDate(text)
  if (!reading.ok) return 'refused'
  const { outer } = drawnDate(reading.date)
  return `${outer.start} to ${outer.end - 1}`
}

/** By the row of the table in docs/dates.md, the dates in which the two differ. */
const differences = [
  ['Y-13800000000', 'Y-138E8'],
  ['Y-66000000~', '201X~', '2019-33~'],
  ['Y-66000000/-0550', '2019-21/2020'],
  ['2021-02-29'],
  ['2019-07-26T09:00:00'],
  ['2019-07-26T09:00:00Z'],
  ['1950S2'],
  ['2019-21', '2019-24', '2019-32'],
  ['2019-37', '2019-38'],
  ['-0001-33', '-0001-01-XX'],
  ['-000X', '-00XX'],
  ['2014/', '/2015'],
  ['2016/2016'],
  ['[2014,2016..2018]'],
]

describe('what docs/dates.md says of the edtf package', () => {
  it.each(differences.flat())('is still so of %s', (text) => {
    expect(ours(text)).not.toBe(theirs(text))
  })

  it('is as long as the list of this test', () => {
    const [, section = ''] = readFileSync('docs/dates.md', 'utf8').split('## Against the `edtf`')
    const rows = section.split('\n').filter((row) => row.startsWith('| `'))
    expect(rows).toHaveLength(differences.length)
    for (const [at, dates] of differences.entries()) {
      const named = dates.filter((date) => rows[at]?.includes(date.replace(/^2019(?=-38)/, '')))
      expect(named.length).toBeGreaterThan(0)
    }
  })
})
