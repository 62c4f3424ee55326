import {
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react'

import { pointIn } from '#input/place.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { panelWidth } from '#ui/shared/panelWidth.ts'
import css from './frames.module.css'

const narrowest = 300
const widest = 640
const keyStep = 20

const clamp = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)))

export interface FrameProps {
  readonly panel: RefObject<HTMLElement | null>
  readonly labelledBy: string
  readonly onEscape: () => void
  /** What scrolls. */
  readonly children: ReactNode
  /** What stays at the top and the foot. */
  readonly top: ReactNode
  readonly foot: ReactNode
  /** Brings the content back to its start when it changes. */
  readonly contentKey: string
}

/** The panel beside the drawing. Its edge is dragged, or moved by the arrow keys, Home and End. */
export function SideFrame({
  panel,
  labelledBy,
  onEscape,
  children,
  top,
  foot,
  contentKey,
}: FrameProps) {
  const panelMessages = usePanelMessages()
  const [width, setWidth] = useState(panelWidth)

  const onKeyDown = (event: KeyboardEvent): void => {
    const widths: Record<string, number> = {
      ArrowLeft: width + keyStep,
      ArrowRight: width - keyStep,
      Home: narrowest,
      End: widest,
    }
    const wanted = widths[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setWidth(clamp(wanted))
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const frame = panel.current
    if (frame !== null) setWidth(clamp(frame.offsetWidth - pointIn(frame, event).x))
  }

  return (
    <aside
      ref={panel}
      part="panel"
      className={css.side}
      style={{ width }}
      aria-labelledby={labelledBy}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Ours alone: the page's own Esc would act on what is left.
        event.stopPropagation()
        onEscape()
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a separator that is moved is no <hr> */}
      <div
        role="separator"
        className={css.edge}
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={panelMessages.detail.width}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
      />
      <div className={css.sideTop}>{top}</div>
      <div key={contentKey} className={css.scroller} tabIndex={-1}>
        {children}
      </div>
      {foot}
    </aside>
  )
}
