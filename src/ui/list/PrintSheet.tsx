import { useEffect, useRef, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'

const load = async (): Promise<ComponentType> =>
  (await import('./PrintedTimeline.tsx')).PrintedTimeline

/**
 * What goes on paper: nothing until the page is printed, then the drawing in light colours and the
 * list with its sources. Fetched when the browser is idle, since printing does not wait.
 */
export function PrintSheet() {
  // No state: its coming, at some idle moment, shall render nothing.
  const fetched = useRef<ComponentType>(undefined)
  const [printing, setPrinting] = useState<{ readonly Sheet: ComponentType }>()

  useEffect(() => {
    let gone = false
    const fetchSheet = (): void => {
      // Without it the page prints as it is on screen.
      load().then(
        (Sheet) => {
          if (!gone) fetched.current = Sheet
          performance.mark('throughline-print-ready')
        },
        () => undefined,
      )
    }
    // WebKit has no idle callback.
    const idle =
      'requestIdleCallback' in window
        ? window.requestIdleCallback(fetchSheet, { timeout: 10_000 })
        : undefined
    const timer = idle === undefined ? setTimeout(fetchSheet, 3000) : undefined
    return () => {
      gone = true
      if (idle !== undefined) window.cancelIdleCallback(idle)
      clearTimeout(timer)
    }
  }, [])

  useEffect(() => {
    // The page is copied for the printer as soon as the listener returns.
    const begin = (): void => {
      const Sheet = fetched.current
      if (Sheet !== undefined) flushSync(() => setPrinting({ Sheet }))
    }
    const end = (): void => setPrinting(undefined)
    const media = window.matchMedia('print')
    const onMedia = (): void => (media.matches ? begin() : end())
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    media.addEventListener('change', onMedia)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      media.removeEventListener('change', onMedia)
    }
  }, [])

  return printing && <printing.Sheet />
}
