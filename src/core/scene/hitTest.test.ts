import { describe, expect, it } from 'vitest'

import { buildScene } from './buildScene.ts'
import { hitTest } from './hitTest.ts'
import { inputFor, readStory, tableOf } from '#core/scene/testing/story.ts'

const table = readStory()
const scene = buildScene(inputFor(table, 1000, 640))

describe('hitTest', () => {
  it('finds each mark at its centre, and a badge as a badge', () => {
    for (const mark of scene.marks) {
      if (mark.dot === 'none') continue
      const hit = hitTest(scene, mark.x, mark.y)
      expect(hit).toEqual(
        mark.dot === 'cluster' ? { kind: 'cluster', mark } : { kind: 'event', event: mark.event },
      )
    }
    expect(scene.marks.some(({ dot }) => dot === 'cluster')).toBe(true)
  })

  it('finds an event by its label', () => {
    const found = scene.labels.map(({ box, event }) => {
      const x = box.x + box.width / 2
      const y = box.y + box.height / 2
      // A dot near by is the better answer; no other label is.
      const dot = scene.marks.some((mark) => Math.hypot(mark.x - x, mark.y - y) < 30)
      return dot ? { kind: 'event', event } : hitTest(scene, x, y)
    })
    expect(found).toEqual(scene.labels.map(({ event }) => ({ kind: 'event', event })))
  })

  it('forgives a finger, but not two', () => {
    const lone = buildScene(
      inputFor(
        tableOf({
          version: 1,
          title: 'One',
          events: [{ id: 'a', title: 'A', date: '2019-07-26' }],
        }),
        400,
        300,
        {
          orientation: 'horizontal',
        },
      ),
    )
    const mark = lone.marks[0]
    if (mark === undefined) throw new Error('no mark')
    expect(hitTest(lone, mark.x - 13, mark.y)).toEqual({ kind: 'event', event: 0 })
    expect(hitTest(lone, mark.x - 20, mark.y)).toBeUndefined()
  })

  it('finds a bar that is shorter than a finger', () => {
    const events = [
      { id: 'siege', title: 'Siege', date: '1258-01-29/1258-02-10' },
      { id: 'far', title: 'Far', date: '0628' },
    ]
    const drawn = buildScene(inputFor(tableOf({ version: 1, title: 'Short', events }), 1000, 600))
    const bar = drawn.marks.find(({ dot }) => dot === 'none')
    if (bar?.extent === undefined) throw new Error('no bar')
    const { x, y, width, height } = bar.extent.box
    expect(width).toBeGreaterThanOrEqual(3)
    expect(hitTest(drawn, x - 8, y + height + 8)).toEqual({ kind: 'event', event: bar.event })
    expect(hitTest(drawn, x - 30, y + height + 30)).toBeUndefined()
  })

  it('finds a band along its length, and nothing outside the plot', () => {
    const band = scene.marks.find(({ extent }) => extent !== undefined && extent.box.width > 100)
    if (band?.extent === undefined) throw new Error('no band')
    const { x, y, height } = band.extent.box
    expect(hitTest(scene, x + 12, y + height / 2)).toEqual({ kind: 'event', event: band.event })
    expect(hitTest(scene, 5, band.y)).toBeUndefined()
  })
})
