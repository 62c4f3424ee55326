import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { EventIndex } from '#core/data/eventTable.ts'
import { type RowSet, unionOf } from '#core/data/rowSet.ts'
import { buildScene } from '#core/scene/buildScene.ts'
import type { Scene } from '#core/scene/scene.ts'
import type { SceneInput } from '#core/scene/sceneInput.ts'
import { manyEvents } from '#core/scene/testing/manyEvents.ts'
import {
  documentOf,
  documentRecipes,
  viewOf,
  viewRecipes,
} from '#core/scene/testing/randomScenes.ts'
import { inputFor, tableOf } from '#core/scene/testing/story.ts'
import { type ButtonList, buttonPlaces, mostButtons } from './buttonPlaces.ts'

const placesOf = (lists: readonly ButtonList[]) => lists.flatMap(({ places }) => places)

/** The rows that have buttons by definition, found by going through all that is drawn and gathered. */
function wanted({ marks }: Scene): readonly EventIndex[] {
  const rising = (rows: Iterable<EventIndex>): EventIndex[] =>
    [...new Set(rows)].toSorted((p, q) => p - q)
  const alone = rising(marks.flatMap(({ dot, event }) => (dot === 'cluster' ? [] : [event])))
  const held = rising(marks.flatMap(({ gathered }) => [...gathered]))
  const others = held.filter((row) => !alone.includes(row))
  return rising([...alone, ...others].slice(0, mostButtons))
}

/** The rows that have buttons, and those that should. */
function given(input: SceneInput): { readonly have: object; readonly should: object } {
  const scene = buildScene(input)
  const places = placesOf(buttonPlaces(scene, input.table, undefined))
  return { have: places.map(({ row }) => row).toSorted((p, q) => p - q), should: wanted(scene) }
}

/** The same rows; `onRead` hears of each that is gone through. */
function watched(rows: RowSet, onRead: () => void): RowSet {
  return Object.assign(Object.create(rows) as RowSet, {
    *[Symbol.iterator]() {
      for (const row of rows) {
        onRead()
        yield row
      }
    },
  })
}

describe('buttonPlaces', () => {
  it('gives those drawn alone a button, then the earliest of those in badges', () => {
    fc.assert(
      fc.property(documentRecipes, viewRecipes, (recipe, view) => {
        const { have, should } = given(viewOf(tableOf(documentOf(recipe)), view))
        expect(have).toEqual(should)
      }),
      { numRuns: 60 },
    )
    const { have, should } = given(inputFor(manyEvents(5_000, 5, 3), 1280, 800))
    expect(have).toEqual(should)
  })

  it('reads of badges no more rows than it may need, however many they hold', () => {
    const table = manyEvents(30_000, 6, 7)
    const scene = buildScene(inputFor(table, 1280, 800))
    let read = 0
    const marks = scene.marks.map((mark) => ({
      ...mark,
      gathered: watched(mark.gathered, () => (read += 1)),
    }))
    const places = placesOf(buttonPlaces({ ...scene, marks }, table, undefined))
    expect(places).toHaveLength(mostButtons)
    expect(read).toBeLessThan(scene.lanes.length * 2 * mostButtons)
  })

  it('merges badges that have become one, row by row', () => {
    const table = manyEvents(2_000, 3, 5)
    const { marks } = buildScene(inputFor(table, 800, 400))
    const sets = marks.filter(({ dot }) => dot === 'cluster').map(({ gathered }) => gathered)
    const all = sets.flatMap((set) => [...set]).toSorted((p, q) => p - q)
    expect([...unionOf(sets)]).toEqual(all)

    let read = 0
    const rows = unionOf(sets.map((set) => watched(set, () => (read += 1))))
    const reader = rows[Symbol.iterator]()
    expect([reader.next().value, reader.next().value]).toEqual(all.slice(0, 2))
    expect(read).toBeLessThanOrEqual(sets.length + 2)
  })
})
