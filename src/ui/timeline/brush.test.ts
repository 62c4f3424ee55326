import { describe, expect, it } from 'vitest'

import { beyond, snapped } from './brush.ts'

describe('snapped', () => {
  const stops = [0, 100, 200]

  it.each([
    [96, 100],
    [104, 100],
    [105, 105],
    [150, 150],
    [-4, 0],
    [203, 200],
  ])('brings %d to %d', (at, expected) => expect(snapped(at, stops, 4)).toBe(expected))

  it('takes the nearest of several', () => expect(snapped(60, stops, 80)).toBe(100))

  it('leaves everything where it is without stops', () => expect(snapped(7, [], 4)).toBe(7))
})

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
