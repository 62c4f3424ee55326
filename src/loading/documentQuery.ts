import { queryOptions } from '@tanstack/react-query'
import type { FirstLook } from '#core/scene/prepareInSteps.ts'
import { fetchDocument, type FetchOptions, type Loaded } from './fetchDocument.ts'
import { LoadFailure } from './loadFailure.ts'
import { readyToDraw } from './readyToDraw.ts'

/** The failures that may be over a moment later. */
const passing: ReadonlySet<string> = new Set(['network', 'network-or-cors', 'interrupted'])

const retries = 2

/**
 * The query of one document. `look`: what of it will be shown first. `onProgress` hears about the download,
 * outside of the cache.
 */
export function documentQuery(
  url: string,
  look: () => FirstLook,
  onProgress?: FetchOptions['onProgress'],
) {
  return queryOptions<Loaded>({
    queryKey: ['document', url],
    queryFn: async ({ signal }) =>
      readyToDraw(await fetchDocument(url, { signal, onProgress }), look, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Being offline is an answer that the page shows, not a reason to wait in silence.
    networkMode: 'always',
    retry: (failures, error) =>
      failures < retries && error instanceof LoadFailure && passing.has(error.reason.kind),
    retryDelay: (attempt) => 300 * 2 ** attempt,
    // Comparing two documents value by value would cost more than drawing the new one.
    structuralSharing: false,
  })
}
