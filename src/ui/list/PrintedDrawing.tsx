import { useLayoutEffect, useRef } from 'react'

import { buildScene } from '#core/scene/buildScene.ts'
import { themes } from '#core/scene/theme.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { createSvgRenderer } from '#render/svg/svgRenderer.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import css from './print.module.css'

/** The sheet's own pixels: labels of 12.5 px come out at about 8 pt on A4 upright. */
const size = { width: 880, height: 560 }

const selectSettled = (state: TimelineStoreState) => state.settled
const selectFilter = (state: TimelineStoreState) => state.filter
const selectLanes = (state: TimelineStoreState) => state.lanes
const selectEvent = (state: TimelineStoreState) => state.event

/** The stretch that is on screen, drawn anew in light colours for the width of the paper. */
export function PrintedDrawing() {
  const { table, placeCrowd, derived, text, dateWords } = useTimeline()
  const { lanes } = usePanelMessages().list
  const settled = useTimelineStore(selectSettled)
  const filter = useTimelineStore(selectFilter)
  const laneMode = useTimelineStore(selectLanes)
  const selected = useTimelineStore(selectEvent)
  const host = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (host.current === null) return undefined
    const renderer = createSvgRenderer(host.current, 'tl-print-')
    renderer.draw(
      buildScene({
        table,
        matching: derived.matching(filter).matching,
        laneMode,
        viewport: { span: settled?.span ?? fitSpan(table.span), scroll: 0 },
        size,
        orientation: 'horizontal',
        theme: themes.light,
        words: { dateWords, text, organizations: lanes },
        measure: createMeasureText(),
        selected: table.rowOf(selected),
        focused: undefined,
        placeCrowd,
      }),
    )
    return () => renderer.dispose()
  }, [table, placeCrowd, derived, filter, laneMode, settled, text, dateWords, lanes, selected])

  return <div ref={host} className={css.drawing} />
}
