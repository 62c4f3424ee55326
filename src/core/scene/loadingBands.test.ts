import { expect, test } from 'vitest'

import { timeScale } from '#core/viewport/timeScale.ts'
import { inputFor, tableOf } from '#core/scene/testing/story.ts'
import { frameOf } from './frame.ts'
import { loadingBands } from './loadingBands.ts'
import { projectionOf } from './projection.ts'

test('what is on its way lies over its own stretch of the plot, once', () => {
  const table = tableOf({ version: 1, title: 'A', events: [{ date: '2019', title: 'B' }] })
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const { size } = inputFor(table, 1000, 600, { orientation })
    const frame = frameOf(size, orientation, { eras: false, laneNames: false })
    const { plot } = frame
    const length = orientation === 'horizontal' ? plot.width : plot.height
    const view = { start: 0, end: length }
    const projection = projectionOf(frame, timeScale(view, length), 0)
    const stretches = [
      { start: 200, end: 300 },
      { start: -500, end: 50 },
      { start: 100, end: 250 },
      { start: length + 1, end: length + 9 },
    ]
    const bands = loadingBands(stretches, view, projection, plot)
    const along = bands.map((box) =>
      orientation === 'horizontal'
        ? [box.x - plot.x, box.width, box.height === plot.height]
        : [box.y - plot.y, box.height, box.width === plot.width],
    )
    expect(along).toEqual([
      [0, 50, true],
      [100, 200, true],
    ])
  }
})
