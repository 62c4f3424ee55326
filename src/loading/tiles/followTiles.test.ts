import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { countEvents, type EventTable } from '#core/data/eventTable.ts'
import { noFilter } from '#core/data/filterState.ts'
import { countHere } from '#core/tiles/countHere.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { cutTiles } from '#core/tiles/testing/cutTiles.ts'
import type { Span } from '#core/time/instant.ts'
import { openTiles } from './openTiles.ts'
import type { TileFollower, TilesHere } from './tileSource.ts'

const count = 2000
const url = 'https://x.test/set/tiles.json'
const day = 86_400_000
const from = Date.UTC(1990, 0, 1)

function cut(): ReadonlyMap<string, string> {
  const events = Array.from({ length: count }, (_, index) => ({
    date: new Date(from + index * day).toISOString().slice(0, 10),
    title: `Event ${index}`,
  }))
  const { document } = readDocument({ version: 1, title: 'A', events })
  if (document === undefined) throw new Error('The document cannot be read.')
  return cutTiles(document, { events: 30, bytes: 80_000 })
}

const files = cut()

/** A network that answers when it is told to. */
function slowNetwork() {
  const asked: string[] = []
  const aborted: string[] = []
  const waiting = new Map<string, () => void>()
  const state = { isHeld: false, broken: new Set<string>() }
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    const path = address.replace('https://x.test/set/', '')
    asked.push(path)
    if (state.isHeld) {
      await new Promise<void>((done, fail) => {
        waiting.set(path, done)
        signal.addEventListener('abort', () => {
          aborted.push(path)
          fail(new DOMException('Aborted', 'AbortError'))
        })
      })
    }
    const body = state.broken.has(path) ? undefined : files.get(path)
    return new Response(body ?? '', { status: body === undefined ? 404 : 200 })
  })
  const release = (): void => {
    state.isHeld = false
    for (const go of waiting.values()) go()
  }
  return { asked, aborted, state, release }
}

async function opened(queries: QueryClient) {
  const { tiles, table } = await openTiles(
    JSON.parse(files.get('tiles.json') ?? ''),
    url,
    undefined,
  )
  const tables: EventTable[] = [table]
  let last: TilesHere | undefined
  let rests = 0
  const follower = tiles.follow(queries, {
    onTiles: (here) => {
      last = here
      tables.push(here.table)
    },
    onRest: () => {
      rests += 1
    },
    look: () => ({ lanes: 'organizations', filter: noFilter }),
  })
  return { follower, tables, here: () => last, rests: () => rests }
}

const days = (first: number, last: number): Span => ({
  start: from + first * day,
  end: from + last * day,
})

async function rest(follower: TileFollower): Promise<void> {
  await vi.waitFor(() => expect(follower.isBusy()).toBe(false), { timeout: 5000 })
}

const look = (follower: TileFollower, view: Span): void =>
  follower.look({ view, length: 1000, pinned: undefined })

let queries: QueryClient
beforeEach(() => {
  queries = new QueryClient()
})
afterEach(() => {
  queries.clear()
  vi.unstubAllGlobals()
})

it('fetches each tile once, none that is not there, and tells of all events in every table', async () => {
  const { asked } = slowNetwork()
  const { follower, tables, here, rests } = await opened(queries)
  for (const view of [
    days(0, count),
    days(900, 915),
    days(910, 925),
    days(0, count),
    days(900, 915),
  ]) {
    look(follower, view)
    await rest(follower)
  }
  expect(new Set(asked).size).toBe(asked.length)
  for (const path of asked) expect(files.has(path)).toBe(true)
  expect(asked.length).toBeLessThan(files.size / 3)
  for (const table of tables) expect(countEvents(table)).toBe(count)
  expect(here()?.failed).toBe(0)
  expect(here()?.table.unseen?.loading).toEqual([])
  expect(rests()).toBeGreaterThan(0)
  // All days in view are here.
  const { table } = here() ?? {}
  const inView = [...(table?.anchor ?? [])].filter(
    (at, row) => at >= from + 900 * day && at < from + 915 * day && table?.event(row) !== undefined,
  )
  expect(inView).toHaveLength(15)
  follower.dispose()
})

it('gives up what is on its way to where nobody looks any more', async () => {
  const { asked, aborted, state, release } = slowNetwork()
  const { follower, here } = await opened(queries)
  state.isHeld = true
  look(follower, days(100, 130))
  await vi.waitFor(() => expect(here()?.table.unseen?.loading.length).toBeGreaterThan(0))
  expect(countHere(here()!.table)).toBe(30)
  const first = asked.slice(1)
  look(follower, days(1800, 1830))
  await vi.waitFor(() => expect(aborted.length).toBeGreaterThan(0))
  // What both views need stays on its way.
  expect(first).toEqual(expect.arrayContaining(aborted))
  release()
  await rest(follower)
  expect(here()?.table.unseen?.loading).toEqual([])
  expect(new Set(asked).size).toBe(asked.length)
  follower.dispose()
})

it('tells how many parts failed, and asks for them again when it is told to', async () => {
  const { state } = slowNetwork()
  const { follower, here } = await opened(queries)
  for (const path of files.keys()) if (path.startsWith('1/')) state.broken.add(path)
  look(follower, days(100, 130))
  await rest(follower)
  expect(here()?.failed).toBe(1)
  expect(here()?.table.unseen?.loading.length).toBeGreaterThan(0)
  state.broken.clear()
  follower.retry()
  await rest(follower)
  expect(here()?.failed).toBe(0)
  expect(here()?.table.unseen?.loading).toEqual([])
  follower.dispose()
})

it('keeps the tiles around a chosen event, wherever the view goes', async () => {
  slowNetwork()
  const { follower, here } = await opened(queries)
  look(follower, days(1000, 1010))
  await rest(follower)
  const { table } = here()!
  const row = [...table.anchor].findIndex((at) => at === from + 1003 * day + day / 2)
  const chosen = table.id(row)
  expect(chosen).toBeDefined()
  follower.look({ view: days(0, count), length: 1000, pinned: table.anchor[row] })
  await rest(follower)
  expect(here()?.table.rowOf(chosen)).toBeDefined()
  look(follower, days(0, count))
  await rest(follower)
  expect(here()?.table.rowOf(chosen)).toBeUndefined()
  follower.dispose()
})

it('fetches the pages of a tile that is one instant, up to some, and counts the rest', async () => {
  const crowd = (events: number): ReadonlyMap<string, string> => {
    const list = Array.from({ length: events }, (_, at) => ({ date: '1999-12-31', title: `${at}` }))
    const { document } = readDocument({ version: 1, title: 'A', events: list })
    if (document === undefined) throw new Error('The document cannot be read.')
    return cutTiles(document, { events: 30, bytes: 80_000 })
  }
  for (const [events, shown] of [
    [100, 100],
    [400, 150],
  ] as const) {
    const set = crowd(events)
    vi.stubGlobal(
      'fetch',
      async (address: string) => new Response(set.get(address.replace('https://x.test/set/', ''))),
    )
    const { table } = await openTiles(JSON.parse(set.get('tiles.json') ?? ''), url, undefined)
    expect(countHere(table)).toBe(shown)
    expect(countEvents(table)).toBe(events)
  }
})
