import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { EventTable } from '#core/data/eventTable.ts'
import { type Text, textIn } from '#core/model/document.ts'
import { MS } from '#core/time/instant.ts'
import { spanToEdtf } from '#core/time/spanText.ts'
import { timeScale } from '#core/viewport/timeScale.ts'
import { buildScene } from './buildScene.ts'
import { hitTest } from './hitTest.ts'
import { createScenePipeline } from './scenePipeline.ts'
import type { Mark, Scene } from './scene.ts'
import { englishWords, inputFor, readStory, tableOf, years } from '#core/scene/testing/story.ts'

function sceneOf(dates: readonly string[], width: number, height: number): Scene {
  const events = dates.map((date, index) => ({ id: `e${index}`, title: `Event ${index}`, date }))
  return buildScene(inputFor(tableOf({ version: 1, title: 'T', events }), width, height))
}

/** How much of a mark is inked along the axis: fully, and at all. */
function inkOf(
  mark: Mark,
  horizontal: boolean,
): { readonly solid: number; readonly length: number } {
  if (mark.dot !== 'none') return { solid: 2 * mark.radius, length: 2 * mark.radius }
  const { box, fade } = mark.extent ?? { box: { width: 0, height: 0 }, fade: [0, 0] as const }
  const length = horizontal ? box.width : box.height
  return { solid: length - fade[0] - fade[1], length }
}

describe('a mark', () => {
  it('is seen, however short a time it stands for', () => {
    const lengths = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(lengths, fc.boolean(), (scale, horizontal) => {
        const end = Math.round(10 ** scale) * MS.second
        const dates = [spanToEdtf({ start: 0, end }, 1), '1600', '2400-01-01']
        const scene = sceneOf(dates, horizontal ? 1000 : 390, 620)
        expect(scene.counts).toMatchObject({ marks: 3, gathered: 0 })
        for (const mark of scene.marks) {
          const { solid, length } = inkOf(mark, horizontal)
          expect(length).toBeGreaterThanOrEqual(3.99)
          if (end < MS.day && mark.dot === 'none') expect(solid).toBeGreaterThanOrEqual(3.99)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of an interval within days is short and solid in a view of centuries', () => {
    const scene = sceneOf(['1258-01-29/1258-02-10', '0628', '1486'], 1000, 600)
    const bar = scene.marks.find(({ dot }) => dot === 'none')
    expect(bar?.extent?.box.width).toBeCloseTo(4, 6)
    expect(bar?.extent?.fade).toEqual([0, 0])
    expect((bar?.extent?.box.x ?? 0) + 2).toBeCloseTo(bar?.x ?? NaN, 0)
  })

  it('stands for each further time of a set that begins with an interval', () => {
    const scene = sceneOf(['{2014..2015,2017-05-01}', '2020'], 1000, 600)
    const dots = scene.marks.filter(({ event }) => event === 0).map(({ dot }) => dot)
    expect(dots).toEqual(['none', 'open'])
  })
})

describe('bars of a crowded lane', () => {
  const json = readFileSync('public/examples/right-to-left.json', 'utf8')
  /** The example with a third scholar whose life overlaps with those of two others. */
  const sceneWith = (lane: string, locale: string, width: number): [EventTable, Scene] => {
    const document = JSON.parse(json)
    const thabit = document.events.find((event: { id: string }) => event.id === 'thabit')
    Object.assign(thabit, { date: '0826~/0901-02', organizations: [lane] })
    const table = tableOf(document)
    const words = { ...englishWords, text: (text?: Text) => textIn(text, locale, 'ar') }
    return [table, buildScene(inputFor(table, width, 660, { words }))]
  }

  it('lie beside each other, never over each other', { timeout: 30_000 }, () => {
    for (const lane of ['algebra', 'translation']) {
      for (const locale of ['en', 'ar']) {
        for (const width of [900, 1040, 1280, 1600]) {
          const [table, { marks }] = sceneWith(lane, locale, width)
          const bars = marks.flatMap(({ event, extent }) =>
            extent?.shape === 'bar' ? [{ id: table.id(event), ...extent.box }] : [],
          )
          expect(bars.length).toBeGreaterThan(6)
          for (const [index, p] of bars.entries()) {
            for (const q of bars.slice(index + 1)) {
              const along = p.x < q.x + q.width && q.x < p.x + p.width
              const across = p.y < q.y + q.height && q.y < p.y + p.height
              expect(along && across, `${p.id} and ${q.id}, ${locale} ${width}`).toBe(false)
            }
          }
        }
      }
    }
  })

  it('get names where they stand, though something passes behind them', () => {
    const [table, { labels }] = sceneWith('algebra', 'ar', 1040)
    const named = labels.map(({ event }) => table.id(event))
    expect(named).toEqual(expect.arrayContaining(['khwarizmi', 'kindi', 'thabit', 'hunayn']))
  })
})

describe('a badge', () => {
  it('is whole beside the axis of a phone, whatever it counts', () => {
    // Up to 300 events of each month of ten years, so that badges of all widths crowd on the axis.
    const dates = Array.from({ length: 2400 }, (_, index) => {
      const at = Math.floor(Math.sqrt(index * 6))
      return `${2010 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}-15`
    })
    const { marks, plot } = sceneOf(dates, 390, 620)
    const badges = marks.filter(({ dot }) => dot === 'cluster')
    expect(Math.max(...badges.map(({ count }) => count))).toBeGreaterThan(100)
    for (const { x, radius } of badges) {
      expect(x - radius).toBeGreaterThanOrEqual(plot.x)
      expect(x + radius).toBeLessThanOrEqual(plot.x + plot.width)
    }
  })
})

describe('a gathered event that the reader asks for', () => {
  const table = readStory()
  const matching = new Uint8Array(table.length).fill(1)
  const view = { span: years(1990, 2040), scroll: 0 }
  const facts = ({ marks }: Scene): unknown[] =>
    marks.map(({ key, x, y, count, gathered }) => [key, x, y, count, [...gathered]])

  for (const orientation of ['horizontal', 'vertical'] as const) {
    it(`stands at its own date, and in its badge too: ${orientation}`, { timeout: 60_000 }, () => {
      const size: readonly [number, number] =
        orientation === 'horizontal' ? [1040, 622] : [390, 620]
      const pipeline = createScenePipeline()
      const plain = pipeline(inputFor(table, ...size, { matching, viewport: view, orientation }))
      const scale = timeScale(
        view.span,
        orientation === 'horizontal' ? plain.plot.width : plain.plot.height,
      )
      let pinned = 0
      for (let row = 0; row < table.length; row += 1) {
        if (!plain.marks.some(({ gathered }) => gathered.has(row))) continue
        for (const asked of [{ selected: row }, { focused: row }]) {
          const scene = pipeline(
            inputFor(table, ...size, { matching, viewport: view, orientation, ...asked }),
          )
          const own = scene.marks.filter(({ key }) => key.startsWith('p:'))
          expect(own.map(({ event, selected }) => [event, selected])).toEqual([
            [row, 'selected' in asked],
          ])
          const [mark] = own as [Mark]
          const date = scale.x(table.drawn(row)?.anchor ?? NaN)
          const stands =
            orientation === 'horizontal' ? mark.x - plain.plot.x : mark.y - plain.plot.y
          expect(stands).toBeCloseTo(date, 6)
          const lane = scene.lanes[mark.lane]?.box
          if (lane) expect(mark.y > lane.y && mark.y < lane.y + lane.height).toBe(true)
          expect(hitTest(scene, mark.x, mark.y)).toEqual({ kind: 'event', event: row })
          expect({ ...scene.counts, labels: 0 }).toEqual({ ...plain.counts, labels: 0 })
          expect(facts({ ...scene, marks: scene.marks.filter((one) => one !== mark) })).toEqual(
            facts(plain),
          )
          expect(scene.labels.some(({ event, card }) => event === row && card)).toBe(true)
          pinned += 1
        }
      }
      expect(pinned).toBeGreaterThan(60)
    })
  }
})
