import { useEffect, useRef } from 'react'

import { overviewOf } from '#core/scene/overview.ts'
import { themes } from '#core/scene/theme.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { overviewNodes } from '#render/svg/overviewNodes.ts'
import { createSvgTree } from '#render/svg/svgTree.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './Poster.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter

/** Where there is no room for a timeline: its name, a picture of when, and the way to the whole. */
export function Poster() {
  const { table, derived, messages, dateWords, text, theme, surroundings } = useTimeline()
  const panelMessages = usePanelMessages()
  const filter = useTimelineStore(selectFilter)
  const host = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const target = host.current
    if (target === null) return undefined
    const tree = createSvgTree()
    target.append(tree.element)
    const { matching, rows } = derived.matching(filter)
    const draw = (): void => {
      const size = { width: target.clientWidth, height: target.clientHeight }
      if (size.width < 40 || size.height < 24) return
      const words = { dateWords, measure: createMeasureText() }
      tree.show(
        overviewNodes(
          overviewOf({ table, matching, rows, size, theme: themes[theme], ...words })(undefined),
        ),
      )
    }
    const resizes = new ResizeObserver(draw)
    resizes.observe(target)
    return () => {
      resizes.disconnect()
      tree.element.remove()
    }
  }, [table, derived, filter, theme, dateWords])

  return (
    <a
      className={css.poster}
      href={surroundings.address()}
      target="_blank"
      rel="noopener"
      data-poster=""
      onFocus={(event) => {
        event.currentTarget.href = surroundings.address()
      }}
      onPointerEnter={(event) => {
        event.currentTarget.href = surroundings.address()
      }}
    >
      <strong className={css.title}>{text(table.document.title)}</strong>
      <div ref={host} className={css.picture} aria-hidden="true" />
      <span className={css.open}>
        {messages.embed.open}
        <span className="tl-visually-hidden"> ({panelMessages.detail.opensNewTab})</span>
      </span>
    </a>
  )
}
