import { type EventIndex, type EventTable, isUnseen } from '#core/data/eventTable.ts'
import { clusterHalf } from '#core/layout/placement.ts'
import { firstRows } from '#core/data/rowSet.ts'
import type { Box, Mark, Scene } from '#core/scene/scene.ts'

/** Where an event's button lies over the drawing, in pixels of the drawing. */
export interface ButtonPlace {
  readonly id: string
  readonly row: EventIndex
  /** Over the mark, at least 24 × 24. */
  readonly box: Box
  readonly label: Box | undefined
  /** Its mark is a cluster's badge: reached by keys and screen readers, not by the pointer. */
  readonly gathered: boolean
  readonly selected: boolean
}

export interface ButtonList {
  readonly lane: string
  readonly title: string
  readonly places: readonly ButtonPlace[]
}

/** No more buttons than this at a time; the rest is one step, one zoom or the list away. */
export const mostButtons = 200
const target = 24

/**
 * Buttons for the events in view, by lane and in order of time: those drawn alone, and those held in
 * clusters, as far as `mostButtons` goes. `current` has its button even when the limit leaves it out.
 */
export function buttonPlaces(
  scene: Scene,
  table: EventTable,
  current: string | undefined,
): ButtonList[] {
  const labels = new Map(scene.labels.map((label) => [label.event, label.box]))
  const found = new Map<EventIndex, { mark: Mark; gathered: boolean }>()
  for (const mark of scene.marks) {
    if (mark.dot !== 'cluster' && !found.has(mark.event))
      found.set(mark.event, { mark, gathered: false })
  }
  const currentRow = table.rowOf(current)
  const alone = [...found.keys()].toSorted((p, q) => p - q)
  for (const row of alone.slice(mostButtons)) if (row !== currentRow) found.delete(row)
  const isLeft = (row: EventIndex): boolean => !isUnseen(table, row) && !found.has(row)
  for (const [row, mark] of earliestGathered(scene.marks, mostButtons - alone.length, isLeft)) {
    found.set(row, { mark, gathered: true })
  }
  if (currentRow !== undefined && !found.has(currentRow)) {
    const mark = scene.marks.find(({ gathered }) => gathered.has(currentRow))
    if (mark) found.set(currentRow, { mark, gathered: true })
  }
  const kept = [...found.entries()].toSorted(([p], [q]) => p - q)

  const lanes = new Map<number, ButtonPlace[]>()
  for (const [row, { mark, gathered }] of kept) {
    const place: ButtonPlace = {
      id: table.id(row) ?? '',
      row,
      box: inside(markBox(mark), scene.plot),
      label: gathered ? undefined : labels.get(row),
      gathered,
      selected: mark.selected && mark.event === row,
    }
    const list = lanes.get(mark.lane)
    if (list) list.push(place)
    else lanes.set(mark.lane, [place])
  }
  return [...lanes.entries()]
    .toSorted(([p], [q]) => p - q)
    .map(([lane, places]) => ({
      lane: scene.lanes[lane]?.key ?? String(lane),
      title: scene.lanes[lane]?.name ?? '',
      places,
    }))
}

/** The earliest rows that badges hold, at most `most`, each with its badge. No badge is read further than that. */
function earliestGathered(
  marks: readonly Mark[],
  most: number,
  isWanted: (row: EventIndex) => boolean,
): readonly (readonly [EventIndex, Mark])[] {
  let found: readonly (readonly [EventIndex, Mark])[] = []
  const firstOf = ({ gathered }: Mark): EventIndex => gathered.first ?? Infinity
  for (const mark of marks.toSorted((a, b) => firstOf(a) - firstOf(b))) {
    const [last] = found[most - 1] ?? [Infinity]
    if (most <= 0 || firstOf(mark) >= last) break
    const rows = firstRows(mark.gathered, most, isWanted)
    found = [...found, ...rows.map((row) => [row, mark] as const)]
      .toSorted(([p], [q]) => p - q)
      .slice(0, most)
  }
  return found
}

/** The box, moved into the plot: a band is still in view when its dot is not, and so is its button. */
function inside({ x, y, width, height }: Box, plot: Box): Box {
  return {
    x: Math.max(plot.x, Math.min(x, plot.x + plot.width - width)),
    y: Math.max(plot.y, Math.min(y, plot.y + plot.height - height)),
    width,
    height,
  }
}

/** Round the dot; a bar has none, so its own visible part. */
function markBox(mark: Mark): Box {
  const extent = mark.extent?.box
  if (mark.dot === 'none' && extent) {
    const width = Math.max(target, Math.min(extent.width, 4000))
    const height = Math.max(target, Math.min(extent.height, 4000))
    return {
      x: extent.x + (extent.width - width) / 2,
      y: extent.y + (extent.height - height) / 2,
      width,
      height,
    }
  }
  const half = mark.dot === 'cluster' ? clusterHalf(mark.count, mark.radius) : mark.radius
  const width = Math.max(target, 2 * half + 6)
  const height = Math.max(target, 2 * mark.radius + 6)
  return { x: mark.x - width / 2, y: mark.y - height / 2, width, height }
}
