export type SheetHeight = 'peek' | 'half' | 'full'

/** Pixels of the sheet at its lowest: handle, date and title. */
export const peekHeight = 116

/** How far a drag goes before it means "the next height that way", in pixels. */
const flick = 48

const order: readonly SheetHeight[] = ['peek', 'half', 'full']

/** The three heights in pixels for a sheet in `room` pixels; never out of order, however small that is. */
export function sheetHeights(room: number): Readonly<Record<SheetHeight, number>> {
  const full = Math.max(0, room - 8)
  const peek = Math.min(peekHeight, full)
  return { peek, half: Math.min(full, Math.max(peek, Math.round(room * 0.5))), full }
}

/** The height after a key on the handle, or undefined for a key that means nothing there. */
export function stepHeight(position: SheetHeight, key: string): SheetHeight | undefined {
  if (key === 'Home') return 'peek'
  if (key === 'End') return 'full'
  const step = { ArrowUp: 1, ArrowDown: -1 }[key]
  if (step === undefined) return undefined
  const at = Math.min(order.length - 1, Math.max(0, order.indexOf(position) + step))
  return order[at]
}

/**
 * Where a dragged sheet comes to rest: the nearest of the three heights, but a drag of more than 48
 * pixels never falls back to where it began. `moved` is positive upwards.
 */
export function snap(
  heights: Readonly<Record<SheetHeight, number>>,
  height: number,
  moved: number,
): SheetHeight {
  const distance = (position: SheetHeight): number => Math.abs(heights[position] - height)
  const start = height - moved
  const ahead = order.filter((position) => {
    if (Math.abs(moved) <= flick) return true
    return moved > 0 ? heights[position] > start : heights[position] < start
  })
  const choices = ahead.length > 0 ? ahead : order
  return choices.reduce((best, position) => (distance(position) < distance(best) ? position : best))
}
