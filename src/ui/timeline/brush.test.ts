import { describe, expect, it } from 'vitest'

import { beyond } from './brush.ts'

describe('the window of the overview', () => {
  it('is open where the view reaches beyond all events', () => {
    expect(beyond(-300, 900, 600)).toBe('start end')
    expect(beyond(-300, 500, 600)).toBe('start')
    expect(beyond(10, 900, 600)).toBe('end')
  })

  it('is closed around a view of everything, or of a part', () => {
    expect(beyond(0, 600, 600)).toBe('')
    expect(beyond(-0.3, 600.4, 600)).toBe('')
    expect(beyond(20, 90, 600)).toBe('')
  })
})
