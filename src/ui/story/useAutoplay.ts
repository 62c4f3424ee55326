import { useEffect, useState } from 'react'

interface Autoplay {
  /** Whether it moves on by itself now. */
  readonly playing: boolean
  setPlaying(playing: boolean): void
}

/**
 * Calls `advance` every so many `seconds`, counted anew whenever it is another function, so that each
 * step has its time; it answers whether there was a way on. It rests while the page is hidden and while
 * `held`; it is stopped by whoever calls `setPlaying(false)`.
 */
export function useAutoplay(
  seconds: number | undefined,
  held: boolean,
  advance: () => boolean,
): Autoplay {
  const [playing, setPlaying] = useState(seconds !== undefined)

  useEffect(() => {
    if (!playing || held || seconds === undefined) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const restart = (): void => {
      clearTimeout(timer)
      timer = undefined
      if (document.visibilityState === 'hidden') return
      timer = setTimeout(() => {
        if (advance()) restart()
        else setPlaying(false)
      }, seconds * 1000)
    }
    restart()
    document.addEventListener('visibilitychange', restart)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', restart)
    }
  }, [playing, held, seconds, advance])

  return { playing, setPlaying }
}
