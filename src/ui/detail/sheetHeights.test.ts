import { describe, expect, test } from 'vitest'

import { peekHeight, sheetHeights, snap, stepHeight } from './sheetHeights.ts'

describe('heights', () => {
  test('are in order, and leave a strip of the drawing at the top', () => {
    expect(sheetHeights(700)).toEqual({ peek: peekHeight, half: 350, full: 692 })
  })

  test.each([0, 5, 40, 120, 180])('are in order in %s px of room too', (room) => {
    const { peek, half, full } = sheetHeights(room)
    expect(peek).toBeLessThanOrEqual(half)
    expect(full).toBeLessThanOrEqual(room)
    expect(half).toBeLessThanOrEqual(full)
  })
})

describe('keys', () => {
  test('step between the three and stop at the ends', () => {
    expect(stepHeight('peek', 'ArrowUp')).toBe('half')
    expect(stepHeight('full', 'ArrowUp')).toBe('full')
    expect(stepHeight('half', 'ArrowDown')).toBe('peek')
    expect(stepHeight('peek', 'ArrowDown')).toBe('peek')
    expect(stepHeight('full', 'Home')).toBe('peek')
    expect(stepHeight('peek', 'End')).toBe('full')
    expect(stepHeight('peek', 'a')).toBeUndefined()
  })
})

describe('a dragged sheet', () => {
  const heights = sheetHeights(700)

  test('comes to rest at the nearest height', () => {
    expect(snap(heights, 340, -10)).toBe('half')
    expect(snap(heights, 680, 330)).toBe('full')
    expect(snap(heights, 130, -220)).toBe('peek')
  })

  test('goes on in the direction of a clear drag', () => {
    expect(snap(heights, 410, 60)).toBe('full')
    expect(snap(heights, 290, -60)).toBe('peek')
  })

  test('stays at an end that it is dragged beyond', () => {
    expect(snap(heights, 792, 100)).toBe('full')
    expect(snap(heights, peekHeight, -100)).toBe('peek')
  })
})
