import * as v from 'valibot'

/** The format of tile sets, version 1: the one definition. docs/tiles.md tells it in words. */

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const instant = v.pipe(v.number(), v.finite())
/** From the first start to the last end, in epoch milliseconds. */
const extent = v.strictTuple([instant, instant])

/** More than any honest set has: what is read stays bounded. */
const most = { levels: 41, runs: 20_000, owners: 100_000, events: 20_000 }

/** The file `tiles.json`. */
export const manifestSchema = v.looseObject({
  format: v.literal('throughline-tiles'),
  version: v.literal(1),
  /** A document without its events, as `readDocument` reads it. */
  document: v.looseObject({}),
  /** All events. */
  count: whole,
  span: extent,
  grid: v.object({ start: v.pipe(v.number(), v.integer()), length: v.number() }),
  /** Per level the tiles that exist, as runs: first `x`, how many, first, how many; null where only their parents tell. */
  levels: v.pipe(
    v.array(v.nullable(v.pipe(v.array(whole), v.maxLength(most.runs)))),
    v.maxLength(most.levels),
  ),
  /** Place of an organisation in the document (-1 for nobody), and how many events it owns. */
  owners: v.pipe(
    v.array(v.strictTuple([v.pipe(v.number(), v.safeInteger(), v.minValue(-1)), whole])),
    v.maxLength(most.owners),
  ),
})

/** What a tile says of one of its halves: count, and the extent of its events. */
const childSchema = v.nullable(v.strictTuple([whole, instant, instant]))

/** A file of a tile. */
export const tileSchema = v.looseObject({
  z: whole,
  x: whole,
  /** All events anchored in the stretch, whichever tile holds them. */
  count: whole,
  span: extent,
  /** Files of this tile: this one, and what goes on in `x.1.json`, `x.2.json`, … */
  pages: v.pipe(whole, v.minValue(1)),
  /** The earlier and the later half; null where no tile follows. */
  children: v.strictTuple([childSchema, childSchema]),
  /** Per owner one list: place of the organisation (-1 for nobody), then cell, count, cell, count. */
  cells: v.pipe(
    v.array(v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(513))),
    v.maxLength(most.owners),
  ),
  events: v.pipe(v.array(v.unknown()), v.maxLength(most.events)),
})

/** A further page of a tile. */
export const pageSchema = v.looseObject({
  z: whole,
  x: whole,
  page: v.pipe(whole, v.minValue(1)),
  events: v.pipe(v.array(v.unknown()), v.maxLength(most.events)),
})

export type TileChild = readonly [count: number, start: number, end: number]
