import { describe, expect, it } from 'vitest'

import { englishWords, readStory } from '#core/scene/testing/story.ts'
import { createStepControl, type StepControl } from './stepControl.ts'
import { stepsOf } from './steps.ts'
import type { ShareableState } from './timelineState.ts'
import { createTimelineStore, type TimelineStore } from './timelineStore.ts'

const table = readStory()
const rows = Array.from({ length: table.length }, (_, row) => row)
const story = stepsOf(table, rows, 'story', englishWords)

function walk(state: Partial<ShareableState> = {}): { store: TimelineStore; control: StepControl } {
  const store = createTimelineStore({ steps: 'story', mode: 'embed', ...state })
  return { store, control: createStepControl(store, table, story) }
}

describe('walking the steps while exploring', () => {
  it('shows a step by its range, its event and the organisations named for it, in one entry', () => {
    const { store, control } = walk()
    control.goTo(10)
    const { step, event, range, filter, historyMark } = store.getState()
    expect({ step, event, historyMark }).toEqual({
      step: 10,
      event: 'ten-releases',
      historyMark: 1,
    })
    expect(range).toEqual(story.at(10).span)
    expect(filter.org).toEqual(['webank'])
  })

  it('gives the reader’s own filter back where a step names nobody', () => {
    const { store, control } = walk()
    store.getState().actions.setFilter({ topic: ['x'], org: ['r3'] })
    control.goTo(3)
    expect(store.getState().filter).toMatchObject({ org: ['webank'], topic: ['x'] })
    control.goTo(4)
    control.goTo(0)
    expect(store.getState().filter).toMatchObject({ org: ['r3'], topic: ['x'] })
    expect(store.getState()).toMatchObject({ range: undefined, event: undefined })
  })

  it('leaves a filter alone that was changed at a step', () => {
    const { store, control } = walk()
    control.goTo(3)
    store.getState().actions.setFilter({ org: ['huarui-bank'] })
    control.goTo(0)
    expect(store.getState().filter.org).toEqual(['huarui-bank'])
  })

  it('takes the filter of a shared step for the step’s', () => {
    const { store, control } = walk({ step: 3 })
    store.getState().actions.setFilter({ org: ['webank'] })
    control.goTo(0)
    expect(store.getState().filter.org).toEqual([])
  })

  it('stops at both ends, or goes round', () => {
    const { store, control } = walk()
    expect(control.turn(-1)).toBe(false)
    control.goTo(999)
    expect(control.index()).toBe(12)
    const before = store.getState()
    expect(control.turn(1)).toBe(false)
    expect(store.getState()).toBe(before)
    store.setState({ edge: 'loop' })
    expect(control.turn(1)).toBe(true)
    expect(control.index()).toBe(0)
    expect(control.turn(-1)).toBe(true)
    expect(control.index()).toBe(12)
  })

  it('quietly makes no history entry', () => {
    const { store, control } = walk()
    control.turn(1, 'quietly')
    expect(store.getState()).toMatchObject({ step: 1, historyMark: 0 })
  })

  it('shows the step of an address that says no more, and nothing of one that does', () => {
    const bare = walk({ step: 3 })
    bare.control.begin()
    expect(bare.store.getState()).toMatchObject({ event: 'blockchain-team', historyMark: 0 })
    const shared = walk({ step: 3, event: 'founding' })
    shared.control.begin()
    expect(shared.store.getState()).toMatchObject({ event: 'founding', range: undefined })
  })

  it('leaves range and filter to the stage', () => {
    const { store, control } = walk({ mode: 'present' })
    control.goTo(3)
    expect(store.getState()).toMatchObject({ step: 3, event: 'blockchain-team', range: undefined })
    expect(store.getState().filter.org).toEqual([])
  })
})
