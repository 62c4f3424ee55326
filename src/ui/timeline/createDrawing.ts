import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { assignLanes, type LaneMode } from '#core/layout/assignLanes.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import { orientationFor, type Size } from '#core/scene/frame.ts'
import type { Scene } from '#core/scene/scene.ts'
import type { SceneInput, SceneWords } from '#core/scene/sceneInput.ts'
import { createScenePipeline } from '#core/scene/scenePipeline.ts'
import type { Theme } from '#core/scene/theme.ts'
import type { Span } from '#core/time/instant.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { scrollInto } from '#core/viewport/scrollInto.ts'
import type { ViewCommand, Viewport } from '#core/viewport/viewport.ts'
import { applyViewportCommand, clampSpan } from '#core/viewport/viewportCommands.ts'
import { type FlightPlan, flightPlan } from '#input/flight.ts'
import { coveredPart, pointOut } from '#input/place.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { createRenderer } from '#render/chooseRenderer.ts'
import { createRowEaser } from '#render/easeRows.ts'
import { createFrameLoop } from '#render/frameLoop.ts'
import { rangeIsAsked, spanOfRange } from '#state/range.ts'
import type { TimelineStore } from '#state/timelineStore.ts'
import type { DrawingCommands } from '#ui/TimelineContext.tsx'
import { mostButtons } from './buttonPlaces.ts'

/** What the page decides about a drawing. Replaced as a whole when any of it changes. */
export interface DrawingSettings {
  /** Another one of the same timeline, when more of it has come. */
  readonly table: EventTable
  /** One byte a row: 1 when it passes the filter. */
  readonly matching: Uint8Array
  /** Matching rows in order of time. */
  readonly rows: Int32Array
  readonly laneMode: LaneMode
  readonly theme: Theme
  readonly words: SceneWords
  readonly placeCrowd: SceneInput['placeCrowd']
  readonly motion: boolean
}

export interface Drawing {
  /** The scene on screen, once there is one. */
  scene(): Scene | undefined
  /** What it was drawn with: the rows of the scene are those of its table. */
  settings(): DrawingSettings
  change(settings: DrawingSettings): void
  /** Draws without waiting for a frame, where there is room: what the browser paints next has it. */
  drawNow(): void
  dispatch(command: ViewCommand): void
  /** Brings an event into view by a short flight, moving only as far as needed. */
  reveal(eventId: string, coveredFrom?: number): void
  /** Flies to a span. */
  show(span: Span): void
  /** While the reader drags or pinches, flights stop and nothing settles. */
  hold(held: boolean): void
  /** Calls `fn` after each paint, and when the view has come to rest. Both return their stop. */
  onDraw(fn: (scene: Scene) => void): () => void
  onSettled(fn: (scene: Scene) => void): () => void
  /** Who moves the keyboard's focus to an event's button when a panel asks for it. */
  onFocusAsked(fn: (id: string | undefined) => void): () => void
  dispose(): void
}

/** Milliseconds without a change of view after which it counts as settled. */
const restAfter = 140

/** Letters and figures by whose width one face is told from another. */
const fontSample = 'Throughline 0123456789'

let drawings = 0

/**
 * One live drawing: it reads the store, builds a scene a frame, and draws it into `host`. React gives it
 * settings and hears when it settles; in between it renders nothing. Its commands stand in `slot`
 * until it is disposed of.
 */
export function createDrawing(
  host: HTMLElement,
  store: TimelineStore,
  first: DrawingSettings,
  slot: { current: DrawingCommands | undefined },
): Drawing {
  drawings += 1
  const renderer = createRenderer(host, `tl${drawings}-`, {
    mostButtons,
    // What a page has: its bars and the overview; and an event with all that can be told of one, which may
    // not be the moment to change to a canvas that is here anyhow, as it is for a large document.
    panels: () =>
      store.getState().event === undefined && settings.placeCrowd === undefined ? 290 : 440,
  })
  const buildScene = createScenePipeline()
  let rows = createRowEaser()
  const { actions } = store.getState()
  const fit = fitSpan(first.table.span)
  const drawListeners = new Set<(scene: Scene) => void>()
  const settleListeners = new Set<(scene: Scene) => void>()
  let settings = first
  /** Those of the scene on screen. */
  let drawn = first
  let measure: MeasureText = createMeasureText()
  let size: Size = { width: 0, height: 0 }
  let scene: Scene | undefined
  let flight: { plan: FlightPlan; started: number | undefined } | undefined
  let held = false
  let restTimer: ReturnType<typeof setTimeout> | undefined
  /** When the view counts as settled, if nothing changes before. */
  let restAt = 0
  let drawnSpan: Span | undefined
  let isDrawn = false
  let focusAsked: (id: string | undefined) => void = ignore

  const loop = createFrameLoop((now) => {
    if (size.width === 0 || size.height === 0) return false
    const flying = advanceFlight(now)
    const gliding = draw(now)
    return flying || gliding
  })

  /** Takes the size of the host; true when it is another one. */
  const takeSize = (): boolean => {
    const next = { width: Math.round(host.clientWidth), height: Math.round(host.clientHeight) }
    if (next.width === size.width && next.height === size.height) return false
    size = next
    return true
  }
  const resizes = new ResizeObserver(() => {
    if (takeSize()) loop.request()
  })
  resizes.observe(host)

  const fontsArrived = (): void => {
    const fresh = createMeasureText()
    // A face that the drawing does not use changes nothing in it.
    if (fresh(fontSample, 'label') === measure(fontSample, 'label')) return
    measure = fresh
    // Letters of another face stand there at once, and so does what they push aside.
    rows = createRowEaser()
    loop.request()
  }
  document.fonts.addEventListener('loadingdone', fontsArrived)

  const unsubscribe = store.subscribe((state, before) => {
    // A step, or the back button, changes both: then the range says where to go.
    if (rangeIsAsked(state, before)) flyTo(spanOfRange(state.range, fit))
    else if (state.event !== before.event && state.event !== undefined) reveal(state.event)
    if (
      state.viewport !== before.viewport ||
      state.event !== before.event ||
      state.hover !== before.hover
    ) {
      loop.request()
    }
  })

  const commands: DrawingCommands = {
    fit: () => flyTo(fit),
    zoom: (factor, about) => {
      const { start, end } = current().span
      const { table } = drawn
      // What is being read stays where it is.
      const row = table.rowOf(about ?? store.getState().event)
      const part = ((table.anchor[row ?? -1] ?? NaN) - start) / (end - start)
      const at = part >= 0 && part <= 1 ? part : 0.5
      const next = applied({ type: 'zoomAt', at, factor })
      flyTo(next.span)
    },
    pan: (fraction) => flyTo(applied({ type: 'panBy', fraction }).span),
    reveal,
    jump,
    focus: (id) => focusAsked(id),
    probe: {
      view: () => {
        const { start, end } = current().span
        return { from: start, to: end }
      },
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
      onDraw: (fn) => listen(drawListeners, fn),
      prefer: (kind) => renderer.prefer(kind),
    },
  }
  slot.current = commands

  return {
    scene: () => scene,
    settings: () => drawn,
    change(next) {
      if (next === settings) return
      if (next.matching !== settings.matching || next.words !== settings.words) scheduleRest()
      settings = next
      loop.request()
    },
    drawNow() {
      if (takeSize() && size.width > 0 && size.height > 0) draw(performance.now())
    },
    dispatch(command) {
      flight = undefined
      // Also where frames come slower than the rest is long: a moving view must not count as settled.
      scheduleRest()
      actions.setViewport(applied(command))
    },
    reveal,
    show: flyTo,
    hold(next) {
      held = next
      if (held) flight = undefined
      scheduleRest()
    },
    onDraw: (fn) => listen(drawListeners, fn),
    onSettled: (fn) => listen(settleListeners, fn),
    onFocusAsked(fn) {
      focusAsked = fn
      return () => {
        focusAsked = ignore
      }
    },
    dispose() {
      if (slot.current === commands) slot.current = undefined
      unsubscribe()
      resizes.disconnect()
      document.fonts.removeEventListener('loadingdone', fontsArrived)
      clearTimeout(restTimer)
      loop.dispose()
      renderer.dispose()
    },
  }

  /** The viewport to draw: the store's, or at first the one that the address asks for. */
  function current(): Viewport {
    const { viewport, range } = store.getState()
    if (viewport) return viewport
    return { span: clampSpan(spanOfRange(range, fit), fit), scroll: 0 }
  }

  function applied(command: ViewCommand): Viewport {
    const maxScroll = scene === undefined ? 0 : Math.max(0, scene.lanesHeight - scene.plot.height)
    return applyViewportCommand(current(), command, { data: fit, maxScroll })
  }

  /** Draws the frame; true while marks still glide to their rows. */
  function draw(now: number): boolean {
    const { event, hover } = store.getState()
    const viewport = current()
    drawn = settings
    const { table } = drawn
    const rowOf = (id: string | undefined): EventIndex | undefined => table.rowOf(id)
    const selected = rowOf(event)
    scene = buildScene({
      table,
      matching: settings.matching,
      laneMode: settings.laneMode,
      viewport,
      size,
      orientation: orientationFor(size),
      theme: settings.theme,
      words: settings.words,
      measure,
      selected,
      focused: rowOf(hover),
      placeCrowd: settings.placeCrowd,
    })
    const eased = settings.motion ? rows.ease(scene, now) : { scene, moving: false }
    renderer.draw(eased.scene)
    if (!isDrawn && selected !== undefined) showLane(selected)
    isDrawn = true
    // A filter may have left fewer lanes than were scrolled past.
    const possible = applied({ type: 'scrollBy', px: 0 })
    if (possible.scroll !== current().scroll) actions.setViewport(possible)
    for (const listener of drawListeners) listener(scene)
    if (drawnSpan?.start !== viewport.span.start || drawnSpan.end !== viewport.span.end) {
      drawnSpan = viewport.span
      scheduleRest()
    } else if (restTimer === undefined) {
      for (const listener of settleListeners) listener(scene)
    }
    return eased.moving
  }

  function scheduleRest(): void {
    restAt = performance.now() + restAfter
    // Asked for several times a frame: the timer runs on, and is wound up again when it ends too early.
    restTimer ??= setTimeout(rest, restAfter)
  }

  function rest(): void {
    const left = restAt - performance.now()
    restTimer = undefined
    if (left > 1) {
      restTimer = setTimeout(rest, left)
      return
    }
    if (held || flight || size.width === 0) {
      if (!held) scheduleRest()
      return
    }
    actions.settle(current(), fit)
    loop.request()
  }

  function isSettled(): boolean {
    return (
      scene !== undefined &&
      !renderer.isWaiting() &&
      loop.isIdle() &&
      restTimer === undefined &&
      flight === undefined &&
      !held
    )
  }

  function flyTo(span: Span): void {
    const from = current()
    const to = clampSpan(span, fit)
    const plan = settings.motion && scene ? flightPlan(from.span, to) : undefined
    if (plan === undefined || plan.duration === 0) {
      flight = undefined
      actions.setViewport({ ...from, span: to })
      return
    }
    flight = { plan, started: undefined }
    loop.request()
  }

  function advanceFlight(now: number): boolean {
    if (flight === undefined) return false
    flight.started ??= now
    const share = (now - flight.started) / flight.plan.duration
    actions.setViewport({ ...current(), span: flight.plan.at(share) })
    if (share >= 1) flight = undefined
    return flight !== undefined
  }

  function reveal(id: string, coveredFrom?: number): void {
    const { table } = settings
    const row = table.rowOf(id)
    if (row === undefined) return
    showLane(row)
    // Across, what lies over the foot covers lanes, not time.
    const isDown = scene?.orientation === 'vertical' && coveredFrom !== undefined
    const covered = isDown ? coveredPart(host, coveredFrom) : 0
    const instant = table.anchor[row] ?? 0
    const next = applied({ type: 'reveal', instant, margin: 0.14, covered })
    if (next !== current()) flyTo(next.span)
  }

  /** Scrolls the lanes, where they are higher than the plot, until that of a row is there. */
  function showLane(row: EventIndex): void {
    if (scene === undefined) return
    const { laneOf, lanes } = assignLanes(settings.table, settings.laneMode)
    const id = lanes[laneOf[row] ?? -1]?.id
    const band = scene.lanes.find(({ key }) => key === id)
    const px = band === undefined ? 0 : scrollInto(band.box, scene.plot)
    if (px === 0) return
    actions.setViewport(applied({ type: 'scrollBy', px }))
    scheduleRest()
  }

  /** The nearest matching event wholly outside the view, over however long an empty stretch. */
  function jump(direction: 'earlier' | 'later'): void {
    const { span } = current()
    const { table, rows: shown } = settings
    const isLater = direction === 'later'
    const found = isLater
      ? shown.find((row) => (table.start[row] ?? 0) >= span.end)
      : shown.findLast((row) => (table.end[row] ?? 0) <= span.start)
    if (found === undefined) return
    const length = span.end - span.start
    const anchor = table.anchor[found] ?? 0
    const start = anchor - length * (isLater ? 0.25 : 0.75)
    flyTo({ start, end: start + length })
  }

  function positionOf(id: string): { x: number; y: number } | null {
    const row = drawn.table.rowOf(id)
    const mark =
      scene?.marks.find(({ event, dot }) => event === row && dot !== 'cluster') ??
      scene?.marks.find(({ gathered }) => row !== undefined && gathered.has(row))
    if (mark === undefined) return null
    return pointOut(host, mark)
  }
}

function listen<T>(listeners: Set<(value: T) => void>, fn: (value: T) => void): () => void {
  listeners.add(fn)
  return () => listeners.delete(fn)
}

function ignore(): void {}
