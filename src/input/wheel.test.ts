import { describe, expect, it } from 'vitest'

import { commandForWheel, fractionOf } from './wheel.ts'
import type { WheelPlace, WheelTurn } from './wheel.ts'

const place: WheelPlace = {
  manner: 'pan',
  orientation: 'horizontal',
  plot: { x: 100, y: 20, width: 1000, height: 400 },
  lanesScroll: false,
}
const turn = (change: Partial<WheelTurn>): WheelTurn => ({
  x: 600,
  y: 200,
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
})
const command = (change: Partial<WheelTurn>, at: Partial<WheelPlace> = {}) =>
  commandForWheel(turn(change), { ...place, ...at })

describe('the plain wheel', () => {
  it('travels along time on our own page, whichever way it turns', () => {
    expect(command({ deltaY: 100 })).toEqual({ type: 'panBy', fraction: 0.1 })
    expect(command({ deltaX: -50 })).toEqual({ type: 'panBy', fraction: -0.05 })
    expect(command({ deltaX: 50, deltaY: -8 })).toEqual({ type: 'panBy', fraction: 0.05 })
    expect(command({ deltaY: 100 }, { orientation: 'vertical' })).toEqual({
      type: 'panBy',
      fraction: 0.25,
    })
  })

  it('turns as far in lines (Firefox) and in pages as in pixels', () => {
    expect(command({ deltaY: 3, deltaMode: 1 })).toEqual({ type: 'panBy', fraction: 0.1 })
    expect(command({ deltaY: 1, deltaMode: 2 })).toEqual({ type: 'panBy', fraction: 1 })
  })

  it('zooms where it is asked to', () => {
    const zoom = command({ deltaY: -100 }, { manner: 'zoom' })
    expect(zoom).toMatchObject({ type: 'zoomAt', at: 0.5 })
    expect(zoom?.type === 'zoomAt' && zoom.factor).toBeCloseTo(2 ** 0.3)
    expect(command({ deltaX: 40, deltaY: 5 }, { manner: 'zoom' })).toEqual({
      type: 'panBy',
      fraction: 0.04,
    })
  })

  it('is the page’s in a frame', () => {
    expect(command({ deltaY: 100 }, { manner: 'page' })).toBeUndefined()
    expect(command({ deltaX: 100 }, { manner: 'page' })).toBeUndefined()
  })

  it('scrolls the lanes over their names, when they do scroll', () => {
    const overNames = { x: 40, deltaY: 30 }
    expect(command(overNames, { lanesScroll: true })).toEqual({ type: 'scrollBy', px: 30 })
    expect(command(overNames)).toEqual({ type: 'panBy', fraction: 0.03 })
    expect(command(overNames, { lanesScroll: true, manner: 'page' })).toBeUndefined()
  })
})

describe('the wheel with a key', () => {
  it.each(['pan', 'zoom', 'page'] as const)('zooms about the pointer (%s)', (manner) => {
    for (const key of [{ ctrlKey: true }, { metaKey: true }]) {
      const zoom = command({ x: 350, deltaY: -10, ...key }, { manner })
      expect(zoom).toMatchObject({ type: 'zoomAt', at: 0.25 })
      expect(zoom?.type === 'zoomAt' && zoom.factor).toBeCloseTo(2 ** 0.1)
    }
  })

  it.each(['pan', 'zoom', 'page'] as const)('pans with Shift (%s)', (manner) => {
    expect(command({ deltaY: 100, shiftKey: true }, { manner })).toEqual({
      type: 'panBy',
      fraction: 0.1,
    })
    // Some systems turn the direction themselves.
    expect(command({ deltaX: 100, shiftKey: true }, { manner })).toEqual({
      type: 'panBy',
      fraction: 0.1,
    })
  })

  it('never zooms wildly, and out by as much as in', () => {
    const factor = (deltaY: number): number => {
      const zoom = command({ deltaY, ctrlKey: true })
      return zoom?.type === 'zoomAt' ? zoom.factor : Number.NaN
    }
    expect(factor(-100_000)).toBeCloseTo(Math.SQRT2)
    expect(factor(120) * factor(-120)).toBeCloseTo(1)
    expect(factor(7) * factor(-7)).toBeCloseTo(1)
  })
})

describe('a place along the axis', () => {
  it('is between 0 and 1', () => {
    expect(fractionOf({ x: 100, y: 0 }, place)).toBe(0)
    expect(fractionOf({ x: 350, y: 0 }, place)).toBe(0.25)
    expect(fractionOf({ x: 5000, y: 0 }, place)).toBe(1)
    expect(fractionOf({ x: 0, y: 0 }, place)).toBe(0)
    expect(fractionOf({ x: 0, y: 120 }, { ...place, orientation: 'vertical' })).toBe(0.25)
  })

  it('is one even where there is no room', () => {
    const none = { orientation: 'horizontal', plot: { x: 0, y: 0, width: 0, height: 0 } } as const
    expect(fractionOf({ x: 0, y: 0 }, none)).toBe(0)
  })
})
