import { describe, expect, it } from 'vitest'
import { frameStatistics, median, percentile, ratio, spread } from './statistics.mjs'

describe('the bench counts', () => {
  it('medians of what is a number', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, undefined, 1, 2, Number.NaN, 3])).toBe(2.5)
    expect(median([])).toBeUndefined()
  })

  it('percentiles that were measured, not made up', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(percentile(hundred, 0.5)).toBe(50)
    expect(percentile(hundred, 0.95)).toBe(95)
    expect(percentile(hundred, 1)).toBe(100)
    expect(percentile([7], 0.5)).toBe(7)
    expect(percentile([], 0.5)).toBeUndefined()
  })

  it('ratios only where there is something to compare with', () => {
    expect(ratio(3, 2)).toBe(1.5)
    expect(ratio(3, 0)).toBeUndefined()
    expect(ratio(undefined, 2)).toBeUndefined()
  })

  it('a frame as late when it missed its turn, not when its time stamp trembles', () => {
    const frames = frameStatistics([16.6, 16.7, 17.4, 33.3, 66.7])
    expect(frames).toMatchObject({ frames: 5, p50: 17.4, longest: 66.7, late: 0.4, over50: 0.2 })
    expect(frameStatistics([])).toMatchObject({ frames: 0, p50: undefined, late: undefined })
  })

  it('how far runs lie apart', () => {
    expect(spread([10, 12, 9])).toBeCloseTo(0.3)
    expect(spread([10])).toBeUndefined()
    expect(spread([0, 0])).toBeUndefined()
  })
})
