import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { type HeightOptions, type HeightWindow, attachHeight } from './attachHeight.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** An embed in a frame; `answer` is what the host does with each height that it hears. */
function makeFrame(
  change: Partial<HeightOptions> = {},
  answer: (height: number, frame: { innerHeight: number }) => void = () => undefined,
) {
  const heard: unknown[] = []
  const told: number[] = []
  let natural = 400
  const window = Object.assign(new EventTarget(), {
    parent: { postMessage: (data: unknown) => heard.push(data) },
    performance,
    innerWidth: 640,
    innerHeight: 150,
    setTimeout: (callback: () => void, delay: number) => Number(setTimeout(callback, delay)),
    clearTimeout: (timer: number | undefined) => clearTimeout(timer),
  }) as EventTarget & HeightWindow & { innerHeight: number; innerWidth: number }
  const height = attachHeight({
    window,
    resize: 'auto',
    search: '',
    hash: '',
    ancestors: [],
    href: 'https://e.example/',
    height: () => natural,
    sendSize: (_, h) => {
      told.push(h)
      const before = window.innerHeight
      // The host hears of it later, and the frame of the answer later still.
      setTimeout(() => {
        answer(h, window)
        if (window.innerHeight !== before) window.dispatchEvent(new Event('resize'))
      }, 20)
    },
    ...change,
  })
  return {
    window,
    height,
    heard,
    told,
    grow: (to: number) => {
      natural = to
      height.measured()
    },
  }
}

describe('a height is told', () => {
  it('once per change, and never while nothing happens', () => {
    const frame = makeFrame({}, (height, window) => {
      window.innerHeight = height
    })
    frame.grow(400)
    vi.advanceTimersByTime(60_000)
    frame.height.measured()
    frame.window.dispatchEvent(new Event('resize'))
    expect(frame.told).toEqual([400])
    frame.grow(400.4)
    frame.grow(399.2)
    expect(frame.told).toEqual([400])
    frame.grow(402)
    vi.advanceTimersByTime(60_000)
    expect(frame.told).toEqual([400, 402])
  })

  it('whenever the content changes, if the host does as it is told', () => {
    const frame = makeFrame({}, (height, window) => {
      window.innerHeight = height
    })
    const heights = [400, 500, 600, 700, 650, 900]
    for (const height of heights) {
      frame.grow(height)
      vi.advanceTimersByTime(2000)
    }
    expect(frame.told).toEqual(heights)
  })

  it('at most ten times a second, the last one always', () => {
    const frame = makeFrame()
    for (let at = 0; at < 1000; at += 10) {
      frame.grow(400 + at)
      vi.advanceTimersByTime(10)
    }
    vi.advanceTimersByTime(1000)
    expect(frame.told.length).toBeLessThanOrEqual(11)
    expect(frame.told.at(-1)).toBe(1390)
  })

  it('not at all when off, or of something hidden', () => {
    const off = makeFrame({ resize: 'off' })
    off.grow(500)
    const hidden = makeFrame()
    hidden.grow(0)
    hidden.window.innerWidth = 0
    hidden.grow(500)
    expect([off.told, hidden.told]).toEqual([[], []])
  })

  it('to nobody after the end', () => {
    const frame = makeFrame()
    frame.grow(400)
    frame.grow(500)
    frame.height.dispose()
    vi.advanceTimersByTime(1000)
    frame.window.dispatchEvent(new Event('resize'))
    expect(frame.told).toEqual([400])
  })
})

describe('a circle with the host', () => {
  /** Content that is as tall as its frame, once that is taller than `least`. */
  const filling = (least: number, extra: (height: number) => number) => {
    let floor = least
    const frame = makeFrame(
      { height: () => Math.max(floor, frame.window.innerHeight) },
      (height, window) => {
        window.innerHeight = extra(height)
      },
    )
    return {
      ...frame,
      expand: (to: number) => {
        floor = to
        frame.height.measured()
      },
    }
  }

  it('ends after two rounds when the host adds ten pixels each time', () => {
    const frame = filling(400, (height) => height + 10)
    frame.height.measured()
    vi.advanceTimersByTime(60_000)
    expect(frame.told).toEqual([400, 410])
    // A change of the content's own is told again.
    frame.expand(900)
    vi.advanceTimersByTime(60_000)
    expect(frame.told).toEqual([400, 410, 900, 910])
  })

  it('ends at the larger one when two heights follow each other', () => {
    let natural = 500
    const frame = makeFrame({ height: () => natural }, (height, window) => {
      window.innerHeight = height
      natural = height === 500 ? 480 : 500
    })
    frame.height.measured()
    vi.advanceTimersByTime(60_000)
    expect(frame.told).toEqual([500, 480, 500])
  })

  it('is not what a change of width is', () => {
    let natural = 400
    const frame = makeFrame({ height: () => natural }, (height, window) => {
      window.innerHeight = height
    })
    const heights = [400]
    frame.height.measured()
    for (let width = 630; width > 580; width -= 10) {
      vi.advanceTimersByTime(120)
      frame.window.innerWidth = width
      natural += 20
      heights.push(natural)
      frame.window.dispatchEvent(new Event('resize'))
    }
    vi.advanceTimersByTime(1000)
    expect(frame.told).toEqual(heights)
  })
})

describe('WordPress', () => {
  const ask = (frame: ReturnType<typeof makeFrame>, data: unknown, source: unknown): void => {
    frame.window.dispatchEvent(Object.assign(new Event('message'), { data, source }))
  }

  it('is told at once, again when it says that it is ready, and when the content changes', () => {
    const frame = makeFrame({ hash: '#?secret=abc123XYZ9' })
    const told = (value: number) => ({ secret: 'abc123XYZ9', message: 'height', value })
    frame.grow(400)
    expect(frame.heard).toEqual([told(400)])
    vi.advanceTimersByTime(500)
    ask(frame, { message: 'ready', secret: 'abc123XYZ9' }, frame.window.parent)
    vi.advanceTimersByTime(500)
    expect(frame.heard).toEqual([told(400), told(400)])
    frame.grow(600)
    vi.advanceTimersByTime(500)
    expect(frame.heard.at(-1)).toEqual(told(600))
  })

  it('is nobody with another secret, or another window', () => {
    const frame = makeFrame({ hash: '#?secret=abc123XYZ9' })
    frame.grow(400)
    vi.advanceTimersByTime(500)
    ask(frame, { message: 'ready', secret: 'another' }, frame.window.parent)
    ask(frame, { message: 'ready', secret: 'abc123XYZ9' }, {})
    ask(frame, 'ready', frame.window.parent)
    vi.advanceTimersByTime(500)
    expect(frame.heard).toHaveLength(1)
  })
})
