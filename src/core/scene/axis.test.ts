import { describe, expect, it } from 'vitest'
import { inputFor, tableOf } from '#core/scene/testing/story.ts'
import { instantOf } from '#core/time/calendar.ts'
import { MS } from '#core/time/instant.ts'
import { buildScene } from './buildScene.ts'

const table = tableOf({ version: 1, title: 'T', events: [{ date: '2016-03-05', title: 'A' }] })
const noon = instantOf({ year: 2016, month: 3, day: 5, hour: 12 })

/** The larger unit of a view that starts so long before midnight of 5 March, and where that midnight is. */
function parentFrom(before: number, width: number, height: number) {
  const midnight = noon - MS.day / 2
  const viewport = { span: { start: midnight - before, end: noon + MS.day / 2 }, scroll: 0 }
  const { parentUnit, parentSecondLine, ticks } = buildScene(
    inputFor(table, width, height, { viewport }),
  )
  const line = ticks.find(({ key }) => key === `major:${midnight}`)?.line
  if (parentUnit === undefined || line === undefined) throw new Error('no axis')
  const text = [parentUnit, parentSecondLine]
    .map((part) => part?.text)
    .join(' ')
    .trim()
  return { text, x: parentUnit.x, y: parentUnit.y, line }
}

describe('the larger unit beside the axis', () => {
  it('is the one in which the view starts, where it has room', () => {
    expect(parentFrom(MS.day / 2, 480, 110).text).toBe('4 March 2016')
    expect(parentFrom(MS.day / 2, 110, 480).text).toBe('4 Mar 2016')
  })

  it('is the next one where that begins beneath it, and stands at its beginning', () => {
    for (const before of [0, MS.minute, MS.hour, 3 * MS.hour]) {
      const across = parentFrom(before, 480, 110)
      expect(across.text).toBe('5 March 2016')
      expect(across.x).toBeGreaterThan(across.line.x1)
    }
    for (const before of [0, MS.minute, MS.hour]) {
      const wide = parentFrom(before * 0.4, 1000, 500)
      expect(wide.text).toBe('5 March 2016')
      const downwards = parentFrom(before, 110, 480)
      expect(downwards.text).toBe('5 Mar 2016')
      expect(downwards.y).toBeGreaterThan(downwards.line.y1)
    }
  })
})
