import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type RefObject } from 'react'

import type { TimelineStore } from '#state/timelineStore.ts'
import type { DrawingCommands } from '#ui/TimelineContext.tsx'
import { testing } from './pageContext.ts'

interface TestedApp {
  readonly store: TimelineStore
  readonly queries: QueryClient
  readonly drawing: RefObject<DrawingCommands | undefined>
  readonly stage: 'loading' | 'failed' | 'empty' | 'shown'
}

/** Offers `window.__throughline` with `?testing=1`; without it the code is not even fetched. */
export function useTesting({ store, queries, drawing, stage }: TestedApp): void {
  const presentStage = useRef(stage)

  useEffect(() => {
    presentStage.current = stage
  })

  useEffect(() => {
    if (!testing) return
    void import('./testing.ts').then(({ exposeForTests }) =>
      exposeForTests({
        store,
        queries,
        probe: () => drawing.current?.probe,
        stage: () => presentStage.current,
      }),
    )
  }, [store, queries, drawing])
}
