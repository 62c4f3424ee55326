import type { Problem } from '#core/model/problem.ts'
import type { Manifest } from '#core/tiles/readManifest.ts'
import { readPage, readTile, type Tile, type TileReading } from '#core/tiles/readTile.ts'
import { type TileAddress, tilePath } from '#core/tiles/tileGrid.ts'
import { takeEarly } from '#loading/askEarly.ts'
import { askFor } from '#loading/askFor.ts'
import { LoadFailure } from '#loading/loadFailure.ts'
import { nextTask } from '#loading/parseInSlices.ts'
import { joined, piecesOf } from '#loading/readBody.ts'

export interface FetchedTile {
  readonly tile: Tile
  /** Of single events, which were left out or mended. */
  readonly problems: readonly Problem[]
}

/** Tiles have about 100 kB, and many organisations may double it a few times. */
const mostBytes = 10_000_000
/** So long one may take, in milliseconds. */
const patience = 60_000

/** Files of one tile that are fetched at most: some 2,000 events of one instant, the others are counted. */
const mostFiles = 5

/** Fetches one tile, with its pages. Throws a `LoadFailure`, or after `signal` aborts its reason. */
export async function fetchTile(
  manifest: Manifest,
  manifestUrl: string,
  address: TileAddress,
  signal: AbortSignal | undefined,
): Promise<FetchedTile> {
  const file = async <T>(page: number, read: (json: unknown) => TileReading<T>) => {
    const path = tilePath(address, page)
    const url = new URL(path, manifestUrl).href
    const json = await jsonOf(url, signal)
    // Parsing and reading take some frames together: each is a task of its own.
    await nextTask()
    const { value, fault, problems } = read(json)
    if (value === undefined) {
      throw new LoadFailure({ kind: 'broken-tiles', fault: fault ?? '' }, url)
    }
    return { value, problems: problems.map((problem) => withPath(problem, path)) }
  }
  const first = await file(0, (json) => readTile(json, manifest, address))
  const pages = Array.from(
    { length: Math.min(first.value.pages, mostFiles) - 1 },
    (_, index) => index + 1,
  )
  const more = await Promise.all(
    pages.map((page) => file(page, (json) => readPage(json, manifest, address, page))),
  )
  return {
    tile: {
      ...first.value,
      events: [...first.value.events, ...more.flatMap(({ value }) => value)],
    },
    problems: [first, ...more].flatMap(({ problems }) => problems),
  }
}

function withPath(problem: Problem, file: string): Problem {
  return { ...problem, path: `${file} ${problem.path}` }
}

async function jsonOf(url: string, signal: AbortSignal | undefined): Promise<unknown> {
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  const late = new LoadFailure({ kind: 'timeout', seconds: patience / 1000, received: 0 }, url)
  const timer = setTimeout(() => controller.abort(late), patience)
  try {
    return parsed(await textOf(url, controller.signal))
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function textOf(url: string, signal: AbortSignal): Promise<string> {
  const answer = takeEarly(url, signal) ?? askFor(url, signal)
  const response = await answer.catch(() => {
    signal.throwIfAborted()
    throw new LoadFailure({ kind: 'network' }, url)
  })
  const { ok, status } = response
  if (!ok) {
    await response.body?.cancel()
    throw new LoadFailure({ kind: status === 404 ? 'not-found' : 'http', status }, url)
  }
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(response, undefined, () => {}, mostBytes)) pieces.push(piece)
  return new TextDecoder().decode(joined(pieces))
}

/** What is no JSON is refused as no tile. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
