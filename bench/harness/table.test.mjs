import { describe, expect, it } from 'vitest'
import { rowsOf, spreadOf, tableOf } from './table.mjs'

const contestants = [
  { name: 'floor', title: 'floor' },
  { name: 'floor-px', title: 'floor-px' },
  { name: 'own', title: 'Throughline' },
  { name: 'slow', title: 'slow one' },
]

const memory = { heapMB: 4.25, buffersMB: 0.5, workers: 1, workersMB: 2, elements: 1234 }

/** One run of one contestant with 36 events. */
const run = (peer, load, main, more = {}) => ({
  peer,
  size: 36,
  codeKB: 10,
  load: { ms: load, longestTask: 0 },
  memory,
  pan: { kind: 'drag', main, cpu: 5, late: 0.04, moved: 1 },
  zoom: { none: 'the library has no such thing' },
  select: { dnf: 'select: over 20 s' },
  filter: { ms: 1500 },
  ...more,
})

const cases = [
  run('floor', 100, 1),
  run('floor-px', 80, 2),
  run('own', 150, 3),
  run('own', 250, 5),
  run('own', 200, 4),
]

describe('the table of the bench', () => {
  it('compares medians with the floors of the same size', () => {
    const own = rowsOf(cases).find(({ peer }) => peer === 'own')
    expect(own).toMatchObject({ load: { ms: 200 }, loadRatio: 2, panRatio: 2 })
  })

  it('shows a row a contestant, in their order', () => {
    const lines = tableOf({ cases, contestants }).split('\n')
    const row = lines.find((line) => line.includes('Throughline'))
    expect(row).toBe(
      '| 36 | Throughline | 200 (2.0×) | ≤ 50 | 4 (2.0×) | – | 4 % / – | 5 | 1,500 | DNF | 4.3 + 0.5 + 2 | 1,234 | 10 |',
    )
    expect(lines.findIndex((line) => line.includes('floor-px'))).toBeLessThan(lines.indexOf(row))
    const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length)
    expect(new Set(cells).size).toBe(1)
  })

  it('says who did not finish', () => {
    const more = [...cases, { peer: 'slow', size: 36, dnf: 'load: over 60 s' }]
    const table = tableOf({ cases: more, contestants })
    expect(table).toContain('| slow one | DNF (load: over 60 s) |')
  })

  it('calls a case unfinished that failed half of its runs', () => {
    const halves = [run('own', 100, 1), { peer: 'own', size: 36, dnf: 'load: over 60 s' }]
    expect(rowsOf(halves)[0]).toMatchObject({ dnf: 'load: over 60 s' })
    expect(rowsOf([...halves, run('own', 100, 1)])[0]).toMatchObject({ load: { ms: 100 } })
  })

  it('does not praise what stood still', () => {
    const still = run('own', 100, 0.5, {
      pan: { kind: 'drag', main: 0.5, cpu: 1, late: 0, moved: 0.07 },
    })
    expect(tableOf({ cases: [still], contestants })).toContain('| still, 0.5 |')
  })

  it('tells how far runs lie apart', () => {
    expect(spreadOf(cases)).toContain('load 50 %')
    expect(spreadOf(cases.slice(0, 1))).toBe('')
  })
})
