import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { fitSpan } from '#core/viewport/fitSpan.ts'
import type { TilesHere, TileSource } from '#loading/tiles/tileSource.ts'
import { spanOfRange } from '#state/range.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { firstLook } from './firstLook.ts'

/** Between two looks at where a moving view is, in milliseconds. */
const lookEvery = 80

interface FollowTilesProps {
  readonly source: TileSource
  readonly queries: QueryClient
  /** `retry` asks again for what could not be had. */
  readonly onTiles: (here: TilesHere, retry: () => void) => void
}

/** Has the parts of a timeline fetched that the view needs, wherever it goes. Draws nothing itself. */
export function FollowTiles({ source, queries, onTiles }: FollowTilesProps) {
  const { store, table, surroundings } = useTimeline()
  const { host } = surroundings
  const sign = useRef<HTMLSpanElement>(null)
  // A new table is no reason to begin anew.
  const latest = useRef(table)
  useEffect(() => {
    latest.current = table
  }, [table])

  useEffect(() => {
    const showBusy = (): void => {
      sign.current?.toggleAttribute('data-pending', follower.isBusy())
    }
    const follower = source.follow(queries, {
      onTiles: (here) => onTiles(here, follower.retry),
      onRest: showBusy,
      look: () => firstLook(store.getState(), host),
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      const { viewport, range, event } = store.getState()
      const fit = fitSpan(source.span)
      const row = latest.current.rowOf(event)
      follower.look({
        view: viewport?.span ?? spanOfRange(range, fit),
        length: Math.max(host.clientWidth, host.clientHeight, 1),
        pinned: row === undefined ? undefined : latest.current.anchor[row],
      })
      showBusy()
    }
    look()
    const stop = store.subscribe((state, before) => {
      if (state.viewport === before.viewport && state.event === before.event) return
      timer ??= setTimeout(look, lookEvery)
      sign.current?.toggleAttribute('data-pending', true)
    })
    return () => {
      stop()
      clearTimeout(timer)
      follower.dispose()
    }
  }, [source, queries, onTiles, store, host])

  return <span ref={sign} hidden data-pending="" />
}
