import { type EventIndex, type EventTable, isUnseen } from '#core/data/eventTable.ts'
import { overlaps } from '#core/time/instant.ts'
import type { SceneCounts } from './scene.ts'
import { fanOf, type StageFan } from './stageFan.ts'
import { stageFrame, type StageFrame } from './stageFrame.ts'
import { type Grain, placeGrains } from './stageGrains.ts'
import type { StageInput } from './stageInput.ts'
import {
  axisEndOf,
  narrowFrame,
  type PlacedEvent,
  placeEvents,
  type StageCandidate,
} from './stageLabels.ts'
import { overviewMarks } from './stageOverview.ts'
import { stageTheme } from './stageTheme.ts'
import type { Theme } from './theme.ts'

/** More events of the step's organisations than these are no longer one idea. */
const mostCompanions = 8

/** What a step shows, decided once: a flight to it only moves it. */
export interface StageLayout {
  readonly input: StageInput
  readonly frame: StageFrame
  readonly theme: Theme
  readonly fan: StageFan | undefined
  readonly axisEnd: number
  readonly placed: readonly PlacedEvent[]
  /** The rest of what happened meanwhile, without names. */
  readonly grains: readonly Grain[]
  readonly hidden: number
  readonly counts: SceneCounts
}

/** Decides what a step shows, and where it stands at rest. */
export function layoutStage(input: StageInput): StageLayout {
  const frame = stageFrame(input.size)
  const fan = fanOf(input, frame)
  const candidates = input.overview ? [] : candidatesOf(input)
  // What has room on the narrowest stage is shown on all, so that every room sees the same.
  const chosen = placeEvents(input, narrowFrame(frame), candidates)
  const placed = placeEvents(
    input,
    frame,
    chosen.map(({ row, title, told, label }) => ({ row, title: label ? title : '', told })),
  )
  const inView = topRowsInView(input)
  const axisEnd = axisEndOf(frame, fan)
  const scale = { span: input.span, from: frame.left, to: axisEnd }
  const grains = input.overview ? [] : placeGrains(input, grainsOf(input, placed, inView), scale)
  const dots = input.overview ? overviewMarks(input, frame, scale, () => '') : []
  const inOverview = dots.map(({ event }) => ({ row: event }))
  const counts = countsOf(input, [...placed, ...grains, ...inOverview], fan)
  const named = placed.filter(({ label }) => label !== undefined).length
  const own = input.row !== undefined && inView.includes(input.row) ? 1 : 0
  return {
    input,
    frame,
    theme: stageTheme(input.theme),
    fan,
    axisEnd,
    placed,
    grains,
    hidden: input.overview
      ? counts.gathered
      : Math.max(0, inView.length + unseenInView(input) - own - named),
    counts: { ...counts, labels: named + (fan?.children.length ?? 0) },
  }
}

/** What stands beside the step's event: what was told, then its organisations' own, weightiest first. */
function candidatesOf(input: StageInput): StageCandidate[] {
  const { table, row, organizations, words } = input
  const taken = new Set<EventIndex>(row === undefined ? [] : [row])
  const told = input.earlier.toReversed().flatMap(({ row, title }): StageCandidate[] => {
    if (taken.has(row) || !isInView(input, row)) return []
    taken.add(row)
    return [{ row, title, told: true }]
  })
  const lit = new Set(organizations)
  const later = new Set(input.later)
  const companions = topRowsInView(input)
    .filter((row) => !taken.has(row) && !later.has(row) && isAnchoredIn(input, row))
    .filter((row) => lit.has(ownerOf(table, row) ?? ''))
    .toSorted((p, q) => (table.importance[q] ?? 0) - (table.importance[p] ?? 0) || p - q)
    .slice(0, mostCompanions)
    .map((row) => ({ row, title: words.text(table.event(row)?.title), told: false }))
  return [...told, ...companions]
}

/** The organisation that owns an event, read from the columns: there may be a million of them. */
function ownerOf({ organizations, document }: EventTable, row: EventIndex): string | undefined {
  const at = organizations.starts[row] ?? 0
  if (at >= (organizations.starts[row + 1] ?? 0)) return undefined
  return document.organizations[organizations.places[at] ?? -1]?.id
}

/** What is neither in front nor beside it; what later steps will tell waits for its turn. */
function grainsOf(
  { row, later }: StageInput,
  placed: readonly PlacedEvent[],
  inView: readonly EventIndex[],
): EventIndex[] {
  const others = new Set([...placed.map((event) => event.row), ...later])
  return inView.filter((one) => one !== row && !others.has(one))
}

function isInView({ table, span }: StageInput, row: EventIndex): boolean {
  return overlaps({ start: table.start[row] ?? 0, end: table.end[row] ?? 0 }, span)
}

function isAnchoredIn({ table, span }: StageInput, row: EventIndex): boolean {
  const anchor = table.anchor[row] ?? 0
  return anchor >= span.start && anchor <= span.end
}

/** Matching events in view that are not part of another one. */
function topRowsInView(input: StageInput): EventIndex[] {
  const rows: EventIndex[] = []
  for (let row = 0; row < input.table.length; row += 1) {
    if (input.matching[row] !== 1 || isPart(input.table, row) || isUnseen(input.table, row))
      continue
    if (isInView(input, row)) rows.push(row)
  }
  return rows
}

/** Matching events in view that have not come. */
function unseenInView(input: StageInput): number {
  const { unseen } = input.table
  if (unseen === undefined) return 0
  let sum = 0
  for (const [row, passes] of input.matching.entries()) {
    const isCounted = passes === 1 && isUnseen(input.table, row) && isInView(input, row)
    if (isCounted) sum += unseen.counts[row] ?? 0
  }
  return sum
}

function isPart(table: EventTable, row: EventIndex): boolean {
  return (table.parent[row] ?? -1) >= 0
}

/** marks + gathered + outside = matching, as in every scene. */
function countsOf(
  input: StageInput,
  placed: readonly { readonly row: EventIndex }[],
  fan: StageFan | undefined,
): SceneCounts {
  const { table, matching, span } = input
  const alone = new Set([...placed, ...(fan?.children ?? [])].map(({ row }) => row))
  if (input.row !== undefined) alone.add(input.row)
  let [marks, gathered, before, after] = [0, 0, 0, 0]
  for (let row = 0; row < table.length; row += 1) {
    if (matching[row] !== 1) continue
    const events = table.unseen?.counts[row] ?? 1
    if (!isInView(input, row)) {
      if ((table.start[row] ?? 0) < span.start) before += events
      else after += events
    } else if (alone.has(row)) marks += events
    else gathered += events
  }
  const sum = marks + gathered + before + after
  return { matching: sum, marks, gathered, outside: before + after, before, after, labels: 0 }
}
