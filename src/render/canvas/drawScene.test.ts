import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { fonts } from '#core/layout/fonts.ts'
import { buildScene } from '#core/scene/buildScene.ts'
import type { Scene } from '#core/scene/scene.ts'
import {
  documentOf,
  documentRecipes,
  viewOf,
  viewRecipes,
} from '#core/scene/testing/randomScenes.ts'
import { inputFor, readStory, tableOf } from '#core/scene/testing/story.ts'
import { isolated } from '#render/isolated.ts'
import { type Drawn, recordingContext, RecordingPath } from '#render/testing/recordingContext.ts'
import { drawScene } from './drawScene.ts'

beforeAll(() => {
  vi.stubGlobal('Path2D', RecordingPath)
})

function drawnOf(scene: Scene, ratio = 1): readonly Drawn[] {
  const { context, drawn, depth } = recordingContext()
  drawScene(context, scene, ratio)
  expect(depth(), 'every save is restored').toBe(0)
  expect(context.globalAlpha, 'no opacity is left behind').toBe(1)
  return drawn
}

/** A disc, by its centre, radius and colour. */
function hasDisc(drawn: readonly Drawn[], x: number, y: number, color: string): boolean {
  return drawn.some(
    (one) =>
      one.kind === 'fill' &&
      one.color === color &&
      one.opacity === 1 &&
      one.points.length === 2 &&
      Math.abs((one.points[0]![0] + one.points[1]![0]) / 2 - x) < 1e-6 &&
      Math.abs((one.points[0]![1] + one.points[1]![1]) / 2 - y) < 1e-6,
  )
}

/** Marks and lines of labels without ink of their colour at their place, inside the clip. */
function withoutInk(scene: Scene, ratio: number): string[] {
  const drawn = drawnOf(scene, ratio)
  const clipped = drawn.filter(({ isClipped }) => isClipped)
  const missing: string[] = []
  for (const { dot, x, y, color, extent, key } of scene.marks) {
    if (dot !== 'none' && !hasDisc(clipped, x * ratio, y * ratio, color)) missing.push(key)
    const band = extent?.box
    if (band === undefined) continue
    const hasBand = clipped.some(
      ({ kind, color: ink, opacity, points: [corner] }) =>
        kind === 'fill' &&
        ink.includes(color) &&
        opacity > 0.2 &&
        Math.abs(corner![0] - band.x * ratio) < 1e-6 &&
        Math.abs(corner![1] - band.y * ratio) < 1e-6,
    )
    if (!hasBand) missing.push(`the band of ${key}`)
  }
  for (const { text, x, y, color, style } of scene.labels.flatMap(({ lines }) => lines)) {
    const found = clipped.some(
      (one) =>
        one.kind === 'fillText' &&
        one.text === isolated(text) &&
        one.color === color &&
        one.font.includes(`${fonts[style].size * ratio}px`) &&
        Math.abs(one.points[0]![0] - x * ratio) < 0.02 &&
        Math.abs(one.points[0]![1] - y * ratio) < 0.02,
    )
    if (!found) missing.push(text)
  }
  const isNumber = drawn.every(({ points }) => points.flat().every(Number.isFinite))
  return isNumber ? missing : [...missing, 'a number']
}

describe('drawScene', () => {
  it('gives every mark and label of the story ink of its colour at its place', () => {
    const table = readStory()
    for (const ratio of [1, 1.5, 2]) {
      const wide = buildScene(inputFor(table, 1440, 800, { selected: 3 }))
      expect(withoutInk(wide, ratio)).toEqual([])
      expect(withoutInk(buildScene(inputFor(table, 390, 700)), ratio)).toEqual([])
    }
  })

  it('and of any document', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(documentRecipes, viewRecipes, (recipe, view) => {
        const table = tableOf(documentOf({ ...recipe, count: recipe.count % 120 }))
        expect(withoutInk(buildScene(viewOf(table, view)), 1.25)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('draws the paper first, and the plot inside its clip', () => {
    const scene = buildScene(inputFor(readStory(), 1000, 640))
    const drawn = drawnOf(scene)
    expect(drawn[0]).toMatchObject({ kind: 'fillRect', color: scene.theme.paper })
    expect(drawn[0]!.points).toEqual([
      [0, 0],
      [1000, 640],
    ])
    const names = drawn.filter(({ isClipped }) => !isClipped).map(({ text }) => text)
    expect(names).toContain(scene.lanes[0]!.texts[0]!.text)
  })

  it('hatches what is on its way, and draws everything else as ever', () => {
    const scene = buildScene(inputFor(readStory(), 1000, 640))
    const { plot } = scene
    const loading = [
      { ...plot, width: 200 },
      { ...plot, x: plot.x + 300, width: 100 },
    ]
    const busy = { ...scene, loading }
    expect(withoutInk(busy, 1.5)).toEqual([])
    const outside = (one: Scene): unknown => drawnOf(one).filter(({ isClipped }) => !isClipped)
    expect(outside(busy)).toEqual(outside(scene))
    expect(drawnOf(busy).length).toBe(drawnOf(scene).length + loading.length)
  })

  it('costs a few draws a mark and none an event', () => {
    const recipe = { seed: 7, organizations: 6, lanes: 2, dates: 'modern', parts: false } as const
    const drawsFor = (count: number): { draws: number; scene: Scene } => {
      const table = tableOf(documentOf({ ...recipe, count }))
      const scene = buildScene(inputFor(table, 1440, 800))
      return { draws: drawnOf(scene).length, scene }
    }
    for (const count of [40, 400, 4000]) {
      const { draws, scene } = drawsFor(count)
      const { marks, labels, ticks, eras, lanes, ties } = scene
      const lines = labels.reduce((sum, label) => sum + label.lines.length, 0)
      // A mark: band, halo, dot with its ring, count with its own; a line of text: its halo and itself.
      const most = 6 * marks.length + 2 * lines + 2 * ticks.length + 5 * eras.length
      expect(draws).toBeLessThan(most + 5 * lanes.length + 3 * ties.length + 20)
    }
    const [few, many] = [drawsFor(1000), drawsFor(8000)]
    expect(many.draws).toBeLessThan(2 * few.draws)
  })
})
