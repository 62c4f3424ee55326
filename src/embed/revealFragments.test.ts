import { describe, expect, it } from 'vitest'

import type { StepInfo } from './protocol.ts'
import { notesOf } from './revealFragments.ts'

const step: StepInfo = {
  index: 1,
  count: 3,
  atStart: false,
  atEnd: false,
  id: 'a',
  title: 'Opening',
  date: '26 July 2019',
  notes: 'Say why.',
  sources: [{ label: 'Babbitt, 2019', url: 'https://example.org/?a=1&b=2' }, { label: 'A book' }],
}

describe('notes for the speaker', () => {
  it('holds date, title, notes and each source on a line of its own', () => {
    expect(notesOf({ ...step, sources: step.sources.slice(1) })).toBe(
      '26 July 2019 · Opening\n\nSay why.\n\nA book',
    )
  })

  it('is text where reveal.js would read HTML', () => {
    const hostile = notesOf({ ...step, title: '<img src=x onerror=alert(1)>', notes: '&lt;b>' })
    expect(hostile).not.toMatch(/<(?!$)/)
    expect(hostile).toContain('&lt;img src=x onerror=alert(1)>')
    expect(hostile).toContain('&amp;lt;b>')
    expect(hostile).toContain('https://example.org/?a=1&amp;b=2')
  })

  it('leaves out what is not there', () => {
    expect(notesOf({ ...step, date: '', notes: '', sources: [] })).toBe('Opening')
  })
})
