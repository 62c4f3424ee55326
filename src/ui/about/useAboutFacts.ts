import { useEffect, useState } from 'react'

import type { EventTable } from '#core/data/eventTable.ts'
import { inSlices } from '#loading/parseInSlices.ts'
import { type AboutFacts, aboutFactsInSteps } from './aboutFacts.ts'

/** What is counted of a table; undefined until that is done: a million events take seconds, in slices. */
export function useAboutFacts(table: EventTable): AboutFacts | undefined {
  const [counted, setCounted] = useState<{ readonly of: EventTable; readonly facts: AboutFacts }>()
  useEffect(() => {
    const controller = new AbortController()
    inSlices(aboutFactsInSteps(table), controller.signal).then(
      (facts) => setCounted({ of: table, facts }),
      // Closed before it was done.
      () => {},
    )
    return () => controller.abort()
  }, [table])
  return counted?.of === table ? counted.facts : undefined
}
