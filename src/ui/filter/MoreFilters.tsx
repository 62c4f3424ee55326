import { lazy, Suspense, useEffect, useId, useRef, useState, type CSSProperties } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import { activeElementNear } from '#ui/shared/activeElementNear.ts'
import chips from './Chips.module.css'
import css from './MoreFilters.module.css'

const FilterPanel = lazy(async () => ({ default: (await import('./FilterPanel.tsx')).FilterPanel }))

const panelWidth = 420
const margin = 12

interface MoreFiltersProps {
  readonly kind: 'chip' | 'icon'
  /** Organisations that stand only in the panel. */
  readonly behind: number
}

/**
 * The button to all filters, and the panel that it opens: a popover, so that Esc and a click beside
 * it close it, the drawing stays in use, and what changes can be seen behind.
 */
export function MoreFilters({ kind, behind }: MoreFiltersProps) {
  const { messages } = useTimeline()
  const words = messages.filter
  const button = useRef<HTMLButtonElement>(null)
  const heldFocus = useRef(false)
  const [open, setOpen] = useState(false)
  const [place, setPlace] = useState<CSSProperties>({})
  const panelId = useId()

  const findPlace = (): void => setPlace(placeUnder(button.current))

  useEffect(() => {
    if (!open) return undefined
    const follow = (): void => setPlace(placeUnder(button.current))
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [open])

  return (
    <>
      <button
        ref={button}
        type="button"
        className={kind === 'chip' ? chips.chip : css.iconButton}
        aria-label={behind > 0 ? words.moreLabel(behind) : words.panel}
        aria-expanded={open}
        aria-haspopup="dialog"
        popoverTarget={panelId}
        onClick={findPlace}
      >
        {kind === 'icon' && <Icon name="filters" />}
        {kind === 'chip' && (behind > 0 ? words.more(behind) : words.filters)}
      </button>
      <div
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label={words.panel}
        className={css.panel}
        style={place}
        data-placed={place.top !== undefined || undefined}
        onBeforeToggle={({ currentTarget, newState }) => {
          heldFocus.current =
            newState === 'closed' && currentTarget.contains(activeElementNear(currentTarget))
        }}
        onToggle={({ newState }) => {
          setOpen(newState === 'open')
          // In a shadow root Chromium gives back no focus that has moved about in here.
          if (newState === 'closed' && heldFocus.current) button.current?.focus()
        }}
      >
        {open && (
          <Suspense fallback={<p data-pending="">{messages.panelFallback}</p>}>
            <FilterPanel panelId={panelId} />
          </Suspense>
        )}
      </div>
    </>
  )
}

/** Under the button, inside the window; where that is too small, the style sheet makes it a sheet. */
function placeUnder(button: HTMLElement | null): CSSProperties {
  const { clientWidth, clientHeight } = document.documentElement
  if (button === null || clientWidth < panelWidth + 4 * margin || clientHeight < 480) return {}
  const box = button.getBoundingClientRect()
  const top = box.bottom + 8
  return {
    top,
    left: Math.max(margin, Math.min(box.left, clientWidth - panelWidth - margin)),
    width: panelWidth,
    maxHeight: clientHeight - top - margin,
  }
}
