import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { type Keys, type KeysOptions, type KeysWindow, attachKeys } from './attachKeys.ts'

const field = { localName: 'input', type: 'search' }

/** An embed with five steps in a frame that has the focus. */
function makeFrame(change: Partial<KeysOptions> = {}, inside?: (key: Event) => void) {
  const posted: unknown[] = []
  const edges: unknown[] = []
  const root = new EventTarget()
  const document = { documentElement: root, activeElement: {} as unknown, hasFocus: () => hasFocus }
  let hasFocus = true
  let given = 0
  let step = 0
  const window = Object.assign(new EventTarget(), {
    parent: {
      postMessage: (data: unknown) => posted.push(data),
      focus: () => {
        hasFocus = false
      },
    },
    document,
    setTimeout: (callback: () => void, delay: number) => Number(setTimeout(callback, delay)),
    clearTimeout: (timer: number | undefined) => clearTimeout(timer),
  }) satisfies KeysWindow
  // In Node the order of listeners is that of their coming.
  if (inside !== undefined) window.addEventListener('keydown', inside, { once: true })
  const moves = { next: 1, prev: -1, first: -Infinity, last: Infinity }
  const keys: Keys = attachKeys({
    window,
    mode: () => 'own',
    host: () => 'reveal',
    steps: () => 5,
    step: () => step,
    edge: () => 'auto',
    hasDialog: () => false,
    act: (action) => {
      step = Math.min(5, Math.max(0, step + moves[action]))
    },
    sendEdge: (dir, key) => edges.push([dir, key]),
    onGivenBack: () => {
      given += 1
    },
    ...change,
  })

  const press = (key: string, path: readonly unknown[] = []): Event => {
    const event = Object.assign(new Event('keydown', { cancelable: true }), {
      key,
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      isComposing: false,
      composedPath: () => path,
    })
    window.dispatchEvent(event)
    return event
  }
  const point = (type: string, pointerType = 'mouse'): void => {
    root.dispatchEvent(Object.assign(new Event(type), { pointerType }))
  }
  return {
    window,
    document,
    root,
    keys,
    press,
    point,
    posted,
    edges,
    step: () => step,
    hasFocus: () => hasFocus,
    setFocus: (on: boolean) => {
      hasFocus = on
    },
    given: () => given,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('keys', () => {
  it('step five times and then turn the slide: six presses, none lost', () => {
    const frame = makeFrame()
    for (let press = 0; press < 5; press += 1) {
      expect(frame.press('PageDown').defaultPrevented).toBe(true)
    }
    expect([frame.step(), frame.posted, frame.hasFocus()]).toEqual([5, [], true])
    frame.press('PageDown')
    expect(frame.posted).toEqual(['{"method":"triggerKey","args":[34]}'])
    expect([frame.step(), frame.hasFocus(), frame.given()]).toEqual([5, false, 1])
  })

  it('give the focus back on arrival where nobody is known', () => {
    const frame = makeFrame({ host: () => 'unknown' })
    for (let press = 0; press < 4; press += 1) frame.press('PageDown')
    expect(frame.hasFocus()).toBe(true)
    frame.press('PageDown')
    expect([frame.step(), frame.hasFocus(), frame.posted]).toEqual([5, false, []])
  })

  it('reach a host of ours as an edge', () => {
    const frame = makeFrame({ host: () => 'ours', mode: () => 'deck' })
    frame.press('PageDown')
    frame.press('.')
    expect(frame.edges).toEqual([
      [1, 'PageDown'],
      [0, '.'],
    ])
    expect([frame.step(), frame.posted]).toEqual([0, []])
  })

  it('are the deck’s only when nothing inside has used them', () => {
    const frame = makeFrame({}, (key) => key.preventDefault())
    frame.press('x')
    expect(frame.posted).toEqual([])
    frame.press('x')
    expect(frame.posted).toEqual(['{"method":"triggerKey","args":[88]}'])
  })

  it('go back after Esc, whoever has used it', () => {
    const frame = makeFrame({}, (key) => key.preventDefault())
    frame.press('Escape')
    expect([frame.hasFocus(), frame.posted]).toEqual([false, []])
  })

  it('never keep the browser from reloading or from leaving full screen', () => {
    const frame = makeFrame()
    expect(frame.press('F5').defaultPrevented).toBe(false)
    expect(frame.press('Escape').defaultPrevented).toBe(false)
    expect(frame.press('.').defaultPrevented).toBe(true)
  })

  it('stay in a field, down and up', () => {
    const target = new EventTarget()
    const frame = makeFrame({ target })
    const stopped: string[] = []
    for (const type of ['keydown', 'keypress', 'keyup']) {
      const event = Object.assign(new Event(type, { cancelable: true }), {
        key: 'b',
        shiftKey: false,
        ctrlKey: false,
        altKey: false,
        metaKey: false,
        isComposing: false,
        composedPath: () => [field, target],
      })
      event.stopPropagation = () => stopped.push(type)
      target.dispatchEvent(event)
      expect(event.defaultPrevented).toBe(false)
    }
    expect(stopped).toEqual(['keydown', 'keypress', 'keyup'])
    expect([frame.posted, frame.hasFocus()]).toEqual([[], true])
  })

  it('belong to an open dialog', () => {
    const frame = makeFrame({ hasDialog: () => true })
    frame.press('PageDown')
    frame.press('Escape')
    expect([frame.step(), frame.posted, frame.hasFocus()]).toEqual([0, [], true])
  })

  it('do nothing after they were disposed of', () => {
    const frame = makeFrame()
    frame.point('pointerdown')
    frame.point('pointerleave')
    frame.keys.dispose()
    vi.advanceTimersByTime(1000)
    frame.press('PageDown')
    expect([frame.step(), frame.hasFocus()]).toEqual([0, true])
  })
})

describe('the focus', () => {
  it('goes back when the slide goes, even while somebody types', () => {
    const frame = makeFrame()
    frame.document.activeElement = field
    frame.keys.hidden()
    expect(frame.hasFocus()).toBe(false)
  })

  it('goes back when a panel closes, unless somebody types', () => {
    const frame = makeFrame()
    frame.document.activeElement = { shadowRoot: { activeElement: field } }
    frame.keys.panelClosed()
    expect(frame.hasFocus()).toBe(true)
    frame.document.activeElement = {}
    frame.keys.panelClosed()
    expect(frame.hasFocus()).toBe(false)
  })

  it('goes back 400 ms after the pointer has left, if it was used', () => {
    const frame = makeFrame()
    frame.point('pointerleave')
    vi.advanceTimersByTime(5000)
    expect(frame.hasFocus()).toBe(true)
    frame.point('pointerdown')
    frame.point('pointerleave')
    vi.advanceTimersByTime(399)
    expect(frame.hasFocus()).toBe(true)
    vi.advanceTimersByTime(1)
    expect(frame.hasFocus()).toBe(false)
  })

  it.each<[string, (frame: ReturnType<typeof makeFrame>) => void]>([
    ['it has come back', (frame) => frame.point('pointerenter')],
    ['a key was pressed since', (frame) => void frame.press('Tab')],
    [
      'somebody types',
      (frame) => {
        frame.document.activeElement = field
      },
    ],
  ])('stays after the pointer has left when %s', (_name, then) => {
    const frame = makeFrame()
    frame.point('pointerdown')
    frame.point('pointerleave')
    then(frame)
    vi.advanceTimersByTime(5000)
    expect(frame.hasFocus()).toBe(true)
  })

  it('stays while a dialog is open, and when a finger leaves', () => {
    const frame = makeFrame({ hasDialog: () => true })
    frame.point('pointerdown')
    frame.point('pointerleave')
    const touched = makeFrame()
    touched.point('pointerdown', 'touch')
    touched.point('pointerleave', 'touch')
    vi.advanceTimersByTime(5000)
    expect([frame.hasFocus(), touched.hasFocus()]).toEqual([true, true])
  })

  it('goes back when a click has led to the last step, where nobody is known', () => {
    let step = 4
    const frame = makeFrame({ host: () => 'unknown', step: () => step })
    frame.keys.stepped()
    expect(frame.hasFocus()).toBe(true)
    step = 5
    frame.keys.stepped()
    expect(frame.hasFocus()).toBe(false)
    const known = makeFrame({ step: () => 5 })
    known.keys.stepped()
    expect(known.hasFocus()).toBe(true)
  })

  it('is never moved while it is elsewhere', () => {
    const frame = makeFrame({ host: () => 'unknown', step: () => 5 })
    frame.setFocus(false)
    const parentFocus = vi.spyOn(frame.window.parent, 'focus')
    frame.keys.hidden()
    frame.keys.stepped()
    frame.keys.panelClosed()
    frame.keys.release()
    frame.point('pointerdown')
    frame.point('pointerleave')
    vi.advanceTimersByTime(5000)
    expect(parentFocus).not.toHaveBeenCalled()
    expect(frame.given()).toBe(0)
  })

  it('is not touched by what no person has done', () => {
    const frame = makeFrame({ mode: () => 'none' })
    frame.keys.hidden()
    frame.keys.panelClosed()
    expect(frame.hasFocus()).toBe(true)
  })
})
