import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react'

import { overviewOf } from '#core/scene/overview.ts'
import type { Scene } from '#core/scene/scene.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { formatSpan } from '#core/time/formatDate.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { ticks } from '#core/viewport/ticks.ts'
import { timeScale } from '#core/viewport/timeScale.ts'
import { pointIn } from '#input/place.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { overviewNodes } from '#render/svg/overviewNodes.ts'
import { createSvgTree, type SvgTree } from '#render/svg/svgTree.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import type { Drawing, DrawingSettings } from './createDrawing.ts'
import { beyond, brushed, type BrushPart, narrowest, snapped, snapWithin } from './brush.ts'
import css from './Overview.module.css'

const selectEvent = (state: TimelineStoreState) => state.event

const height = 64

interface OverviewProps {
  readonly drawing: Drawing
  readonly settings: DrawingSettings
  /** The scene that the view has settled on. */
  readonly scene: Scene
}

interface Drag {
  readonly part: BrushPart
  readonly origin: Instant
  readonly span: Span
  /** Where an edge comes to stand when it is let go nearby: the beginning of a year, or of a quarter. */
  readonly stops: readonly Instant[]
}

/**
 * All of time at the foot, with a window over what is visible: drag it, pull its edges, or draw a new
 * one. Its edges are sliders for the keyboard. The window follows the drawing frame by frame.
 */
export function Overview({ drawing, settings, scene }: OverviewProps) {
  const { table, messages, dateWords } = useTimeline()
  const event = useTimelineStore(selectEvent)
  const strip = useRef<HTMLDivElement>(null)
  const brush = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag>(undefined)
  const { plot, theme } = scene
  const { width } = plot
  const whole = fitSpan(table.span)

  const overview = useMemo(() => {
    const { matching, rows } = settings
    const words = { dateWords, measure: createMeasureText() }
    return overviewOf({ table, matching, rows, size: { width, height }, theme, ...words })
  }, [table, settings, width, theme, dateWords])
  const tree = useRef<SvgTree>(undefined)
  useLayoutEffect(() => {
    const made = createSvgTree()
    tree.current = made
    strip.current?.prepend(made.element)
    return () => made.element.remove()
  }, [])
  useLayoutEffect(() => {
    tree.current?.show(overviewNodes(overview(table.rowOf(event))))
  }, [overview, table, event])

  useLayoutEffect(() => {
    const place = ({ span }: Scene): void => {
      const target = brush.current
      if (target === null) return
      const scale = timeScale(fitSpan(table.span), width)
      const [first, last] = [scale.x(span.start), scale.x(span.end)]
      const from = Math.min(Math.max(first, 0), width)
      const to = Math.min(Math.max(last, 0), width)
      target.dataset.beyond = beyond(first, last, width)
      target.style.transform = `translateX(${Math.min(from, width - narrowest)}px)`
      target.style.width = `${Math.max(to - from, narrowest)}px`
    }
    place(scene)
    return drawing.onDraw(place)
  }, [drawing, scene, table, width])

  const instantAt = (pointer: PointerEvent): Instant => {
    const x = strip.current === null ? 0 : pointIn(strip.current, pointer).x
    return timeScale(whole, width).instantAt(x)
  }

  const start = (part: BrushPart) => (pointer: PointerEvent<HTMLElement>) => {
    if (pointer.button !== 0) return
    pointer.preventDefault()
    pointer.stopPropagation()
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
    const current = drawing.scene()?.span ?? whole
    // The window as a whole keeps its length, and so stands on none.
    const marks = part === 'window' ? [] : ticks(whole, width, dateWords).ticks
    const stops = marks.map(({ instant }) => instant)
    drag.current = { part, origin: instantAt(pointer), span: current, stops }
    drawing.hold(true)
  }
  const move = (pointer: PointerEvent): void => {
    const begun = drag.current
    if (begun === undefined) return
    const { part, origin, stops } = begun
    const within = ((whole.end - whole.start) / width) * snapWithin
    const snap = (at: Instant): Instant => snapped(at, stops, within)
    const span = brushed(part, begun.span, snap(origin), snap(instantAt(pointer)), whole)
    drawing.dispatch({ type: 'show', span })
  }
  const end = (pointer: PointerEvent): void => {
    const begun = drag.current
    if (begun === undefined) return
    drag.current = undefined
    drawing.hold(false)
    // A click beside the window brings it there.
    const at = instantAt(pointer)
    const length = begun.span.end - begun.span.start
    if (begun.part === 'new' && Math.abs(at - begun.origin) < (whole.end - whole.start) / 200) {
      drawing.show({ start: at - length / 2, end: at + length / 2 })
    }
  }

  const onKey = (part: 'start' | 'end') => (key: KeyboardEvent) => {
    const { span } = scene
    const step = (whole.end - whole.start) / (key.shiftKey ? 200 : 40)
    const by = key.key === 'ArrowLeft' ? -step : key.key === 'ArrowRight' ? step : undefined
    if (by === undefined) return
    key.preventDefault()
    key.stopPropagation()
    drawing.show(brushed(part, span, span[part], span[part] + by, whole))
  }

  const slider = (part: 'start' | 'end') => (
    <div
      className={css.edge}
      data-part={part}
      role="slider"
      tabIndex={0}
      aria-label={part === 'start' ? messages.timeline.viewStart : messages.timeline.viewEnd}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(
        Math.min(
          100,
          Math.max(0, (100 * (scene.span[part] - whole.start)) / (whole.end - whole.start)),
        ),
      )}
      aria-valuetext={formatSpan(scene.span, dateWords)}
      onPointerDown={start(part)}
      onKeyDown={onKey(part)}
    />
  )

  return (
    <div
      className={css.overview}
      role="group"
      aria-label={messages.timeline.overview}
      data-overview=""
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {plot.x > 0 && (
        <p className={css.name} style={{ width: plot.x }} aria-hidden="true">
          <strong>{messages.timeline.overview}</strong>
          <span>{messages.timeline.overviewHint}</span>
        </p>
      )}
      <div ref={strip} className={css.strip} style={{ width }} onPointerDown={start('new')}>
        <div ref={brush} className={css.brush} onPointerDown={start('window')}>
          {slider('start')}
          {slider('end')}
        </div>
      </div>
    </div>
  )
}
