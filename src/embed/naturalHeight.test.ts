import { describe, expect, it } from 'vitest'

import { naturalHeight } from './naturalHeight.ts'

const facts = { width: 960, view: 'timeline', mode: 'embed', lanes: 3, matching: 71 } as const

describe('naturalHeight', () => {
  it('grows with the lanes, between limits', () => {
    expect(naturalHeight(facts)).toBe(460)
    expect(naturalHeight({ ...facts, lanes: 1 })).toBe(360)
    expect(naturalHeight({ ...facts, lanes: 40 })).toBe(800)
  })

  it('gives a stage its shape, and a list its rows', () => {
    expect(naturalHeight({ ...facts, mode: 'present' })).toBe(540)
    expect(naturalHeight({ ...facts, view: 'list', matching: 5 })).toBe(360)
    expect(naturalHeight({ ...facts, view: 'list' })).toBe(900)
  })

  it('is a phone’s screen where time runs downwards, and nothing while hidden', () => {
    expect(naturalHeight({ ...facts, width: 390 })).toBe(585)
    expect(naturalHeight({ ...facts, width: 0 })).toBe(0)
  })
})
