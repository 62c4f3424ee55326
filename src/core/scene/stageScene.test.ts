import { describe, expect, it } from 'vitest'
import { manyEvents } from '#core/scene/testing/manyEvents.ts'
import { fonts } from '#core/layout/fonts.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import { contrast } from './color.ts'
import type { Box, PlacedText } from './scene.ts'
import { stageFrame } from './stageFrame.ts'
import type { StageInput, StageScene } from './stageInput.ts'
import { layoutStage } from './stageLayout.ts'
import { stageRadius } from './stageMarks.ts'
import { drawStage } from './stageScene.ts'
import { chineseWords, englishWords, readStory, tableOf } from '#core/scene/testing/story.ts'
import { themes } from './theme.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import { MS, type Span } from '#core/time/instant.ts'

const story = readStory()
const wide = { width: 1280, height: 720 }
const sizes = [
  wide,
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 320, height: 180 },
  { width: 390, height: 844 },
  { width: 2560, height: 720 },
]
const steps = Array.from({ length: story.document.story.length + 1 }, (_, index) => index)

function spanOf(date: string): Span {
  const reading = parseDate(date)
  if (!reading.ok) throw new Error(date)
  return drawnDate(reading.date).outer
}

function rowOf(table: EventTable, at: number): number | undefined {
  return table.rowOf(table.document.story[at - 1]?.event ?? '')
}

function inputOf(index: number, change: Partial<StageInput> = {}): StageInput {
  const { words = englishWords } = change
  const told = story.document.story[index - 1]
  return {
    table: story,
    matching: new Uint8Array(story.length).fill(1),
    overview: index === 0,
    row: rowOf(story, index),
    span: spanOf(told?.range ?? '2014/2019'),
    organizations: told?.organizations ?? [],
    earlier: story.document.story.slice(0, Math.max(0, index - 1)).flatMap((step, at) => {
      const row = rowOf(story, at + 1)
      return row === undefined ? [] : [{ row, title: words.text(step.title) }]
    }),
    later: steps.slice(index + 1).flatMap((at) => rowOf(story, at) ?? []),
    size: wide,
    theme: themes.dark,
    words,
    measure: measureByTable,
    ...change,
  }
}

const sceneOf = (input: StageInput, focused?: number): StageScene =>
  drawStage(layoutStage(input), focused)

function textsOf(scene: StageScene): PlacedText[] {
  return [
    ...scene.eras.flatMap(({ texts }) => texts),
    ...scene.ticks.flatMap(({ label }) => label ?? []),
    ...(scene.parentUnit ? [scene.parentUnit] : []),
    ...scene.labels.flatMap(({ lines }) => lines),
  ]
}

function boxOf({ text, x, y, anchor, style }: PlacedText): Box {
  const width = measureByTable(text, style)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { x: left, y: y - fonts[style].size * 0.8, width, height: fonts[style].size }
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const every = sizes.flatMap((size) =>
  steps.flatMap((index) =>
    [englishWords, chineseWords].map((words) => ({
      size,
      index,
      words,
      lang: words === chineseWords ? 'zh-Hans' : 'en',
    })),
  ),
)

describe('the stage of every step at every size', () => {
  it.each(every)('$index at $size.width × $size.height, $lang', ({ size, index, words }) => {
    const scene = sceneOf(inputOf(index, { size, words }))
    const frame = stageFrame(size)
    const texts = textsOf(scene)
    expect(texts.length).toBeGreaterThan(1)
    for (const [at, placed] of texts.entries()) {
      // Readable from the last row; where the height is more than the width allows, of the width's.
      const height = Math.min(size.height, (size.width * 3) / 4)
      expect(fonts[placed.style].size * frame.scale).toBeGreaterThanOrEqual(height / 45)
      const box = boxOf(placed)
      expect(box.x).toBeGreaterThanOrEqual(frame.width * 0.05)
      expect(box.x + box.width).toBeLessThanOrEqual(frame.width * 0.95)
      expect(box.y).toBeGreaterThanOrEqual(frame.height * 0.05)
      expect(box.y + box.height).toBeLessThanOrEqual(frame.height * 0.95)
      for (const other of texts.slice(at + 1)) {
        if (meet(box, boxOf(other))) expect(placed.text).toBe(`apart from ${other.text}`)
      }
    }
    for (const { x, y, radius, dot } of scene.marks) {
      if (dot === 'none') continue
      expect(x - radius).toBeGreaterThanOrEqual(frame.width * 0.05)
      expect(x + radius).toBeLessThanOrEqual(frame.width * 0.95)
      expect(y - radius).toBeGreaterThanOrEqual(frame.height * 0.05)
    }
    const { matching, marks, gathered, outside } = scene.counts
    expect(marks + gathered + outside).toBe(matching)
  })

  it.each(steps)('%i shows the same events in all shapes', (index) => {
    for (const words of [englishWords, chineseWords]) {
      const shown = sizes.map((size) => {
        const scene = sceneOf(inputOf(index, { size, words }))
        return {
          events: scene.marks.map(({ event }) => event).toSorted((p, q) => p - q),
          named: scene.labels.map(({ event }) => event),
          hidden: scene.hidden,
          isTall: size.height > size.width,
        }
      })
      const [first] = shown
      for (const other of shown.slice(1)) {
        expect(other.events).toEqual(first?.events)
        // Upright, where letters are larger, fewer have a name; each of those is counted.
        if (other.isTall) {
          expect(other.named.every((event) => first?.named.includes(event))).toBe(true)
          expect(other.hidden + other.named.length).toBe(
            (first?.hidden ?? 0) + (first?.named.length ?? 0),
          )
        } else {
          expect(other).toEqual(first)
        }
      }
    }
  })

  it.each(steps)('%i stands out from the paper in every theme', (index) => {
    for (const theme of Object.values(themes)) {
      const scene = sceneOf(inputOf(index, { theme }))
      for (const { color, text } of textsOf(scene)) {
        const least = Math.min(contrast(color, theme.paper), contrast(color, theme.paper2))
        if (least < 7) expect(text).toBe('readable')
      }
      for (const { color } of [...scene.marks, ...scene.spokes, ...scene.relations]) {
        expect(contrast(color, theme.paper)).toBeGreaterThanOrEqual(3)
      }
      expect(contrast(scene.theme.ink3, theme.paper)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the stage', () => {
  it('opens the ten as a column of readable names', () => {
    const scene = sceneOf(inputOf(10))
    const names = scene.labels.filter(({ key }) => key.startsWith('l:release-'))
    expect(names.map(({ lines }) => lines[0]?.text)).toEqual([
      'EGGROLL',
      'FATE',
      'FISCO BCOS',
      'WeIdentity',
      'WeEvent',
      'WeBASE',
      'WeCMDB',
      'WeCube',
      'Scriptis',
      'Linkis',
    ])
    expect(scene.spokes.filter(({ path }) => path?.includes('C'))).toHaveLength(10)
    expect(scene.axisEnd).toBeLessThan(names[0]?.box.x ?? 0)
  })

  it('counts the parts that a column has no room for', () => {
    const parts = Array.from({ length: 40 }, (_, at) => ({
      id: `p${at}`,
      date: '2000-05-05',
      title: `Part ${at}`,
      relations: [{ to: 'whole', kind: 'part-of' }],
    }))
    const table = tableOf({
      version: 1,
      title: 'Parts',
      events: [{ id: 'whole', date: '2000-05-05', title: 'Whole' }, ...parts],
    })
    const row = table.rowOf('whole')
    const matching = new Uint8Array(table.length).fill(1)
    const scene = sceneOf(
      inputOf(1, { table, matching, row, span: spanOf('2000'), earlier: [], later: [] }),
    )
    const named = scene.labels.filter(({ key }) => key.startsWith('l:p'))
    const more = scene.labels.find(({ key }) => key === 'l:more')?.lines[0]?.text
    expect(more).toBe(`+${40 - named.length}`)
    expect(named.length).toBeGreaterThanOrEqual(10)
  })

  it('tells nothing before its turn, and counts what has no name', () => {
    const scene = sceneOf(inputOf(4))
    const later = inputOf(4).later
    expect(scene.marks.some(({ event }) => later.includes(event))).toBe(false)
    expect(scene.hidden).toBeGreaterThan(0)
  })

  it('draws of a hundred thousand events what has room, and counts the others', () => {
    const table = manyEvents(100_000, 20, 3)
    const matching = new Uint8Array(table.length).fill(1)
    for (const part of [{ overview: true }, { overview: false, row: 50_000 }]) {
      const layout = layoutStage({ ...inputOf(0), table, matching, span: table.span, ...part })
      const scene = drawStage(layout)
      expect(scene.marks.length).toBeGreaterThan(200)
      expect(scene.marks.length).toBeLessThan(3000)
      const { counts, hidden } = scene
      expect(counts.marks + counts.gathered + counts.outside).toBe(100_000)
      expect(scene.marks.length).toBe(counts.marks)
      expect(hidden).toBeGreaterThan(90_000)
    }
  })

  it('leaves what has no name as a grain on the axis, under all that has one', () => {
    for (const index of steps.slice(1)) {
      const layout = layoutStage(inputOf(index))
      const scene = drawStage(layout)
      const grains = scene.marks.filter(({ event }) =>
        layout.grains.some(({ row }) => row === event),
      )
      expect(grains).toHaveLength(layout.grains.length)
      for (const grain of grains) {
        expect(grain.y).toBeLessThan(layout.frame.axisY - grain.radius)
        expect(grain.y).toBeGreaterThan(layout.frame.threadY + stageRadius.mark)
        expect(scene.labels.some(({ event }) => event === grain.event)).toBe(false)
      }
      // Those that later steps will tell are counted, too.
      expect(grains.length).toBeLessThanOrEqual(scene.hidden)
    }
    expect(layoutStage(inputOf(9)).grains.length).toBeGreaterThan(8)
  })

  it('has letters to be read in the hand where it is held upright', () => {
    const { scale, isTall } = stageFrame({ width: 390, height: 844 })
    expect(isTall).toBe(true)
    // The foot line is the smallest.
    expect(10.4 * scale).toBeGreaterThan(11)
    for (const across of [960, 1000, 1024, 1100]) {
      const frame = stageFrame({ width: across, height: 768 })
      expect(frame.height).toBeGreaterThanOrEqual(440)
      expect(frame.isTall).toBe(false)
    }
  })

  it('draws a date that is known to the year as a band, and one known to the day to the axis', () => {
    const founding = sceneOf(inputOf(1))
    const mark = founding.marks.find(({ selected }) => selected)
    expect(mark?.extent?.shape).toBe('band')
    const stem = founding.spokes.find(({ key }) => key.startsWith('stem'))
    const axisY = founding.spine?.y1 ?? 0
    expect(stem?.line.y2).toBeLessThan(axisY - 10)
    const ten = sceneOf(inputOf(10))
    expect(ten.spokes.find(({ key }) => key.startsWith('stem'))?.line.y2).toBe(axisY)
  })

  it('names what is pointed at on a card that meets no other text', () => {
    for (const mark of sceneOf(inputOf(0)).marks) {
      const scene = sceneOf(inputOf(0), mark.event)
      const card = scene.labels.find(({ card }) => card)
      expect(card?.event).toBe(mark.event)
      const frame = stageFrame(wide)
      expect(card?.card?.x).toBeGreaterThanOrEqual(frame.width * 0.05)
      expect((card?.card?.x ?? 0) + (card?.card?.width ?? 0)).toBeLessThanOrEqual(
        frame.width * 0.95,
      )
    }
    const scene = sceneOf(inputOf(10), story.rowOf('release-linkis'))
    const card = scene.labels.find(({ card }) => card)?.card
    const others = scene.labels.filter(({ card }) => !card)
    expect(card && others.some(({ box }) => meet(card, box))).toBe(false)
  })

  it('flies without a jump: marks move as little as the view does', () => {
    const layout = layoutStage(inputOf(8))
    const marks = new Map(sceneOf(inputOf(7)).marks.map((mark) => [mark.event, mark]))
    const from = { axisEnd: layout.axisEnd, marks }
    const begin = spanOf('2017-06/2018-12')
    const end = inputOf(8).span
    let before: StageScene | undefined
    const frames = 400
    for (let at = 0; at <= frames; at += 1) {
      const progress = at / frames
      const mix = (p: number, q: number): number => p + (q - p) * progress
      const span = { start: mix(begin.start, end.start), end: mix(begin.end, end.end) }
      const scene = drawStage(layout, undefined, { span, progress, from })
      for (const mark of before?.marks ?? []) {
        const now = scene.marks.find(({ key }) => key === mark.key)
        if (now === undefined) continue
        expect(Math.abs(now.x - mark.x)).toBeLessThan(8)
        expect(Math.abs(now.y - mark.y)).toBeLessThan(2)
        expect(Math.abs(now.radius - mark.radius)).toBeLessThan(1)
      }
      before = scene
    }
    const rest = drawStage(layout)
    expect(before?.marks.map(({ x, y }) => [x, y])).toEqual(rest.marks.map(({ x, y }) => [x, y]))
  })

  it('stands in deep time and with a million to one in scale', () => {
    const table = tableOf({
      version: 1,
      title: 'All of time',
      events: [
        { id: 'bang', date: 'Y-13800000000', title: 'Big Bang' },
        { id: 'now', date: '2019-07-26', title: 'Now' },
      ],
    })
    const matching = new Uint8Array(table.length).fill(1)
    for (const overview of [true, false]) {
      const row = overview ? undefined : 1
      const span = { start: table.span.start, end: table.span.end + 1e9 * MS.year }
      const scene = sceneOf(
        inputOf(1, { table, matching, overview, row, span, earlier: [], later: [] }),
      )
      expect(scene.marks.length).toBeGreaterThan(0)
      expect(scene.marks.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      expect(textsOf(scene).length).toBeGreaterThan(1)
    }
  })
})
