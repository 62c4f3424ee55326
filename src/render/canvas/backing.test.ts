import { expect, it } from 'vitest'

import { backingOf, longestSide, mostPixels } from './backing.ts'

it('has one pixel for each of the screen, also at ratios between', () => {
  expect(backingOf({ width: 1440, height: 700 }, 1)).toEqual({ width: 1440, height: 700, ratio: 1 })
  expect(backingOf({ width: 1441, height: 700 }, 1.5)).toEqual({
    width: 2162,
    height: 1050,
    ratio: 1.5,
  })
  expect(backingOf({ width: 390, height: 844 }, 3).ratio).toBe(3)
})

it('never asks for more than a browser holds, and always for something', () => {
  for (const [width, height] of [
    [6000, 4000],
    [100_000, 10],
    [10, 100_000],
    [0, 0],
  ] as const) {
    for (const ratio of [0.5, 1, 2, 4]) {
      const backing = backingOf({ width, height }, ratio)
      expect(backing.width * backing.height).toBeLessThanOrEqual(mostPixels)
      expect(Math.max(backing.width, backing.height)).toBeLessThanOrEqual(longestSide)
      expect(Math.min(backing.width, backing.height)).toBeGreaterThan(0)
      expect(backing.ratio).toBeLessThanOrEqual(ratio)
    }
  }
})
