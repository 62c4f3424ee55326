import { describe, expect, it } from 'vitest'

import { noRows } from '#core/data/rowSet.ts'
import type { Mark, Scene } from '#core/scene/scene.ts'
import { themes } from '#core/scene/theme.ts'
import { createRowEaser } from './easeRows.ts'

function mark(key: string, x: number, y: number): Mark {
  return {
    key,
    event: Number(key.slice(2)),
    gathered: noRows,
    lane: 0,
    x,
    y,
    dot: 'solid',
    radius: 5,
    extent: undefined,
    color: '#000000',
    count: 0,
    selected: false,
  }
}

function scene(marks: readonly Mark[], width = 100): Scene {
  return {
    size: { width, height: 100 },
    orientation: 'horizontal',
    theme: themes.light,
    plot: { x: 0, y: 0, width, height: 80 },
    span: { start: 0, end: 1 },
    eras: [],
    lanes: [],
    loading: [],
    ticks: [],
    parentUnit: undefined,
    ties: [],
    spokes: [],
    relations: [],
    marks,
    labels: [],
    lanesHeight: 80,
    counts: { matching: 1, marks: 1, gathered: 0, outside: 0, before: 0, after: 0, labels: 0 },
  }
}

describe('createRowEaser', () => {
  it('glides to another row, follows time at once, and ends exactly there', () => {
    const easer = createRowEaser()
    easer.ease(scene([mark('e:1', 10, 20)]), 0)
    const jumped = scene([mark('e:1', 30, 60)])
    const first = easer.ease(jumped, 16)
    expect(first.moving).toBe(true)
    expect(first.scene.marks[0]).toMatchObject({ x: 30, y: 20 })
    const ys = [32, 48, 64, 120, 200].map((now) => easer.ease(jumped, now).scene.marks[0]?.y ?? 0)
    expect(ys).toEqual(ys.toSorted((p, q) => p - q))
    const last = easer.ease(jumped, 900)
    expect(last).toEqual({ scene: jumped, moving: false })
  })

  it('leaves new marks and another size where they are', () => {
    const easer = createRowEaser()
    easer.ease(scene([mark('e:1', 10, 20)]), 0)
    const more = scene([mark('e:1', 10, 20), mark('e:2', 50, 40)])
    expect(easer.ease(more, 16)).toEqual({ scene: more, moving: false })
    const wider = scene([mark('e:1', 10, 70)], 200)
    expect(easer.ease(wider, 32)).toEqual({ scene: wider, moving: false })
  })
})
