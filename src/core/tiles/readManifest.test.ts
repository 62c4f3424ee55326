import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readDocument } from '#core/model/readDocument.ts'
import { existsByRuns, readManifest } from './readManifest.ts'
import { readPage, readTile } from './readTile.ts'
import { setOf } from '#core/tiles/testing/tileSets.ts'

const { document } = readDocument({
  version: 1,
  title: 'A',
  organizations: [{ id: 'a', name: 'A' }],
  story: [{ id: 's', title: 'S', event: 'e7' }],
  events: Array.from({ length: 40 }, (_, at) => ({
    id: `e${at}`,
    date: `20${10 + at}`,
    title: `E${at}`,
    organizations: at % 3 ? ['a'] : [],
    relations: [{ to: `e${(at * 7) % 40}`, kind: 'leads-to' }],
  })),
})
const set = setOf(document!, { events: 4, bytes: 5000 })
const read = (path: string) => JSON.parse(set.files.get(path) ?? '')
const root = { z: 0, x: 0 }

/** A JSON value with one of its parts replaced. */
function mutated(json: unknown, path: readonly number[], value: unknown): unknown {
  if (typeof json !== 'object' || json === null || path.length === 0) return value
  const keys = Object.keys(json)
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)] ?? 'x'
  const copy = Array.isArray(json) ? [...json] : { ...json }
  Reflect.set(copy, key, mutated(Reflect.get(json, key), path.slice(1), value))
  return copy
}

const paths = fc.array(fc.nat(9), { minLength: 1, maxLength: 5 })

describe('readManifest', () => {
  it('keeps the head of the document, and the events that its story names', () => {
    expect(set.manifest.document.story).toEqual(document!.story)
    expect(set.manifest.owners).toEqual(
      new Map([
        [-1, 14],
        [0, 26],
      ]),
    )
  })

  it.each([
    [{}, 'not the manifest'],
    [null, 'not the manifest'],
    [{ format: 'throughline-tiles', version: 2 }, 'newer version'],
    [{ ...read('tiles.json'), levels: [[1, 1]] }, 'which tiles exist'],
    [{ ...read('tiles.json'), levels: [null] }, 'which tiles exist'],
    [
      {
        ...read('tiles.json'),
        levels: [
          [0, 1],
          [0, 1, 1, 1],
        ],
      },
      'which tiles exist',
    ],
    [{ ...read('tiles.json'), grid: { start: 0, length: 1000 } }, 'no stretch of time'],
    [{ ...read('tiles.json'), count: 41 }, 'contradict'],
    [{ ...read('tiles.json'), owners: [[7, 40]] }, 'contradict'],
  ])('refuses %#', (json, says) => {
    expect(readManifest(json).fault).toContain(says)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), paths, (value, path) => {
        const broken = mutated(read('tiles.json'), path, value)
        expect(() => [readManifest(value), readManifest(broken)]).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  it('finds tiles in runs', () => {
    const manifest = { ...set.manifest, levels: [[0, 1], undefined, [0, 1, 2, 2]] }
    expect([0, 1, 2, 3, 4].map((x) => existsByRuns(manifest, 2, x))).toEqual(
      Array.from('10110', (bit) => bit === '1'),
    )
    expect(existsByRuns(manifest, 1, 0)).toBeUndefined()
    expect(existsByRuns(manifest, 3, 0)).toBe(false)
  })
})

describe('readTile', () => {
  it('keeps relations to events elsewhere', () => {
    const { value, problems } = readTile(read('0/0.json'), set.manifest, root)
    expect(problems).toEqual([])
    for (const { event } of value?.events ?? []) {
      expect(event).toEqual(document!.events.find(({ id }) => id === event.id))
    }
  })

  it.each([
    [{}, 'is no tile'],
    [{ ...read('0/0.json'), z: 1 }, 'another tile'],
    [{ ...read('0/0.json'), count: 39 }, 'contradict'],
    [{ ...read('0/0.json'), cells: [[0, 3, 1, 3, 1]] }, 'not in order'],
    [{ ...read('0/0.json'), cells: [[5, 3, 1]] }, 'not in order'],
    [{ ...read('0/0.json'), cells: [[0, 256, 1]] }, 'not in order'],
  ])('refuses %#', (json, says) => {
    expect(readTile(json, set.manifest, root).fault).toContain(says)
  })

  it('leaves out events that are wrong, or belong elsewhere', () => {
    const tile = read('0/0.json')
    const events = [{ date: 'soon', title: 'A' }, { date: '1066', title: 'B' }, ...tile.events]
    const { value, problems } = readTile({ ...tile, events }, set.manifest, root)
    expect(value?.events).toHaveLength(tile.events.length)
    expect(problems).toMatchObject([{ code: 'date-unreadable', path: 'events[0].date' }])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), paths, (value, path) => {
        for (const json of [value, mutated(read('0/0.json'), path, value)]) {
          expect(() => readTile(json, set.manifest, root)).not.toThrow()
          expect(() => readPage(json, set.manifest, root, 1)).not.toThrow()
        }
      }),
      { numRuns: 500 },
    )
  })
})
