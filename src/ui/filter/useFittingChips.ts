import { useLayoutEffect, useState, type RefObject } from 'react'

import { fitChips } from './fitChips.ts'

/**
 * Measures the chips of a row and says which of them fit, before the browser paints. Chips carry
 * `data-chip`; what else stands in the row keeps its room; `data-more` is the button behind them.
 *
 * @param pinned indices joined by commas: a string, so that equal sets are equal
 * @returns the indices that fit, or undefined when the row does not fold
 */
export function useFittingChips(
  row: RefObject<HTMLElement | null>,
  { folds, pinned, complete }: { folds: boolean; pinned: string; complete: boolean },
): readonly number[] | undefined {
  const [shown, setShown] = useState<string>()

  useLayoutEffect(() => {
    const element = row.current
    if (element === null || !folds) return undefined

    const measure = (): void => {
      const style = getComputedStyle(element)
      const gap = Number.parseFloat(style.columnGap) || 0
      let available =
        element.clientWidth -
        Number.parseFloat(style.paddingInlineStart) -
        Number.parseFloat(style.paddingInlineEnd)
      const widths: number[] = []
      let moreWidth = 0
      for (const child of element.children) {
        if (!(child instanceof HTMLElement)) continue
        const width = child.getBoundingClientRect().width
        if (child.dataset['chip'] !== undefined) widths.push(width)
        else if (child.dataset['more'] !== undefined) moreWidth = width
        else {
          const { marginInlineEnd } = getComputedStyle(child)
          available -= width + (Number.parseFloat(marginInlineEnd) || 0) + gap
        }
      }
      const chosen = new Set(pinned === '' ? [] : pinned.split(',').map(Number))
      setShown(fitChips({ widths, pinned: chosen, available, gap, moreWidth, complete }).join(','))
    }

    measure()
    // Fonts, languages and counts change the width of chips, so they are watched as well.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  })

  if (!folds || shown === undefined) return undefined
  return shown === '' ? [] : shown.split(',').map(Number)
}
