import { describe, expect, it } from 'vitest'
import fc from 'fast-check'

import { chineseWords, englishWords, readStory, tableOf } from '#core/scene/testing/story.ts'
import { clampStep, stepInfo, stepsOf } from './steps.ts'

const table = readStory()
const rows = Array.from({ length: table.length }, (_, row) => row)
const year = (instant: number): number => new Date(instant).getUTCFullYear()

describe('the steps of the story', () => {
  const story = stepsOf(table, rows, 'story', englishWords)

  it('begin with the overview of everything', () => {
    expect(story.length).toBe(13)
    const overview = story.at(0)
    expect(overview.title).toBe('The bank that opened its code')
    expect(overview.date).toBe('WeBank and open-source blockchain, 2014–2019')
    expect(overview.row).toBeUndefined()
    expect([year(overview.span.start), year(overview.span.end)]).toEqual([2014, 2020])
  })

  it('say what the document says, with the event behind it', () => {
    const ten = story.at(10)
    expect(ten.id).toBe('ten-at-once')
    expect(ten.title).toBe('Ten in one day')
    expect(ten.row).toBe(table.rowOf('ten-releases'))
    expect(ten.date).toBe('26 July 2019')
    expect(ten.organizationNames).toEqual(['WeBank'])
    expect(ten.organizations).toEqual(['webank'])
    expect(ten.figure?.value).toBe(10)
    expect(ten.notes).toMatch(/^Open the fan/)
    expect(ten.span).toEqual({ start: Date.UTC(2019, 5, 1), end: Date.UTC(2019, 8, 1) })
    expect(ten.sources[0]?.label).toBe('Babbitt, 2019')
    expect(new Set(ten.sources.map(({ label }) => label)).size).toBe(ten.sources.length)
  })

  it('speak Chinese too', () => {
    const steps = stepsOf(table, rows, 'story', chineseWords)
    expect(steps.at(10).title).toBe('一日十项')
    expect(steps.at(10).date).toBe('2019年7月26日')
  })

  it('are found by their event', () => {
    expect(story.indexOf(table.rowOf('ten-releases') ?? -1)).toBe(10)
    expect(story.indexOf(table.rowOf('fate-starts') ?? -1)).toBeUndefined()
  })

  it('are told to a host without addresses that are none', () => {
    const info = stepInfo(story, 12)
    expect(info).toMatchObject({ index: 12, count: 12, atStart: false, atEnd: true })
    expect(info.sources.every(({ url }) => url.startsWith('https://'))).toBe(true)
    expect(stepInfo(story, 0)).toMatchObject({ atStart: true, atEnd: false, id: null })
  })
})

describe('other sequences', () => {
  it('take every matching event in order of time, parts in their whole', () => {
    const steps = stepsOf(table, rows, 'events', englishWords)
    expect(steps.length).toBe(62)
    const anchors = Array.from({ length: 61 }, (_, at) => table.anchor[steps.rowAt(at + 1) ?? -1])
    expect(anchors).toEqual(anchors.toSorted((p = 0, q = 0) => p - q))
    const few = stepsOf(table, [3, 5], 'events', englishWords)
    expect([few.length, few.rowAt(1), few.rowAt(2)]).toEqual([3, 3, 5])
  })

  it('show an event in the middle of at least a sixth of all', () => {
    const steps = stepsOf(table, rows, ['first-award'], englishWords)
    const { span, row = -1 } = steps.at(1)
    expect(span.start).toBeLessThan(table.start[row] ?? 0)
    expect(span.end).toBeGreaterThan(table.end[row] ?? 0)
    expect(span.end - span.start).toBeGreaterThan(300 * 86_400_000)
  })

  it('take ids of events and of steps in the order given, and leave out what is unknown', () => {
    const steps = stepsOf(table, rows, ['founding', 'nobody', 'ten-at-once'], englishWords)
    expect([1, 2].map((at) => steps.at(at).title)).toEqual([
      'A new bank bets on open source',
      'Ten in one day',
    ])
    expect(steps.length).toBe(3)
  })

  it('can be none at all', () => {
    const steps = stepsOf(table, rows, 'none', englishWords)
    expect(steps.length).toBe(0)
    expect(steps.at(5).index).toBe(0)
  })

  it('live with a step that has neither event nor range', () => {
    const bare = tableOf({
      version: 1,
      title: 'Bare',
      events: [{ id: 'a', date: '2000', title: 'A' }],
      story: [{ id: 'only', title: 'Only words' }],
    })
    const step = stepsOf(bare, [0], 'story', englishWords).at(1)
    expect(step.row).toBeUndefined()
    expect(step.span.start).toBeLessThan(step.span.end)
    expect(step.sources).toEqual([])
  })
})

describe('clampStep', () => {
  it('gives a step of the list for any number', () => {
    fc.assert(
      fc.property(fc.double(), fc.nat(50), (step, length) => {
        const place = clampStep(step, length)
        expect(Number.isInteger(place)).toBe(true)
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThan(Math.max(1, length))
      }),
    )
    expect([clampStep(7, 3), clampStep(-1, 3), clampStep(1, 3)]).toEqual([2, 0, 1])
  })
})
