import { useEffect, useRef } from 'react'

import { orientationFor, type Size } from '#core/scene/frame.ts'
import { buildScene } from '#core/scene/buildScene.ts'
import { themes } from '#core/scene/theme.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { clampSpan } from '#core/viewport/viewportCommands.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { createSvgRenderer } from '#render/svg/svgRenderer.ts'
import { spanOfRange } from '#state/range.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import css from './Still.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter
const selectLanes = (state: TimelineStoreState) => state.lanes
const selectRange = (state: TimelineStoreState) => state.range
const selectEvent = (state: TimelineStoreState) => state.event

let stills = 0

/**
 * One picture for previews, print and thumbnails: it hears nobody and sets no timer. Drawn when it first
 * has a size, again when that or the state changes, and when the fonts have come.
 */
export function StillTimeline() {
  const { store, table, placeCrowd, derived, messages, dateWords, text, theme } = useTimeline()
  const filter = useTimelineStore(selectFilter)
  const laneMode = useTimelineStore(selectLanes)
  const range = useTimelineStore(selectRange)
  const event = useTimelineStore(selectEvent)
  const host = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const target = host.current
    if (target === null) return undefined
    stills += 1
    const renderer = createSvgRenderer(target, `still${stills}-`)
    const fit = fitSpan(table.span)
    const { organizations } = messages.timeline
    let gone = false
    const draw = (): void => {
      const size: Size = { width: target.clientWidth, height: target.clientHeight }
      if (gone || size.width === 0 || size.height === 0) return
      // A step has asked for another range meanwhile: settling here would undo that.
      if (store.getState().range !== range) return
      const viewport = { span: clampSpan(spanOfRange(range, fit), fit), scroll: 0 }
      const scene = buildScene({
        table,
        matching: derived.matching(filter).matching,
        laneMode,
        viewport,
        size,
        orientation: orientationFor(size),
        theme: themes[theme],
        words: { dateWords, text, organizations },
        measure: createMeasureText(),
        selected: table.rowOf(event),
        focused: undefined,
        placeCrowd,
      })
      renderer.draw(scene)
      if (store.getState().settled === undefined) store.getState().actions.settle(viewport, fit)
    }
    const resizes = new ResizeObserver(draw)
    resizes.observe(target)
    void document.fonts.ready.then(draw)
    return () => {
      gone = true
      resizes.disconnect()
      renderer.dispose()
    }
  }, [
    store,
    table,
    placeCrowd,
    derived,
    filter,
    laneMode,
    range,
    event,
    theme,
    dateWords,
    text,
    messages,
  ])

  return (
    <figure className={css.still} data-still="">
      <figcaption className={css.title}>{text(table.document.title)}</figcaption>
      <div ref={host} className={css.picture} role="img" aria-label={text(table.document.title)} />
    </figure>
  )
}
