import { useLayoutEffect, useState, type RefObject } from 'react'

/** How much room there is, in the steps that the layout knows. */
export interface ShellSize {
  /** `wide` puts the panel beside the drawing. */
  readonly width: 'wide' | 'narrow'
  /** What folds away for want of height: 1 the header, 2 the chips too, 3 the overview too. */
  readonly compact: 0 | 1 | 2 | 3
  /** No timeline can be read there: a poster stands for it. */
  readonly tiny: boolean
}

/** The layout's step for a container of so many CSS pixels. */
export function shellSizeOf(width: number, height: number): ShellSize {
  return {
    width: width >= 900 ? 'wide' : 'narrow',
    compact: height >= 560 ? 0 : height >= 420 ? 1 : height >= 300 ? 2 : 3,
    // Without any size it is hidden, and may come back large.
    tiny: width > 0 && height > 0 && (width < 280 || height < 160),
  }
}

/**
 * Follows the size of what holds the shell, not of the window: it may stand in a small frame. Not of
 * the shell itself, which grows when folded controls are opened.
 */
export function useShellSize(host: HTMLElement, shell: RefObject<HTMLElement | null>): ShellSize {
  // Of the host, since there is no shell yet: what is drawn first is then drawn for the right layout.
  const [size, setSize] = useState(() => shellSizeOf(host.clientWidth, host.clientHeight))

  useLayoutEffect(() => {
    const element = shell.current?.parentElement
    if (!element) return undefined
    const measure = (): void => {
      // Paper has a layout of its own, in which the shell has hardly any height.
      if (window.matchMedia('print').matches) return
      const next = shellSizeOf(element.clientWidth, element.clientHeight)
      setSize((size) =>
        size.width === next.width && size.compact === next.compact && size.tiny === next.tiny
          ? size
          : next,
      )
    }
    // Before the first paint, so that nothing shifts after it.
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [shell])

  return size
}
