import { useEffect, useLayoutEffect, type RefObject } from 'react'

import { useTimeline, type DrawingCommands } from '#ui/TimelineContext.tsx'

const nothing = (): void => undefined

/**
 * While the list stands in for the drawing it answers for it: it reveals events by scrolling to
 * their rows, and takes the focus back when the panel closes. A selection made elsewhere is scrolled
 * into sight; the page itself never scrolls.
 */
export function useListAsDrawing(
  list: RefObject<HTMLDivElement | null>,
  selected: string | undefined,
): void {
  const { drawing } = useTimeline()

  useEffect(() => {
    const commands: DrawingCommands = {
      fit: nothing,
      zoom: nothing,
      pan: nothing,
      jump: nothing,
      reveal: (eventId) => reveal(list.current, eventId),
      focus: (eventId) => (titleOf(list.current, eventId) ?? list.current)?.focus(),
    }
    return register(drawing, commands)
  }, [drawing, list])

  useLayoutEffect(() => {
    if (selected !== undefined) reveal(list.current, selected)
  }, [list, selected])
}

function register(drawing: { current: DrawingCommands | undefined }, commands: DrawingCommands) {
  drawing.current = commands
  return (): void => {
    if (drawing.current === commands) drawing.current = undefined
  }
}

function titleOf(list: HTMLElement | null, eventId: string | undefined): HTMLElement | undefined {
  if (list === null || eventId === undefined) return undefined
  const titles = list.querySelectorAll<HTMLElement>('[data-listed]')
  return [...titles].find((title) => title.dataset.listed === eventId)
}

/** Scrolls the list, and nothing around it, only as far as the row needs. */
function reveal(list: HTMLElement | null, eventId: string): void {
  const row = titleOf(list, eventId)?.closest('tr')
  if (!list || !row) return
  const head = list.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const frame = list.getBoundingClientRect()
  const box = row.getBoundingClientRect()
  const above = box.top - (frame.top + head)
  const below = box.bottom - frame.bottom
  if (above < 0) list.scrollTop += above
  else if (below > 0) list.scrollTop += Math.min(below, above)
}
