import { describe, expect, it } from 'vitest'

import { type Finding, findingLine, tally, tallyLine } from './findings.ts'

const base: Finding = {
  code: 'date-missing',
  severity: 'error',
  path: 'events[1].date',
  line: 7,
  column: 3,
  message: 'No date.',
  hint: 'Give one.',
}

describe('findingLine', () => {
  it('is one line that editors and build servers read', () => {
    expect(findingLine('a b.json', base)).toBe(
      'a b.json:7:3: error date-missing No date. Give one.',
    )
  })

  it('knows three severities, and a place for all', () => {
    const { line: _line, column: _column, ...nowhere } = base
    expect(findingLine('a', { ...nowhere, severity: 'fatal', hint: '' })).toBe(
      'a:1:1: error date-missing No date.',
    )
  })

  it('shows what a terminal would obey', () => {
    const evil = { ...base, message: 'A\u001b[2J\n\u009b1m\u202eB' }
    expect(findingLine('a\nb', evil)).toBe(
      'a\\u000ab:7:3: error date-missing A\\u001b[2J\\u000a\\u009b1m\\u202eB Give one.',
    )
  })
})

describe('tally', () => {
  it('counts what is fatal as an error', () => {
    const counts = tally([base, { ...base, severity: 'fatal' }, { ...base, severity: 'note' }])
    expect(counts).toEqual({ errors: 2, warnings: 0, notes: 1 })
    expect(tallyLine(1, counts)).toBe('1 event, 2 errors, 1 note')
    expect(tallyLine(3, tally([]))).toBe('3 events, no problems')
  })
})
