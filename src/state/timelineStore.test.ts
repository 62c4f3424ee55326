import { describe, expect, it, vi } from 'vitest'

import { noFilter } from '#core/data/filterState.ts'
import { defaultState } from './defaultState.ts'
import { rangeIsAsked, spanOfRange } from './range.ts'
import { createTimelineStore } from './timelineStore.ts'
import type { TimelineStore } from './timelineStore.ts'

const read = (store: TimelineStore) => store.getState()
const act = (store: TimelineStore) => store.getState().actions
const view = (start: number, end: number) => ({ span: { start, end }, scroll: 0 })

describe('a new store', () => {
  it('has the defaults, and what it is given', () => {
    const store = createTimelineStore({ event: 'a', lanes: 'topics' })
    expect(read(store)).toMatchObject({ ...defaultState, event: 'a', lanes: 'topics' })
    expect(read(store).viewport).toBeUndefined()
  })

  it('shares nothing with another', () => {
    const [one, two] = [createTimelineStore(), createTimelineStore()]
    act(one).select('a')
    act(one).setFilter({ q: 'chain' })
    expect(read(two).event).toBeUndefined()
    expect(read(two).filter).toEqual(noFilter)
  })

  it('keeps its actions through every change', () => {
    const store = createTimelineStore()
    const actions = act(store)
    actions.select('a')
    actions.setViewport(view(0, 10))
    actions.replaceAll(defaultState)
    expect(act(store)).toBe(actions)
  })
})

describe('history', () => {
  const marks = (run: (actions: ReturnType<typeof act>) => void): number => {
    const store = createTimelineStore()
    run(act(store))
    return read(store).historyMark
  }

  it.each<[string, Parameters<typeof marks>[0]]>([
    ['a selection', (a) => a.select('a')],
    ['a step', (a) => a.setStep(1, 'a')],
    ['presenting', (a) => a.setMode('present')],
    ['presenting from a step', (a) => a.setMode('present', { step: 3, event: 'a' })],
    ['a filter', (a) => a.setFilter({ topic: ['t'] })],
    ['one organisation', (a) => a.onlyOrganization('o')],
    ['a chip', (a) => a.toggleOrganization('o')],
    ['a hidden organisation', (a) => a.hideOrganization('o')],
    ['the list', (a) => a.setView('list')],
  ])('gets an entry for %s', (_, run) => {
    expect(marks(run)).toBe(1)
  })

  it.each<[string, Parameters<typeof marks>[0]]>([
    ['typing in the search', (a) => a.setFilter({ q: 'ch' }, { push: false })],
    ['moving', (a) => a.setViewport(view(0, 10))],
    ['settling', (a) => a.settle(view(0, 10))],
    ['hovering', (a) => a.hover('a')],
    ['the theme', (a) => a.setTheme('dark')],
    ['the language', (a) => a.setLang('zh-Hans')],
    ['the panel', (a) => a.setPanel('none')],
    ['the lanes', (a) => a.setLanes('none')],
    ['the back button', (a) => a.replaceAll({ ...defaultState, event: 'a' })],
    ['the mode that holds already', (a) => a.setMode('explore')],
    ['what changes nothing', (a) => (a.select(undefined), a.clearFilter(), a.setView('timeline'))],
  ])('gets no entry for %s', (_, run) => {
    expect(marks(run)).toBe(0)
  })
})

describe('the mode', () => {
  it('brings its own steps, and takes them away again', () => {
    const store = createTimelineStore()
    act(store).setMode('present', { step: 3, event: 'a' })
    expect(read(store)).toMatchObject({ mode: 'present', steps: 'story', step: 3, event: 'a' })
    act(store).setMode('explore')
    expect(read(store)).toMatchObject({ mode: 'explore', steps: 'none', step: 3, event: 'a' })
  })

  it('leaves steps alone that somebody chose', () => {
    const store = createTimelineStore({ steps: ['a', 'b'] })
    act(store).setMode('present')
    expect(read(store).steps).toEqual(['a', 'b'])
  })
})

describe('moving', () => {
  it('changes the viewport and nothing else', () => {
    const store = createTimelineStore()
    const before = read(store)
    act(store).setViewport(view(0, 10))
    expect(read(store)).toEqual({ ...before, viewport: view(0, 10) })
  })

  it.each([view(Number.NaN, 1), view(0, Number.NaN), view(5, 5), view(5, 4), view(0, Infinity)])(
    'never stores %o',
    (bad) => {
      const store = createTimelineStore()
      act(store).settle(view(0, 10))
      act(store).setViewport(bad)
      act(store).settle(bad)
      expect(read(store)).toMatchObject({ viewport: view(0, 10), settled: view(0, 10) })
    },
  )

  it('writes the range when it settles, but none where everything shows', () => {
    const store = createTimelineStore()
    const fit = { start: 0, end: 1000 }
    act(store).settle(view(200, 300), fit)
    expect(read(store).range).toEqual({ start: 200, end: 300 })
    act(store).settle(view(0.001, 1000), fit)
    expect(read(store).range).toBeUndefined()
    expect(read(store).settled).toEqual(view(0.001, 1000))
  })

  it('leaves an open edge open until it is moved', () => {
    const store = createTimelineStore({ range: { start: -Infinity, end: 500 } })
    const fit = { start: 0, end: 1000 }
    act(store).settle(view(0, 500), fit)
    expect(read(store).range).toEqual({ start: -Infinity, end: 500 })
    act(store).settle(view(10, 500), fit)
    expect(read(store).range).toEqual({ start: 10, end: 500 })
    act(store).settle(view(0, 500), fit)
    expect(read(store).range).toEqual({ start: 0, end: 500 })
  })

  it('tells a range that was asked for from one that the drawing reports', () => {
    const store = createTimelineStore()
    const asked = vi.fn<(asked: boolean) => void>()
    store.subscribe((state, before) => asked(rangeIsAsked(state, before)))
    act(store).settle(view(200, 300))
    expect(asked).toHaveBeenLastCalledWith(false)
    act(store).replaceAll({ ...defaultState, range: { start: 1, end: 2 } })
    expect(asked).toHaveBeenLastCalledWith(true)
    act(store).select('a')
    expect(asked).toHaveBeenLastCalledWith(false)
  })
})

describe('a range', () => {
  const fit = { start: 0, end: 1000 }

  it.each([
    [undefined, fit],
    [
      { start: 3, end: 4 },
      { start: 3, end: 4 },
    ],
    [
      { start: -Infinity, end: 4 },
      { start: 0, end: 4 },
    ],
    [
      { start: 4, end: Infinity },
      { start: 4, end: 1000 },
    ],
    [{ start: 2000, end: Infinity }, fit],
    [{ start: -Infinity, end: -1 }, fit],
  ])('%o asks for %o', (range, span) => {
    expect(spanOfRange(range, fit)).toEqual(span)
  })
})

describe('organisations', () => {
  it('are wanted, left out, or neither', () => {
    const store = createTimelineStore()
    act(store).toggleOrganization('a')
    act(store).toggleOrganization('b')
    expect(read(store).filter.org).toEqual(['a', 'b'])
    act(store).hideOrganization('a')
    expect(read(store).filter).toMatchObject({ org: ['b'], notOrg: ['a'] })
    act(store).toggleOrganization('a')
    expect(read(store).filter).toMatchObject({ org: ['b'], notOrg: [] })
    act(store).toggleOrganization('b')
    expect(read(store).filter).toEqual(noFilter)
  })

  it('stand alone when only one is asked for, with the other filters kept', () => {
    const store = createTimelineStore()
    act(store).setFilter({ org: ['a'], notOrg: ['b'], q: 'chain', match: 'all' })
    act(store).onlyOrganization('c')
    expect(read(store).filter).toEqual({
      ...noFilter,
      org: ['c'],
      q: 'chain',
      match: 'all',
    })
  })
})

describe('a step', () => {
  it('brings its event, and none when it has none', () => {
    const store = createTimelineStore()
    act(store).setStep(2, 'a')
    expect(read(store)).toMatchObject({ step: 2, event: 'a' })
    act(store).setStep(0, undefined)
    expect(read(store)).toMatchObject({ step: 0, event: undefined })
  })
})

describe('the back button', () => {
  it('replaces all that a link carries, and leaves what is on screen alone', () => {
    const store = createTimelineStore()
    act(store).select('a')
    act(store).settle(view(0, 10))
    act(store).replaceAll({ ...defaultState, view: 'list' })
    expect(read(store)).toMatchObject({ ...defaultState, view: 'list' })
    expect(read(store).settled).toEqual(view(0, 10))
  })
})
