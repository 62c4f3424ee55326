import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import { hitTest } from '#core/scene/hitTest.ts'
import type { StageFlight, StageScene } from '#core/scene/stageInput.ts'
import { layoutStage, type StageLayout } from '#core/scene/stageLayout.ts'
import { drawStage } from '#core/scene/stageScene.ts'
import { type FlightPlan, flightPlan } from '#input/flight.ts'
import { pointIn, pointOut } from '#input/place.ts'
import type { StageShown } from '#picture/shownStep.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { createFrameLoop } from '#render/frameLoop.ts'
import { createSvgRenderer } from '#render/svg/svgRenderer.ts'
import type { DrawingCommands } from '#ui/TimelineContext.tsx'

export interface StageDrawing {
  /** Shows a step: by a flight when `fly`, else at once. A flight under way is left where it is. */
  show(shown: StageShown, fly: boolean): void
  /** Points at an event for all to see. */
  point(row: EventIndex | undefined): void
  /** The event at a place in client pixels. */
  eventAt(x: number, y: number): EventIndex | undefined
  /** Calls `fn` with each new picture at rest; returns its stop. */
  onRest(fn: (scene: StageScene) => void): () => void
  dispose(): void
}

/** Shortest flight in milliseconds: the marks of the two steps change places even where time stands. */
const shortest = 240

let drawings = 0

/** Draws steps into `host`, and flies between them without React. Stands in `slot` until disposed of. */
export function createStageDrawing(
  host: HTMLElement,
  table: EventTable,
  slot: { current: DrawingCommands | undefined },
): StageDrawing {
  drawings += 1
  const renderer = createSvgRenderer(host, `stage${drawings}-`)
  const drawn = new Set<() => void>()
  const rested = new Set<(scene: StageScene) => void>()
  let measure: MeasureText = createMeasureText()
  let shown: StageShown | undefined
  let layout: StageLayout | undefined
  let scene: StageScene | undefined
  let pointed: EventIndex | undefined
  let flight:
    | { plan: FlightPlan; started: number | undefined; from: StageFlight['from'] }
    | undefined

  const loop = createFrameLoop((now) => {
    if (layout === undefined) return false
    const way = flight && wayAt(now)
    scene = drawStage(layout, flight ? undefined : pointed, way)
    renderer.draw(scene)
    for (const listener of drawn) listener()
    if (flight === undefined) for (const listener of rested) listener(scene)
    return flight !== undefined
  })

  const fontsArrived = (): void => {
    measure = createMeasureText()
    if (shown) layout = layoutStage({ ...shown, measure })
    loop.request()
  }
  document.fonts.addEventListener('loadingdone', fontsArrived)

  const commands: DrawingCommands = {
    fit: ignore,
    zoom: ignore,
    pan: ignore,
    reveal: ignore,
    jump: ignore,
    focus: ignore,
    probe: {
      view: () => ({ from: scene?.span.start ?? 0, to: scene?.span.end ?? 0 }),
      counts: () =>
        scene?.counts ?? {
          matching: 0,
          marks: 0,
          gathered: 0,
          outside: 0,
          before: 0,
          after: 0,
          labels: 0,
        },
      positionOf,
      isSettled,
      whenSettled: async () => {
        while (!isSettled()) await new Promise(requestAnimationFrame)
      },
      onDraw: (fn) => listen(drawn, fn),
    },
  }
  slot.current = commands

  return {
    show(next, fly) {
      const before = layout
      shown = next
      layout = layoutStage({ ...next, measure })
      pointed = undefined
      flight =
        fly && before && scene
          ? {
              plan: flightPlan(scene.span, next.span),
              started: undefined,
              from: {
                axisEnd: scene.spine?.x2 ?? before.axisEnd,
                marks: new Map(scene.marks.map((mark) => [mark.event, mark])),
              },
            }
          : undefined
      loop.request()
    },
    point(row) {
      if (row === pointed) return
      pointed = row
      loop.request()
    },
    eventAt(x, y) {
      if (scene === undefined) return undefined
      const at = pointIn(host, { clientX: x, clientY: y })
      const scale = scene.scale ?? 1
      const hit = hitTest(scene, at.x / scale, at.y / scale)
      return hit?.kind === 'event' ? hit.event : undefined
    },
    onRest: (fn) => listen(rested, fn),
    dispose() {
      if (slot.current === commands) slot.current = undefined
      document.fonts.removeEventListener('loadingdone', fontsArrived)
      loop.dispose()
      renderer.dispose()
    },
  }

  function wayAt(now: number): StageFlight | undefined {
    if (flight === undefined) return undefined
    flight.started ??= now
    const share = (now - flight.started) / Math.max(flight.plan.duration, shortest)
    if (share >= 1) {
      flight = undefined
      return undefined
    }
    const progress = share * share * (3 - 2 * share)
    return { span: flight.plan.at(share), progress, from: flight.from }
  }

  function isSettled(): boolean {
    return scene !== undefined && loop.isIdle() && flight === undefined
  }

  function positionOf(id: string): { x: number; y: number } | null {
    const row = table.rowOf(id)
    const mark = scene?.marks.find(({ event }) => event === row)
    if (mark === undefined) return null
    const scale = scene?.scale ?? 1
    return pointOut(host, { x: mark.x * scale, y: mark.y * scale })
  }
}

function listen<T>(listeners: Set<T>, fn: T): () => void {
  listeners.add(fn)
  return () => {
    listeners.delete(fn)
  }
}

function ignore(): void {}
