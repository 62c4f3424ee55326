import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { ViewCommand } from '#core/viewport/viewport.ts'
import { attachPanZoom } from './panZoom.ts'
import type { PanZoomOptions } from './panZoom.ts'

/** As much of an element as gestures touch. Events are fired at it as if they had bubbled up. */
class FakeElement extends EventTarget {
  style = { touchAction: 'manipulation' }
  offsetWidth = 800
  offsetHeight = 400
  clientLeft = 0
  clientTop = 0
  box = { left: 10, top: 20, width: 800, height: 400 }
  captured = new Set<number>()
  /** Listeners added and not yet taken away, by type. */
  listening: string[] = []
  ownerDocument: { defaultView: unknown } = { defaultView: undefined }
  getBoundingClientRect = () => this.box
  hasPointerCapture = (finger: number) => this.captured.has(finger)
  setPointerCapture = (finger: number) => {
    this.captured.add(finger)
  }
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    const [type, , options] = args
    super.addEventListener(...args)
    this.listening.push(type)
    if (typeof options === 'object') {
      options.signal?.addEventListener('abort', () => {
        this.listening.splice(this.listening.indexOf(type), 1)
      })
    }
  }
}

class FakeView extends EventTarget {
  performance = performance
  requestAnimationFrame = (run: (now: number) => void) =>
    Number(setTimeout(() => run(performance.now()), 16))
  cancelAnimationFrame = (id: number) => clearTimeout(id)
}

function setUp(change: Partial<PanZoomOptions> = {}) {
  const element = new FakeElement()
  const view = new FakeView()
  element.ownerDocument.defaultView = view
  const told: string[] = []
  const commands: ViewCommand[] = []
  const stop = attachPanZoom(element as unknown as HTMLElement, {
    orientation: () => 'horizontal',
    plot: () => ({ x: 0, y: 0, width: 800, height: 400 }),
    wheel: () => 'pan',
    lanesScroll: () => false,
    motion: () => false,
    dispatch: (command) => commands.push(command),
    onTap: (x, y) => {
      told.push(`tap ${x} ${y}`)
      return false
    },
    onHover: (x, y) => told.push(`hover ${x} ${y}`),
    onLeave: () => told.push('leave'),
    onGestureStart: () => told.push('start'),
    onGestureEnd: () => told.push('end'),
    onPageWheelRefused: () => told.push('refused'),
    ...change,
  })
  /** Points are given in pixels of the element. */
  const fire = (type: string, x = 0, y = 0, more: object = {}): Event => {
    const event = new Event(type, { bubbles: true, cancelable: true })
    const fields = {
      clientX: element.box.left + x * (element.box.width / element.offsetWidth),
      clientY: element.box.top + y * (element.box.height / element.offsetHeight),
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      buttons: 1,
      detail: 1,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      timeStamp: performance.now(),
      ...more,
    }
    for (const [name, value] of Object.entries(fields)) {
      Object.defineProperty(event, name, { value })
    }
    element.dispatchEvent(event)
    return event
  }
  const wheel = (more: object) =>
    fire('wheel', 400, 200, { deltaX: 0, deltaY: 0, deltaMode: 0, ...more })
  const click = (x: number, y: number, more: object = {}) => {
    fire('pointerdown', x, y, more)
    fire('pointerup', x, y, more)
    return fire('click', x, y, more)
  }
  const drag = (from: number, to: number, more: object = {}) => {
    fire('pointerdown', from, 100, more)
    for (let i = 1; i <= 5; i++) {
      vi.advanceTimersByTime(10)
      fire('pointermove', from + ((to - from) * i) / 5, 100, more)
    }
    fire('pointerup', to, 100, more)
  }
  /** Net way along time, in fractions of the axis. */
  const panned = () =>
    commands.reduce((sum, command) => sum + (command.type === 'panBy' ? command.fraction : 0), 0)
  return { element, view, told, commands, stop, fire, wheel, click, drag, panned }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Element', FakeElement)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a drag', () => {
  it('pans, and its click is swallowed, once', () => {
    const { told, panned, drag, fire, click } = setUp()
    drag(400, 200)
    expect(told).toEqual(['start', 'end'])
    expect(panned()).toBeCloseTo(0.25)
    expect(fire('click', 200, 100).defaultPrevented).toBe(true)
    expect(click(200, 100).defaultPrevented).toBe(false)
    expect(told).toEqual(['start', 'end', 'tap 200 100'])
  })

  it('does not swallow the keyboard, nor a later click', () => {
    const { drag, fire } = setUp()
    drag(400, 200)
    expect(fire('click', 0, 0, { detail: 0 }).defaultPrevented).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(fire('click', 200, 100).defaultPrevented).toBe(false)
  })

  it('captures the pointer only when it is one', () => {
    const { element, fire } = setUp()
    fire('pointerdown', 100, 100)
    fire('pointermove', 102, 100)
    expect(element.captured.size).toBe(0)
    fire('pointermove', 106, 100)
    expect([...element.captured]).toEqual([1])
  })

  it('is measured in our pixels when a host page scales us', () => {
    const { element, drag, panned } = setUp()
    element.box = { left: 0, top: 0, width: 400, height: 200 }
    drag(400, 200)
    expect(panned()).toBeCloseTo(0.25)
  })

  it.each(['pointercancel', 'lostpointercapture'])('ends with %s', (type) => {
    const { told, fire } = setUp()
    fire('pointerdown', 100, 100)
    fire('pointermove', 200, 100)
    fire(type, 200, 100)
    fire('pointermove', 300, 100)
    expect(told).toEqual(['start', 'end', 'hover 300 100'])
  })

  it('is forgotten when the button was let go elsewhere', () => {
    const { told, fire } = setUp()
    fire('pointerdown', 100, 100)
    fire('pointermove', 300, 100, { buttons: 0 })
    expect(told).toEqual(['hover 300 100'])
  })

  it('is not made by other buttons', () => {
    const { told, drag } = setUp()
    drag(400, 200, { button: 2, buttons: 2 })
    drag(400, 200, { ctrlKey: true })
    expect(told.filter((word) => !word.startsWith('hover'))).toEqual([])
  })
})

describe('inertia', () => {
  it('carries on, and the gesture is over with it', () => {
    const { told, panned, drag } = setUp({ motion: () => true })
    drag(400, 200)
    expect(told).toEqual(['start'])
    const before = panned()
    vi.advanceTimersByTime(2000)
    expect(panned()).toBeGreaterThan(before + 0.1)
    expect(told).toEqual(['start', 'end'])
  })

  it.each(['pointerdown', 'keydown', 'wheel'])('stops with any %s on the page', (type) => {
    const { view, told, panned, drag } = setUp({ motion: () => true })
    drag(400, 200)
    vi.advanceTimersByTime(50)
    view.dispatchEvent(new Event(type))
    const before = panned()
    vi.advanceTimersByTime(2000)
    expect(panned()).toBe(before)
    expect(told).toEqual(['start', 'end'])
  })
})

describe('taps', () => {
  it('twice zoom in about the point, with Shift out', () => {
    const { told, commands, click } = setUp()
    click(200, 100)
    click(202, 100)
    expect(told).toEqual(['tap 200 100'])
    expect(commands).toEqual([{ type: 'zoomAt', at: 202 / 800, factor: 2 }])
    click(200, 100)
    click(200, 100, { shiftKey: true })
    expect(commands.at(-1)).toEqual({ type: 'zoomAt', at: 0.25, factor: 0.5 })
  })

  it('far apart, or slowly, are two taps', () => {
    const { told, click } = setUp()
    click(200, 100)
    click(260, 100)
    vi.advanceTimersByTime(500)
    click(260, 100)
    expect(told).toEqual(['tap 200 100', 'tap 260 100', 'tap 260 100'])
  })

  it('zoom by the same amount in many small steps when things may move', () => {
    const { commands, click } = setUp({ motion: () => true })
    click(200, 100)
    click(200, 100)
    vi.advanceTimersByTime(1000)
    expect(commands.length).toBeGreaterThan(5)
    const factors = commands.map((command) => (command.type === 'zoomAt' ? command.factor : 1))
    expect(factors.reduce((product, factor) => product * factor, 1)).toBeCloseTo(2)
  })
})

describe('the wheel', () => {
  it('is taken from the page when it is ours', () => {
    const { commands, wheel } = setUp()
    expect(wheel({ deltaY: 80 }).defaultPrevented).toBe(true)
    expect(commands).toEqual([{ type: 'panBy', fraction: 0.1 }])
  })

  it('is left to the page, and told, when it is not', () => {
    const { commands, told, wheel } = setUp({ wheel: () => 'page' })
    expect(wheel({ deltaY: 80 }).defaultPrevented).toBe(false)
    expect(told).toEqual(['refused'])
    expect(wheel({ deltaY: 80, ctrlKey: true }).defaultPrevented).toBe(true)
    expect(commands).toMatchObject([{ type: 'zoomAt', at: 0.5 }])
  })
})

describe('the finger', () => {
  it('is the page’s upwards and downwards where the wheel is', () => {
    const { element } = setUp({ wheel: () => 'page' })
    expect(element.style.touchAction).toBe('pan-y')
    expect(setUp().element.style.touchAction).toBe('none')
  })

  it('pinches with another', () => {
    const { commands, told, fire } = setUp({ wheel: () => 'page', orientation: () => 'vertical' })
    const touch = (finger: number) => ({ pointerType: 'touch', pointerId: finger })
    fire('pointerdown', 100, 100, touch(1))
    fire('pointermove', 100, 160, touch(1))
    expect(told).toEqual([])
    fire('pointerdown', 100, 260, touch(2))
    fire('pointermove', 100, 360, touch(2))
    expect(told).toEqual(['start'])
    expect(commands.at(-1)).toMatchObject({ type: 'zoomAt', factor: 2 })
    const move = new Event('touchmove', { cancelable: true })
    Object.defineProperty(move, 'touches', { value: [1, 2] })
    setUp().element.dispatchEvent(move)
    expect(move.defaultPrevented).toBe(true)
  })
})

describe('taking it away', () => {
  it('leaves nothing behind', () => {
    const { element, told, commands, stop, drag, wheel, click } = setUp({ motion: () => true })
    expect(element.listening.length).toBeGreaterThan(8)
    drag(400, 200)
    stop()
    expect(told).toEqual(['start', 'end'])
    expect(element.listening).toEqual([])
    expect(element.style.touchAction).toBe('manipulation')
    const before = commands.length
    drag(400, 200)
    wheel({ deltaY: 100 })
    click(1, 1)
    vi.advanceTimersByTime(2000)
    expect(commands).toHaveLength(before)
    expect(told).toEqual(['start', 'end'])
  })

  it('ends a drag that is going on', () => {
    const { told, stop, fire } = setUp()
    fire('pointerdown', 100, 100)
    fire('pointermove', 200, 100)
    stop()
    expect(told).toEqual(['start', 'end'])
  })
})
