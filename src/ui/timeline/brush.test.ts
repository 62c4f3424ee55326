import { describe, expect, it } from 'vitest'
import { snapped } from './brush.ts'

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
