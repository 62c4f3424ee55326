import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { defaultState } from '#state/defaultState.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { syncUrl } from './syncUrl.ts'
import type { HistoryWindow } from './syncUrl.ts'

/** A window with a history of its own, in which going back is immediate. */
function fakeWindow(address = 'https://x.test/sub/index.html?testing=1#d=abc') {
  const entries = [address]
  let at = 0
  const target = new EventTarget()
  const calls: string[] = []
  const go = (to: number): void => {
    at = to
    target.dispatchEvent(new Event('popstate'))
  }
  const history = {
    state: undefined,
    pushState: vi.fn<(data: unknown, title: string, href: string) => void>((_, __, href) => {
      calls.push('push')
      entries.splice(++at, entries.length, href)
    }),
    replaceState: vi.fn<(data: unknown, title: string, href: string) => void>((_, __, href) => {
      calls.push('replace')
      entries[at] = href
    }),
  }
  const window = {
    history,
    get location() {
      const { href, search } = new URL(entries[at]!)
      return { href, search }
    },
    performance,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout: (id: ReturnType<typeof setTimeout>) => clearTimeout(id),
  }
  return {
    // The few members above are all that `syncUrl` touches.
    window: window as unknown as HistoryWindow,
    history,
    entries,
    calls,
    back: () => go(at - 1),
    hash: (hash: string) => {
      entries[at] = `${entries[at]!.split('#')[0]}#${hash}`
      go(at)
    },
    hide: () => target.dispatchEvent(new Event('pagehide')),
    now: () => entries[at]!,
  }
}

function setUp() {
  const page = fakeWindow()
  const store = createTimelineStore()
  const { actions } = store.getState()
  const stop = syncUrl(store, { window: page.window, inFrame: false, msPerPx: () => 1e9 })
  return { page, store, actions, stop }
}

const view = (start: number, end: number) => ({ span: { start, end }, scroll: 0 })
const year = (n: number): number => Date.UTC(n, 0)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the address', () => {
  it('is left alone until something changes', () => {
    const { page } = setUp()
    vi.advanceTimersByTime(5000)
    expect(page.calls).toEqual([])
  })

  it('follows a selection at once, keeping the hash and what is not ours', () => {
    const { page, actions } = setUp()
    actions.select('a')
    expect(page.entries).toEqual([
      'https://x.test/sub/index.html?testing=1#d=abc',
      'https://x.test/sub/index.html?event=a&testing=1#d=abc',
    ])
  })

  it('gets an entry for each of several quick steps', () => {
    const { page, actions } = setUp()
    for (let step = 1; step <= 12; step++) actions.setStep(step, `e${step}`)
    expect(page.calls).toEqual(Array.from({ length: 12 }, () => 'push'))
    expect(page.now()).toContain('event=e12&step=12')
  })

  it('is replaced at most four times a second while typing and moving', () => {
    const { page, actions } = setUp()
    for (let n = 1; n <= 300; n++) {
      actions.setFilter({ q: 'x'.repeat(n) }, { push: false })
      actions.settle(view(year(2000) + n * 1e10, year(2010) + n * 1e10))
      vi.advanceTimersByTime(10)
    }
    expect(page.calls.every((call) => call === 'replace')).toBe(true)
    expect(page.calls.length).toBeGreaterThanOrEqual(11)
    expect(page.calls.length).toBeLessThanOrEqual(12)
    vi.advanceTimersByTime(300)
    expect(page.now()).toContain(`q=${'x'.repeat(300)}&`)
    expect(page.entries).toHaveLength(1)
  })

  it('does not change while the view moves', () => {
    const { page, actions } = setUp()
    for (let n = 0; n < 60; n++) actions.setViewport(view(n, n + 10))
    vi.advanceTimersByTime(1000)
    expect(page.calls).toEqual([])
  })

  it('never comes near the limit of WebKit, and still says the last state', () => {
    const { page, actions } = setUp()
    const times: number[] = []
    for (let n = 1; n <= 1500; n++) {
      const before = page.calls.length
      actions.select(`e${n}`)
      vi.advanceTimersByTime(20)
      if (page.calls.length > before) times.push(performance.now())
    }
    const busiest = Math.max(
      ...times.map((start) => times.filter((t) => t >= start && t < start + 10_000).length),
    )
    expect(busiest).toBeLessThan(100)
    vi.advanceTimersByTime(11_000)
    expect(page.now()).toContain('event=e1500')
  })

  it('gives the entry that is left behind what it was still owed', () => {
    const { page, actions } = setUp()
    actions.setFilter({ q: 'chain' }, { push: false })
    actions.select('a')
    expect(page.entries.map((entry) => new URL(entry).search)).toEqual([
      '?q=chain&testing=1',
      '?event=a&q=chain&testing=1',
    ])
  })

  it('is written when the page goes away', () => {
    const { page, actions } = setUp()
    actions.setTheme('dark')
    page.hide()
    expect(page.now()).toContain('theme=dark')
  })

  it('stays behind where the browser refuses, and nothing breaks', () => {
    const { page, actions, store } = setUp()
    page.history.pushState.mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    actions.select('a')
    expect(store.getState().event).toBe('a')
    page.history.pushState.mockReset()
    actions.select('b')
    expect(page.history.pushState).toHaveBeenCalledTimes(1)
  })
})

describe('going back', () => {
  it('brings the former state, and writes nothing', () => {
    const { page, actions, store } = setUp()
    actions.select('a')
    actions.toggleOrganization('o')
    page.back()
    expect(store.getState()).toMatchObject({ event: 'a', filter: { org: [] } })
    page.back()
    expect(store.getState().event).toBeUndefined()
    vi.advanceTimersByTime(1000)
    expect(page.calls).toEqual(['push', 'push'])
  })

  it('drops what was waiting to be written to the entry that is left', () => {
    const { page, actions, store } = setUp()
    actions.select('a')
    actions.setFilter({ q: 'chain' }, { push: false })
    page.back()
    vi.advanceTimersByTime(1000)
    expect(page.now()).not.toContain('chain')
    expect(store.getState().filter.q).toBe('')
  })

  it('brings it also from an entry that somebody else has only just made', () => {
    const { page, actions, store } = setUp()
    actions.select('a')
    page.window.history.pushState(undefined, '', 'https://x.test/sub/index.html?testing=1')
    actions.replaceAll(defaultState)
    page.back()
    expect(store.getState().event).toBe('a')
  })

  it('is not confused with a jump to an anchor', () => {
    const { page, actions, store } = setUp()
    actions.setFilter({ q: 'cha' }, { push: false })
    page.hash('main')
    expect(store.getState().filter.q).toBe('cha')
    vi.advanceTimersByTime(300)
    expect(page.now()).toBe('https://x.test/sub/index.html?q=cha&testing=1#main')
  })
})

describe('undoing it', () => {
  it('leaves no timer and no listener', () => {
    const { page, actions, store, stop } = setUp()
    actions.select('a')
    actions.setTheme('dark')
    stop()
    actions.select('b')
    page.back()
    vi.advanceTimersByTime(1000)
    expect(page.calls).toEqual(['push'])
    expect(store.getState().event).toBe('b')
  })
})
