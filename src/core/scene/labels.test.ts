import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { fonts } from '#core/layout/fonts.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { edtfToSpan } from '#core/time/spanText.ts'
import { buildScene } from './buildScene.ts'
import { dotBox } from './labelBoxes.ts'
import type { Box, Scene } from './scene.ts'
import { createScenePipeline } from './scenePipeline.ts'
import { chineseWords, inputFor, readStory, tableOf, years } from '#core/scene/testing/story.ts'

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

/** By how much two boxes overlap, along and across; below 0 by how much they are apart. */
function overlapOf(p: Box, q: Box): readonly [along: number, across: number] {
  return [
    Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x),
    Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y),
  ]
}

const nameOf = ({ lines }: Scene['labels'][number]): string =>
  lines.map(({ text }) => text).join(' ')

/** Labels outside the lane of their mark, or over its name. */
function outsideLane({ labels, marks, lanes, plot }: Scene): string[] {
  const laneOf = new Map(marks.map(({ event, lane }) => [event, lanes[lane]]))
  return labels
    .filter(({ event, box, card }) => {
      const lane = laneOf.get(event)
      // The name of a lane without a gutter stands in its first 16 pixels.
      const head = plot.x === 0 && (lane?.texts.length ?? 0) > 0 ? 16 : 0
      const { y, height } = card ?? box
      return lane && (y < lane.box.y + head || y + height > lane.box.y + lane.box.height)
    })
    .map(nameOf)
}

/** Labels on one line with less than a space between them. */
function touching({ labels }: Scene): string[] {
  return labels.flatMap((label, index) =>
    labels.slice(index + 1).flatMap((other) => {
      const [along, across] = overlapOf(label.box, other.box)
      return across > 2 && along > -4 ? `${nameOf(label)} and ${nameOf(other)}` : []
    }),
  )
}

/** Labels with letters over the band or bar of another event, and not only over its end. */
function overBands({ labels, marks }: Scene): string[] {
  return labels.flatMap((label) =>
    marks.flatMap(({ event, extent }) => {
      if (extent === undefined || event === label.event || label.card) return []
      const [along, across] = overlapOf(label.box, extent.box)
      return along > 32 && across > 3 ? `${nameOf(label)} over ${event}` : []
    }),
  )
}

/** How high capitals are, of the size of their face. */
const capHeight = 0.72

/** Labels with letters over a dot, a ring or a badge of another event. */
function overDots({ labels, marks }: Scene, table: Table): string[] {
  return labels.flatMap((label) =>
    marks.flatMap((mark) => {
      if (mark.event === label.event || mark.dot === 'none' || label.card) return []
      const isOver = label.lines.some((line) => {
        const width = measureByTable(line.text, line.style)
        const before = { start: 0, middle: width / 2, end: width }[line.anchor]
        const height = fonts[line.style].size * capHeight
        const box = { x: line.x - before, y: line.y - height, width, height }
        return overlapOf(box, dotBox(mark)).every((px) => px > 0)
      })
      return isOver ? `${nameOf(label)} over ${table.id(mark.event)}` : []
    }),
  )
}

/** The view of a part of all time: so many times nearer, and so far from its start, from 0 to 1. */
function nearer(table: Table, zoom: number, at: number) {
  const whole = fitSpan(table.span)
  const length = (whole.end - whole.start) / zoom
  const start = whole.start + at * (whole.end - whole.start - length)
  return { span: { start, end: start + length }, scroll: 0 }
}

describe('a label in its lane', () => {
  it.each(['ancient', 'right-to-left', 'big-bang'])(
    'covers no dot of another event, nor its own fan: %s',
    { timeout: 60_000 },
    (name) => {
      const table = example(name)
      let labels = 0
      for (const words of [inputFor(table, 1, 1).words, chineseWords]) {
        for (const [width, height] of [
          [1440, 700],
          [1040, 622],
          [800, 500],
          [390, 700],
        ] as const) {
          for (const [zoom, at] of [
            [1, 0],
            [2, 0],
            [2, 1],
          ] as const) {
            const viewport = nearer(table, zoom, at)
            const scene = buildScene(inputFor(table, width, height, { words, viewport }))
            labels += scene.labels.length
            expect(overDots(scene, table)).toEqual([])
          }
        }
      }
      expect(labels).toBeGreaterThan(200)
    },
  )

  it('leaves the lane at no edge of the view, and touches no other', { timeout: 120_000 }, () => {
    const lanes = ['a', 'b', 'c', 'd', 'e', 'f']
    const important = tableOf({
      version: 1,
      title: 'Important',
      organizations: lanes.map((id) => ({ id, name: id })),
      events: Array.from({ length: 90 }, (_, index) => ({
        title: `Event number ${index} of ninety, 1 h late`,
        date: `${2000 + ((index * 37) % 20)}-0${1 + ((index * 7) % 9)}-1${index % 10}`,
        organizations: [lanes[(index * index) % 6]],
        importance: 4 + (index % 2),
      })),
    })
    const matching = new Uint8Array(important.length).fill(1)
    const pipeline = createScenePipeline()
    for (let at = 0; at < 15; at += 0.1) {
      const viewport = { span: years(2000 + at, 2005 + at), scroll: 0 }
      const scene = pipeline(inputFor(important, 900, 420, { matching, viewport }))
      expect(outsideLane(scene)).toEqual([])
      expect(touching(scene)).toEqual([])
    }
  })

  it('covers no other event, no border and no name in the story', { timeout: 120_000 }, () => {
    const story = readStory()
    const matching = new Uint8Array(story.length).fill(1)
    let labels = 0
    for (const words of [inputFor(story, 1, 1).words, chineseWords]) {
      for (const [width, height] of [
        [756, 523],
        [1040, 622],
        [700, 1046],
        [1640, 760],
      ] as const) {
        const pipeline = createScenePipeline()
        for (const zoom of [1, 1.3, 2, 3]) {
          for (const at of [0, 0.2, 0.45, 0.7, 1]) {
            const viewport = nearer(story, zoom, at)
            const more = { words, viewport, matching, orientation: 'horizontal' } as const
            const scene = pipeline(inputFor(story, width, height, more))
            labels += scene.labels.length
            expect(overBands(scene)).toEqual([])
            expect(outsideLane(scene)).toEqual([])
            expect(touching(scene)).toEqual([])
          }
        }
      }
    }
    expect(labels).toBeGreaterThan(2500)
  })

  it('stays there on a card too', { timeout: 60_000 }, () => {
    const story = readStory()
    const matching = new Uint8Array(story.length).fill(1)
    for (const [width, height] of [
      [1040, 622],
      [756, 523],
      [700, 1046],
    ] as const) {
      const pipeline = createScenePipeline()
      for (let selected = 0; selected < story.length; selected += 1) {
        const more = { matching, selected, orientation: 'horizontal' } as const
        expect(outsideLane(pipeline(inputFor(story, width, height, more)))).toEqual([])
      }
    }
  })
})
