import type { Problem } from '#core/model/problem.ts'
import type { Manifest } from '#core/tiles/readManifest.ts'
import { readTile, type Tile } from '#core/tiles/readTile.ts'
import { type TileAddress, tilePath } from '#core/tiles/tileGrid.ts'
import { askFor } from '#loading/askFor.ts'
import { LoadFailure } from '#loading/loadFailure.ts'
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

/** Fetches one tile. Throws a `LoadFailure`, or after `signal` aborts its reason. */
export async function fetchTile(
  manifest: Manifest,
  manifestUrl: string,
  address: TileAddress,
  signal: AbortSignal | undefined,
): Promise<FetchedTile> {
  const url = new URL(tilePath(address), manifestUrl).href
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  const late = new LoadFailure({ kind: 'timeout', seconds: patience / 1000, received: 0 }, url)
  const timer = setTimeout(() => controller.abort(late), patience)
  try {
    const text = await textOf(url, controller.signal)
    const { value, fault, problems } = readTile(parsed(text), manifest, address)
    if (value === undefined) {
      throw new LoadFailure({ kind: 'broken-tiles', fault: fault ?? '' }, url)
    }
    const where = tilePath(address)
    const told = problems.map((problem) => ({ ...problem, path: `${where} ${problem.path}` }))
    return { tile: value, problems: told }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function textOf(url: string, signal: AbortSignal): Promise<string> {
  const response = await askFor(url, signal).catch(() => {
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
