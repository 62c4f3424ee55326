import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { fitSpan } from '#core/viewport/fitSpan.ts'
import { edtfToSpan } from '#core/time/spanText.ts'
import { buildScene } from './buildScene.ts'
import type { Scene } from './scene.ts'
import { inputFor, readStory, tableOf } from '#core/scene/testing/story.ts'

function example(name: string) {
  return tableOf(JSON.parse(readFileSync(`public/examples/${name}.json`, 'utf8')))
}

type Table = ReturnType<typeof example>

/** Events whose dots are whole in the plot, and that have no label. */
function unnamed(scene: Scene, table: Table, importance: number): (string | undefined)[] {
  const named = new Set(scene.labels.map(({ event }) => event))
  const { plot } = scene
  return scene.marks
    .filter(({ event, dot, x, y, radius }) => {
      const across = x - radius >= plot.x && x + radius <= plot.x + plot.width
      const down = y - radius >= plot.y && y + radius <= plot.y + plot.height
      const isOwn = dot !== 'cluster' && dot !== 'none' && table.importance[event] === importance
      return isOwn && across && down && !named.has(event)
    })
    .map(({ event }) => table.id(event))
}

describe('the labels that matter most', () => {
  const day = example('one-day')

  it('stand where the edge of the view would have cut them', () => {
    const span = edtfToSpan('1969-07-20T20:04Z/1969-07-20T20:19Z')
    if (span === undefined) throw new Error('no span')
    for (const [width, height] of [
      [1040, 622],
      [980, 600],
      [1240, 700],
      [1500, 800],
    ] as const) {
      const scene = buildScene(inputFor(day, width, height, { viewport: { span, scroll: 0 } }))
      expect(unnamed(scene, day, 5), `${width} × ${height}`).toEqual([])
    }
  })

  it('are there at every step of a pan, over what matters less', { timeout: 60_000 }, () => {
    const table = readStory()
    const whole = fitSpan(table.span)
    const length = (whole.end - whole.start) / 4
    const lost: string[] = []
    let steps = 0
    for (const [width, height] of [
      [1000, 640],
      [390, 620],
    ] as const) {
      for (let at = 0; at < 3; at += 0.02) {
        const start = whole.start + at * length
        const viewport = { span: { start, end: start + length }, scroll: 0 }
        const scene = buildScene(inputFor(table, width, height, { viewport }))
        steps += scene.marks.filter(({ event }) => table.importance[event] === 5).length
        lost.push(...unnamed(scene, table, 5).map((id) => `${id ?? ''} at ${at.toFixed(2)}`))
      }
    }
    expect(steps).toBeGreaterThan(100)
    expect(lost).toEqual([])
  })
})

describe('a label in the column of a phone', () => {
  it('never touches the ends of the plot', () => {
    for (const table of [example('right-to-left'), readStory()]) {
      const whole = fitSpan(table.span)
      const length = (whole.end - whole.start) / 3
      for (let at = 0; at < 2; at += 0.013) {
        const start = whole.start + at * length
        const viewport = { span: { start, end: start + length }, scroll: 0 }
        const { labels, plot } = buildScene(inputFor(table, 390, 620, { viewport }))
        for (const { box } of labels) {
          expect(box.y - plot.y).toBeGreaterThanOrEqual(3)
          expect(plot.y + plot.height - box.y - box.height).toBeGreaterThanOrEqual(3)
        }
      }
    }
  })
})
