import { useEffect, useId, useRef, useState } from 'react'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'

import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { activeElementNear } from '#ui/shared/activeElementNear.ts'
import { IconButton } from '#ui/shared/IconButton.tsx'
import { later } from '#ui/shared/later.tsx'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { EventDetail } from './EventDetail.tsx'
import { SideFrame } from './SideFrame.tsx'
import { StepFooter } from './StepFooter.tsx'
import { TimelineOverview } from './TimelineOverview.tsx'
import { usePanelFocus } from './usePanelFocus.ts'

export const SheetFrame = later(async () => (await import('./SheetFrame.tsx')).SheetFrame)

const selectFilter = (state: TimelineStoreState) => state.filter
const selectEvent = (state: TimelineStoreState) => state.event
const selectActions = (state: TimelineStoreState) => state.actions

/**
 * The selected event in full, beside the drawing or as a sheet over its foot. With nothing selected
 * the side shows what the timeline is about until it is closed, and the sheet is away.
 */
export function DetailPanel({ placement }: { readonly placement: 'side' | 'bottom' }) {
  const { store, table, derived, drawing } = useTimeline()
  const panelMessages = usePanelMessages()
  const eventId = useTimelineStore(selectEvent)
  const { select } = useTimelineStore(selectActions)
  const filter = useTimelineStore(selectFilter)
  // In a frame the drawing has all of the room until an event is chosen.
  const [overviewClosed, setOverviewClosed] = useState(() => store.getState().mode === 'embed')
  const panel = useRef<HTMLElement>(null)
  const headingId = useId()

  const index = table.rowOf(eventId)
  // Nobody should wait for the first event: its sheet comes once the drawing is on screen.
  useEffect(() => {
    if (placement === 'side') return
    const idle = window.requestIdleCallback ?? setTimeout
    idle(() => void SheetFrame.fetch())
  }, [placement])
  const heading = usePanelFocus(index === undefined ? undefined : eventId, panel)
  if (index === undefined && (placement === 'bottom' || overviewClosed)) return undefined

  const close = (): void => {
    const hadFocus = panel.current?.contains(activeElementNear(panel.current)) ?? false
    setOverviewClosed(true)
    select(undefined)
    if (hadFocus) drawing.current?.focus(eventId)
  }

  const Frame = placement === 'side' ? SideFrame : SheetFrame
  return (
    <Frame
      panel={panel}
      labelledBy={headingId}
      contentKey={eventId ?? ''}
      onEscape={close}
      top={<IconButton icon="close" label={panelMessages.detail.close} onClick={close} />}
      foot={eventId !== undefined && index !== undefined && <StepFooter eventId={eventId} />}
    >
      {index === undefined ? (
        <TimelineOverview headingId={headingId} />
      ) : (
        <EventDetail
          index={index}
          hidden={derived.matching(filter).matching[index] !== 1}
          heading={heading}
          headingId={headingId}
        />
      )}
    </Frame>
  )
}
