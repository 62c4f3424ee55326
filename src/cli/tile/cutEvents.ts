import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DocumentHead } from '#core/model/document.ts'
import { MS } from '#core/time/instant.ts'
import type { TileChild } from '#core/tiles/tileFormat.ts'
import {
  cellsOfTile,
  deepestLevel,
  finestLength,
  gridOver,
  type TileGrid,
  tilePath,
} from '#core/tiles/tileGrid.ts'
import { manifestText, pageText, type TileLimits, tileText } from '#core/tiles/tileText.ts'
import cutSql from './cut.sql?raw'
import type { Cell, Database } from './database.ts'
import { fill, stepsOf } from './statements.ts'

/** What came out of cutting. */
export interface CutResult {
  readonly events: number
  readonly levels: number
  /** Tiles and their pages. */
  readonly files: number
  readonly bytes: number
  /** UTF-8 bytes of the largest file. */
  readonly largest: number
}

const steps = stepsOf(cutSql)
const cellBits = Math.log2(cellsOfTile)
/** Events whose text is in memory at one time. */
const batch = 50_000

/**
 * Cuts what is in the table `events` of the database, and writes it into a folder that is there: the
 * manifest last, so that no half-written set looks whole. `told` hears of progress.
 */
export async function cutEvents(
  database: Database,
  document: DocumentHead,
  out: string,
  limits: TileLimits,
  told: (line: string) => void,
): Promise<CutResult> {
  const [[first, last, start, end, count] = []] = await database.all(
    'SELECT min(anchor), max(anchor), min(first), max(last), count(*) FROM events',
  )
  const owners = await database.all(
    'SELECT owner, count(*) FROM events GROUP BY owner ORDER BY owner',
  )
  const grid = gridOver(Number(first ?? 0), Number(last ?? 0))
  const events = Number(count ?? 0)
  const levels = events === 0 ? [] : await cutLevels(database, grid, limits, told)
  const written = events === 0 ? nothing : await writeFiles(database, out, told)
  const manifest = manifestText({
    document,
    count: events,
    span: events === 0 ? { start: 0, end: MS.day } : { start: Number(start), end: Number(end) },
    grid,
    levels,
    owners: owners.map(([owner, own]): [number, number] => [Number(owner), Number(own)]),
  })
  await writeFile(join(out, 'tiles.json'), manifest)
  return { events, levels: levels.length, ...written }
}

const nothing = { files: 0, bytes: 0, largest: 0 }

/** The places of the tiles of each level. */
async function cutLevels(
  database: Database,
  grid: TileGrid,
  limits: TileLimits,
  told: (line: string) => void,
): Promise<readonly (readonly number[])[]> {
  const deepest = deepestLevel(grid)
  const run = async (step: string, values: Readonly<Record<string, number>>): Promise<void> => {
    for (const statement of fill(steps, step, values)) await database.run(statement)
  }
  const shift = (z: number): number => deepest + cellBits - z
  await run('order', { start: grid.start, cell: finestLength(grid) })
  const levels: number[][] = []
  for (let z = 0; ; z += 1) {
    await run('level', { z, shift: shift(z), deepest, ...limits })
    const places = await database.all(`SELECT x FROM tiles WHERE z = ${z} ORDER BY x`)
    levels.push(places.map(([x]) => Number(x)))
    const [[left] = []] = await database.all('SELECT count(*) FROM rest')
    told(`Level ${z}: ${places.length} tiles, ${Number(left)} events left.`)
    if (Number(left) === 0) break
  }
  const deepestTile = levels.length - 1
  await run('sums', { shift: shift(deepestTile), cells: deepest - deepestTile })
  for (let z = deepestTile; z >= 0; z -= 1) await run('sum', { z })
  return levels
}

async function writeFiles(
  database: Database,
  out: string,
  told: (line: string) => void,
): Promise<Pick<CutResult, 'files' | 'bytes' | 'largest'>> {
  for (const statement of fill(steps, 'pages')) await database.run(statement)
  const starts = await database.all('SELECT start, start + many FROM files ORDER BY start')
  let [files, bytes, largest] = [0, 0, 0]
  const folders = new Set<string>()
  for (let from = 0; from < starts.length;) {
    const first = Number(starts[from]?.[0])
    let to = from + 1
    while (to < starts.length && Number(starts[to]?.[1]) - first <= batch) to += 1
    const until = Number(starts[to - 1]?.[1])
    const [statement = ''] = fill(steps, 'write', { from: first, until })
    from = to
    const part = (await database.all(statement)).map(fileOf)
    for (const { path } of part) {
      const folder = join(out, path.slice(0, path.indexOf('/')))
      if (!folders.has(folder)) await mkdir(folder)
      folders.add(folder)
    }
    await Promise.all(part.map(({ path, content }) => writeFile(join(out, path), content)))
    for (const { content } of part) {
      files += 1
      bytes += content.length
      largest = Math.max(largest, content.length)
    }
    told(`Wrote ${files} of ${starts.length} files.`)
  }
  return { files, bytes, largest }
}

/** A row of the last step, in the order of its columns. */
function fileOf(row: readonly Cell[]): { readonly path: string; readonly content: Buffer } {
  const [z, x, page, pages] = row.map(Number)
  const address = { z: z ?? 0, x: x ?? 0 }
  const path = tilePath(address, page)
  const events = String(row[14] ?? '')
  if (page !== undefined && page > 0) {
    return { path, content: Buffer.from(pageText(address, page, events)) }
  }
  const child = (at: number): TileChild | null =>
    row[at] === null ? null : [Number(row[at]), Number(row[at + 1]), Number(row[at + 2])]
  const text = tileText({
    ...address,
    count: Number(row[4]),
    span: { start: Number(row[5]), end: Number(row[6]) },
    pages: pages ?? 1,
    children: [child(7), child(10)],
    cells: cellText(String(row[13])),
    events,
  })
  return { path, content: Buffer.from(text) }
}

/** `0 17 3,-1 4 1` as the lists of a tile: of each owner its cells and counts, all rising. */
function cellText(told: string): string {
  const lists = new Map<number, (readonly [cell: number, many: number])[]>()
  for (const part of told.split(',')) {
    const [owner = 0, cell = 0, many = 0] = part.split(' ').map(Number)
    const list = lists.get(owner)
    if (list) list.push([cell, many])
    else lists.set(owner, [[cell, many]])
  }
  return [...lists]
    .toSorted(([a], [b]) => a - b)
    .map(([owner, list]) => {
      const sorted = list.toSorted(([a], [b]) => a - b)
      return `[${owner},${sorted.map(([cell, many]) => `${cell},${many}`).join(',')}]`
    })
    .join(',')
}
