import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { wholeDocument } from '#core/data/eventTable.ts'
import { MS } from '#core/time/instant.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { buildScene } from './buildScene.ts'
import type { Box, Label, Scene } from './scene.ts'
import { createScenePipeline } from './scenePipeline.ts'
import type { SceneInput } from './sceneInput.ts'
import {
  documentOf,
  documentRecipes,
  hundredths,
  viewOf,
  viewRecipes,
} from '#core/scene/testing/randomScenes.ts'
import { inputFor, readStory, tableOf } from '#core/scene/testing/story.ts'

const inked = ({ box, card }: Label): Box => card ?? box

function overlap(p: Box, q: Box): boolean {
  return p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height
}

function overlappingLabels({ labels }: Scene): string[] {
  return labels.flatMap((label, index) =>
    labels
      .slice(index + 1)
      .filter((other) => overlap(inked(label), inked(other)))
      .map((other) => `${label.event} and ${other.event}`),
  )
}

function labelsOutside({ labels, plot }: Scene): number[] {
  return labels
    .filter((label) => {
      const { x, y, width, height } = inked(label)
      const within = x >= plot.x && x + width <= plot.x + plot.width
      return !within || y < plot.y - 1 || y + height > plot.y + plot.height + 1
    })
    .map(({ event }) => event)
}

/** Rows wholly or partly in view, in order. */
function rowsInView({ table, matching, viewport: { span } }: SceneInput): number[] {
  const rows = Array.from({ length: table.length }, (_, row) => row)
  return rows.filter((row) => {
    const start = table.start[row] ?? 0
    const end = table.end[row] ?? 0
    const outside = end <= span.start || (start >= span.end && end > span.start)
    return matching[row] === 1 && !outside
  })
}

/** Rows that the scene holds: drawn alone, in badges, folded. Once for each time. */
function rowsHeld({ marks }: Scene): number[] {
  const own = marks.filter(({ dot, key }) => dot !== 'cluster' && !key.startsWith('p:'))
  const alone = new Set(own.map(({ event }) => event))
  return [...alone, ...marks.flatMap(({ gathered }) => [...gathered])].toSorted((p, q) => p - q)
}

/** A scene with the rows of its badges as lists, so that two can be compared. */
function valuesOf({ marks, ...rest }: Scene): object {
  return { ...rest, marks: marks.map((mark) => ({ ...mark, gathered: [...mark.gathered] })) }
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value)) return value.flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

/** Everything in pixels: not the span, and not rows. */
function pixelsOf(scene: Scene): number[] {
  const { span: _span, theme: _theme, counts: _counts, marks, labels, ties, ...rest } = scene
  return numbersIn([
    rest,
    marks.map(({ x, y, radius, extent }) => [x, y, radius, extent]),
    labels.map(({ box, card, lines, leader }) => [box, card, lines, leader]),
    ties.map(({ lines, ring }) => [lines, ring]),
  ])
}

function expectPromises(input: SceneInput, scene: Scene): void {
  expect(overlappingLabels(scene)).toEqual([])
  expect(labelsOutside(scene)).toEqual([])
  const { matching, marks, gathered, outside, before, after, labels } = scene.counts
  expect(matching).toBe(input.matching.reduce((sum, bit) => sum + bit, 0))
  expect(marks + gathered + outside).toBe(matching)
  expect(before + after).toBe(outside)
  expect(labels).toBe(scene.labels.length)
  const inView = rowsInView(input)
  const held = rowsHeld(scene)
  expect(held.filter((row) => inView.includes(row))).toEqual(inView)
  expect(inView).toHaveLength(marks + gathered)
  expect(pixelsOf(scene).filter((px) => !(Math.abs(px) < 1e6))).toEqual([])
  const shown = new Set(scene.marks.flatMap(({ event, gathered: rows }) => [event, ...rows]))
  expect(scene.labels.filter(({ event }) => !shown.has(event))).toEqual([])
}

describe('buildScene', () => {
  it('keeps its promises for any document in any view', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        documentRecipes,
        fc.array(viewRecipes, { minLength: 1, maxLength: 3 }),
        (recipe, views) => {
          const table = tableOf(documentOf(recipe))
          expect(table.length).toBeLessThanOrEqual(recipe.count)
          for (const view of views) {
            const input = viewOf(table, view)
            expectPromises(input, buildScene(input))
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  it('loses nothing where everything has to gather', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(documentRecipes, viewRecipes, (recipe, view) => {
        const table = tableOf(documentOf({ ...recipe, count: 40 + recipe.count, dates: 'modern' }))
        const small = { width: 120 + (view.width % 280), height: 80 + (view.height % 150) }
        const input = viewOf(table, { ...view, ...small, zoom: 0, passing: 4 })
        const scene = buildScene(input)
        expectPromises(input, scene)
        expect(scene.marks.length).toBeLessThan((small.width * small.height) / 300)
      }),
      { numRuns: 60 },
    )
  })

  it(
    'gives the same scene for the same input, with and without a memory',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          documentRecipes,
          fc.array(viewRecipes, { minLength: 2, maxLength: 5 }),
          (recipe, views) => {
            const table = tableOf(documentOf({ ...recipe, count: recipe.count % 60 }))
            const pipeline = createScenePipeline()
            for (const view of views) {
              const input = viewOf(table, view)
              const scene = buildScene(input)
              expect(valuesOf(pipeline(input))).toEqual(valuesOf(scene))
              expect(valuesOf(buildScene(input))).toEqual(valuesOf(scene))
            }
          },
        ),
        { numRuns: 40 },
      )
    },
  )

  it(
    'moves labels with their marks, and never changes their order, while panning',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(documentRecipes, viewRecipes, hundredths(1, 8), (recipe, view, step) => {
          const table = tableOf(
            documentOf({ ...recipe, count: recipe.count % 120, dates: 'modern' }),
          )
          const first = viewOf(table, {
            ...view,
            width: Math.max(view.width, 1000),
            height: Math.max(view.height, 300),
            zoom: Math.max(-3, Math.min(view.zoom, 0)),
            selected: -1,
            focused: -1,
          })
          const pipeline = createScenePipeline()
          const length = first.viewport.span.end - first.viewport.span.start
          let last = pipeline(first)
          for (let frame = 1; frame <= 6; frame += 1) {
            const start = first.viewport.span.start + frame * step * length
            const next = pipeline({
              ...first,
              viewport: { span: { start, end: start + length }, scroll: 0 },
            })
            compareFrames(last, next)
            last = next
          }
        }),
        { numRuns: 60 },
      )

      /** Labels near the ends of the plot may have moved along or across their marks. */
      function compareFrames(before: Scene, after: Scene): void {
        const [along, length] =
          before.orientation === 'horizontal'
            ? (['x', 'width'] as const)
            : (['y', 'height'] as const)
        const placesIn = (scene: Scene): Map<number, { at: number; offset: number }> => {
          const { plot } = scene
          const first = along === 'x' ? plot.x : plot.y
          const last = first + (along === 'x' ? plot.width : plot.height)
          const marks = new Map(scene.marks.map((mark) => [mark.event, mark]))
          return new Map(
            scene.labels.flatMap(({ event, box }) => {
              const mark = marks.get(event)
              const inked = [box, ...(mark?.extent ? [mark.extent.box] : [])]
              const isNearEnd = inked.some(({ [along]: from, [length]: long }) => {
                return from < first + 300 || from + long > last - 300
              })
              if (mark === undefined || isNearEnd) return []
              return [[event, { at: box[along], offset: box[along] - mark[along] }] as const]
            }),
          )
        }
        const old = placesIn(before)
        const now = placesIn(after)
        const both = [...old.keys()].filter((event) => now.has(event))
        for (const event of both) {
          expect(
            Math.abs((now.get(event)?.offset ?? 0) - (old.get(event)?.offset ?? 0)),
          ).toBeLessThan(0.01)
        }
        const order = (places: typeof old): number[] =>
          both.toSorted((p, q) => (places.get(p)?.at ?? 0) - (places.get(q)?.at ?? 0) || p - q)
        expect(order(now)).toEqual(order(old))
      }
    },
  )
})

describe('a crowd', () => {
  const pad = (value: number): string => String(value).padStart(2, '0')
  const days = (count: number, dateOf: (index: number) => string): SceneInput => {
    const events = Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      title: `Event number ${index}`,
      date: dateOf(index),
      importance: 1 + (index % 5),
    }))
    return inputFor(tableOf({ version: 1, title: 'Crowd', events }), 1200, 700)
  }
  const dayOf = (index: number): string =>
    `${1990 + (index % 30)}-${pad(1 + ((index * 7) % 12))}-${pad(1 + ((index * 11) % 28))}`

  it('of 20,000 events costs no more than its pixels', { timeout: 60_000 }, () => {
    const input = days(20_000, dayOf)
    const scene = buildScene(input)
    expectPromises(input, scene)
    const area = scene.plot.width * scene.plot.height
    expect(scene.marks.length).toBeLessThan(area / 600)
    expect(scene.labels.length).toBeGreaterThan(10)
    expect(scene.labels.length).toBeLessThan(area / 2000)
    expect(scene.counts.gathered).toBeGreaterThan(19_000)
  })

  it('of badges that do not fit side by side becomes fewer badges', { timeout: 30_000 }, () => {
    // A dozen events every tenth day: badges with two digits, 24 pixels apart.
    const events = Array.from({ length: 15 * 12 }, (_, index) => ({
      id: `e${index}`,
      title: 'One of a dozen',
      date: `2019-${pad(1 + Math.floor(index / 36))}-${pad(1 + 10 * (Math.floor(index / 12) % 3))}`,
    }))
    const input = inputFor(tableOf({ version: 1, title: 'Dozens', events }), 380, 120, {
      orientation: 'horizontal',
    })
    const scene = buildScene(input)
    expectPromises(input, scene)
    const badges = scene.marks.filter(({ dot }) => dot === 'cluster').toSorted((p, q) => p.x - q.x)
    expect(badges.length).toBeGreaterThan(3)
    expect(badges.length).toBeLessThan(15)
    for (const [index, badge] of badges.slice(1).entries()) {
      const last = badges[index]
      if (last === undefined || Math.abs(last.y - badge.y) > 10) continue
      expect(badge.x - last.x).toBeGreaterThan(last.radius + badge.radius)
    }
  })

  it('at one instant is one badge, or a few with the labels that fit', { timeout: 60_000 }, () => {
    for (const count of [1, 2, 20_000]) {
      const input = days(count, () => '2019-07-26')
      const scene = buildScene(input)
      expectPromises(input, scene)
      expect(scene.marks.length).toBeLessThan(100)
      expect(scene.labels.length).toBeGreaterThan(0)
    }
  })
})

describe('an empty view', () => {
  it('draws its axis, and nothing else', () => {
    const scene = buildScene(
      inputFor(tableOf({ version: 1, title: 'Empty', events: [] }), 600, 400),
    )
    expect(scene.marks).toEqual([])
    expect(scene.counts.matching).toBe(0)
    expect(scene.ticks.length).toBeGreaterThan(2)
  })
})

describe('a part', () => {
  const part = (to: string): object => ({ relations: [{ to, kind: 'part-of' }] })
  const table = tableOf({
    version: 1,
    title: 'Parts',
    events: [
      { id: 'whole', title: 'Whole', date: '2019-07-26', importance: 5 },
      { id: 'part', title: 'Part', date: '2019-07-26', ...part('whole') },
      { id: 'part-of-part', title: 'Part of part', date: '2019-07-26', ...part('part') },
      { id: 'far', title: 'Far', date: '2014-07-26', ...part('whole') },
    ],
  })

  it('of a part stands with the whole, and a far one by itself', () => {
    const scene = buildScene(inputFor(table, 1000, 600))
    expect(scene.spokes.map(({ key }) => key)).toEqual(['s:part', 's:part-of-part'])
    expect(scene.counts).toMatchObject({ matching: 4, marks: 4, gathered: 0 })
  })

  it('stands alone when the filter hides its whole', () => {
    const matching = Uint8Array.from({ length: table.length }, (_, row) =>
      table.id(row) === 'whole' ? 0 : 1,
    )
    const scene = buildScene(inputFor(table, 1000, 600, { matching }))
    expect(scene.counts.marks + scene.counts.gathered).toBe(3)
  })
})

describe('the story', () => {
  const table = readStory()
  const steady = { matching: new Uint8Array(table.length).fill(1) }
  const idsLabelled = (width: number, height: number): (string | undefined)[] =>
    buildScene(inputFor(table, width, height)).labels.map(({ event }) => table.id(event))
  const ofImportance = (importance: number): string[] =>
    wholeDocument(table).events.flatMap((event) =>
      event.importance === importance ? [event.id] : [],
    )

  it('names its six anchors at every desk', { timeout: 30_000 }, () => {
    for (const [width, height] of [
      [1000, 640],
      [1180, 700],
      [1440, 800],
      [1640, 760],
      [1920, 1000],
    ] as const) {
      expect(idsLabelled(width, height)).toEqual(expect.arrayContaining(ofImportance(5)))
    }
  })

  it(
    'names what matters next at 1000 pixels, and the anchors on a phone',
    { timeout: 30_000 },
    () => {
      expect(idsLabelled(1000, 640)).toEqual(expect.arrayContaining(ofImportance(4)))
      const named = new Set(idsLabelled(390, 620))
      expect(ofImportance(5).filter((id) => named.has(id)).length).toBeGreaterThanOrEqual(5)
    },
  )

  it('stays readable in a stamp', () => {
    const scene = buildScene(inputFor(table, 320, 180))
    expect(scene.labels.length).toBeGreaterThanOrEqual(4)
    expect(scene.lanes).toHaveLength(1)
  })

  it('shows the label of what is selected wherever it stands', { timeout: 30_000 }, () => {
    const fit = fitSpan(table.span)
    const pipelines = [createScenePipeline(), createScenePipeline()] as const
    for (let row = 0; row < table.length; row += 1) {
      const scene = pipelines[0](inputFor(table, 1000, 640, { ...steady, selected: row }))
      expect(scene.labels.some(({ event, card }) => event === row && card !== undefined)).toBe(true)
      const start = (table.anchor[row] ?? 0) - MS.day
      const viewport = { span: { start, end: start + (fit.end - fit.start) / 40 }, scroll: 0 }
      const close = pipelines[1](inputFor(table, 390, 620, { ...steady, selected: row, viewport }))
      expect(close.labels.some(({ event }) => event === row)).toBe(true)
    }
  })
})
