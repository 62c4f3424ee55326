import { describe, expect, it } from 'vitest'

import { problemLines } from './problemLines.ts'

const problem = {
  code: 'date-unreadable',
  severity: 'error',
  path: 'events[3].date',
  message: '"-500" is no date.',
  hint: 'Write -0500.',
} as const

describe('problemLines', () => {
  it('writes a place in the file as compilers do', () => {
    expect(problemLines('a.json', [{ ...problem, line: 12, column: 7 }])).toBe(
      'a.json:12:7: error date-unreadable "-500" is no date. (Write -0500.)',
    )
  })

  it('falls back to the path, and then to the file', () => {
    expect(problemLines('a.json', [problem])).toMatch(/^a\.json:events\[3\]\.date: error /)
    expect(problemLines('a.json', [{ ...problem, path: '', hint: '' }])).toBe(
      'a.json: error date-unreadable "-500" is no date.',
    )
  })

  it('puts what is wrong with the address first', () => {
    expect(problemLines('a.json', [problem], ['“view” cannot be “x”.']).split('\n')).toHaveLength(2)
    expect(problemLines('a.json', [], ['“view” cannot be “x”.'])).toBe('note “view” cannot be “x”.')
  })
})
