import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { recordingContext } from '#render/testing/recordingContext.ts'
import type { Context } from './ink.ts'
import { createStamps, type Plate } from './stamps.ts'

/** A canvas off screen that counts the pictures taken of it. */
class FakeBoard {
  static made = 0
  width = 1
  height = 1

  getContext(): Context {
    return recordingContext().context
  }

  transferToImageBitmap(): object {
    FakeBoard.made += 1
    return { width: this.width, height: this.height }
  }
}

beforeEach(() => {
  FakeBoard.made = 0
  vi.stubGlobal('OffscreenCanvas', FakeBoard)
})
afterEach(() => vi.unstubAllGlobals())

const plate: Plate = { width: 38.5, height: 25.5, edge: 1.5, color: '#fff', edgeColor: '#a00' }

function copies() {
  const copied: { image: { width: number; height: number }; x: number; y: number }[] = []
  const drawImage = (image: { width: number; height: number }, x: number, y: number): void => {
    copied.push({ image, x, y })
  }
  return { context: { drawImage } as unknown as Context, copied }
}

it('draws what looks the same once for each quarter of a pixel', () => {
  const { context, copied } = copies()
  const stamps = createStamps()
  for (let frame = 0; frame < 100; frame += 1) stamps?.put(context, 10 + frame / 7, 20.5, plate)
  expect(copied).toHaveLength(100)
  expect(FakeBoard.made).toBe(4)
  stamps?.put(context, 10, 20.5, { ...plate, edgeColor: '#00a' })
  stamps?.put(context, 10, 20.5, { ...plate, width: 52 })
  expect(FakeBoard.made).toBe(6)
})

it('puts it on whole pixels, with room for its edges, an eighth of a pixel off at most', () => {
  const { context, copied } = copies()
  const stamps = createStamps()
  for (const x of [-3.3, 0, 0.12, 0.13, 7.9, 1e6 + 0.45]) {
    stamps?.put(context, x, 2, plate)
    const { image, x: left } = copied.at(-1)!
    expect(Number.isInteger(left)).toBe(true)
    // The picture begins a pixel before the plate, and ends no sooner than a pixel after it.
    expect(left).toBeLessThanOrEqual(x - 1 + 1 / 8)
    expect(left).toBeGreaterThan(x - 2 - 1 / 8)
    expect(left + image.width).toBeGreaterThanOrEqual(x + plate.width + 1 - 1 / 8)
    expect(image.height).toBeGreaterThanOrEqual(plate.height + 2)
  }
})

it('keeps a bounded number of them', () => {
  const { context } = copies()
  const stamps = createStamps()
  const paint = (): void => {
    for (let width = 0; width < 3000; width += 1) stamps?.put(context, 0, 0, { ...plate, width })
  }
  paint()
  expect(FakeBoard.made).toBe(3000)
  paint()
  expect(FakeBoard.made).toBe(6000)
})

it('is not there where the browser has no canvas off screen', () => {
  vi.stubGlobal('OffscreenCanvas', undefined)
  expect(createStamps()).toBeUndefined()
})
