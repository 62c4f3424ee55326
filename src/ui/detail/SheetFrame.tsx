import { useEffect, useLayoutEffect, useState, type KeyboardEvent, type PointerEvent } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import type { FrameProps } from './SideFrame.tsx'
import { peekHeight, sheetHeights, snap, stepHeight, type SheetHeight } from './sheetHeights.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './frames.module.css'

interface Drag {
  /** Where the pointer took hold, and how high the sheet was. */
  readonly from: number
  readonly height: number
  readonly now: number
}

/**
 * The panel as a sheet over the foot of the drawing, in one of three heights. It keeps only the
 * lowest of them for itself in the layout: the rest lies over the drawing, which never resizes.
 */
export function SheetFrame({
  panel,
  labelledBy,
  onEscape,
  children,
  top,
  foot,
  contentKey,
}: FrameProps) {
  const { store, drawing } = useTimeline()
  const panelMessages = usePanelMessages()
  const [position, setPosition] = useState<SheetHeight>('half')
  const [room, setRoom] = useState(0)
  const [isPlaced, setPlaced] = useState(false)
  const [drag, setDrag] = useState<Drag | undefined>(undefined)

  useLayoutEffect(() => {
    const parent = panel.current?.parentElement
    if (!parent) return undefined
    const measure = (): void => setRoom(parent.clientHeight)
    // Before the first paint, so that the sheet is there at once and nothing shifts after it.
    measure()
    const observer = new ResizeObserver(() => {
      measure()
      setPlaced(true)
    })
    observer.observe(parent)
    return () => observer.disconnect()
  }, [panel])

  const heights = sheetHeights(room)
  const height = drag
    ? Math.max(heights.peek, drag.height + drag.from - drag.now)
    : heights[position]

  // The event that was chosen shall not lie under its own page. A view that a link brought stays.
  const half = position === 'half' && room > 0 ? heights.half : undefined
  useEffect(() => {
    const foot = panel.current?.getBoundingClientRect().bottom
    if (half === undefined || foot === undefined || store.getState().historyMark === 0) return
    drawing.current?.reveal(contentKey, foot - half)
  }, [contentKey, half, store, drawing, panel])

  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = stepHeight(position, event.key)
    if (wanted === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setPosition(wanted)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ from: event.clientY, height: heights[position], now: event.clientY })
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag) setDrag({ ...drag, now: event.clientY })
  }
  const onPointerEnd = (): void => {
    if (!drag) return
    const moved = drag.from - drag.now
    // A tap on the handle is a step, like its keys and buttons.
    const tapped = Math.abs(moved) < 4
    setPosition(tapped ? (position === 'half' ? 'full' : 'half') : snap(heights, height, moved))
    setDrag(undefined)
  }

  return (
    <aside
      ref={panel}
      part="panel"
      className={css.sheet}
      // As high before it is measured: the drawing beside it takes its size in the same commit.
      style={{ height: room === 0 ? peekHeight : heights.peek }}
      aria-labelledby={labelledBy}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Ours alone: the page's own Esc would act on what is left.
        event.stopPropagation()
        onEscape()
      }}
    >
      <div
        className={css.sheetBody}
        style={{ height }}
        data-position={position}
        // It neither lags behind the hand, nor grows from nothing when it first comes.
        data-still={drag !== undefined || !isPlaced}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a separator that is moved is no <hr> */}
        <div
          role="separator"
          className={css.handle}
          tabIndex={0}
          aria-orientation="horizontal"
          aria-label={panelMessages.detail.height}
          aria-valuenow={Math.round(height)}
          aria-valuemin={heights.peek}
          aria-valuemax={heights.full}
          aria-valuetext={panelMessages.detail.heights[position]}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
        />
        <div className={css.sheetTop}>
          <SheetButton
            label={panelMessages.detail.higher}
            path="M3.5 10L8 5.5l4.5 4.5"
            disabled={position === 'full'}
            onClick={() => setPosition(stepHeight(position, 'ArrowUp') ?? position)}
          />
          <SheetButton
            label={panelMessages.detail.lower}
            path="M3.5 6L8 10.5L12.5 6"
            disabled={position === 'peek'}
            onClick={() => setPosition(stepHeight(position, 'ArrowDown') ?? position)}
          />
          {top}
        </div>
        <div key={contentKey} className={css.scroller} tabIndex={-1}>
          {children}
        </div>
        {position !== 'peek' && foot}
      </div>
    </aside>
  )
}

interface SheetButtonProps {
  readonly label: string
  readonly path: string
  readonly disabled: boolean
  readonly onClick: () => void
}

function SheetButton({ label, path, disabled, onClick }: SheetButtonProps) {
  return (
    // `aria-disabled`, since a disabled button would drop the focus that it has.
    <button
      type="button"
      className={css.sheetButton}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={onClick}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </button>
  )
}
