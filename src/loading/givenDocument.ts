import { queryOptions } from '@tanstack/react-query'

import type { Loaded } from './fetchDocument.ts'
import { LoadFailure } from './loadFailure.ts'
import { inSlices } from './parseInSlices.ts'
import { readInSteps } from './parseInSteps.ts'

/** A document that the page brings along, as an object of JSON. */
export interface GivenDocument {
  /** Tells one from another in the cache. */
  readonly key: string
  readonly json: unknown
}

/** Reads a document that needs no network, in slices. Throws a `LoadFailure` like `fetchDocument`. */
export async function readGiven(
  { json }: GivenDocument,
  signal: AbortSignal | undefined,
): Promise<Loaded> {
  const url = globalThis.document?.baseURI ?? ''
  const result = await inSlices(readInSteps(json), signal)
  if ('failure' in result) throw new LoadFailure(result.failure, url)
  return { ...result.parsed, url, finalOrigin: globalThis.location?.origin ?? '', bytes: 0 }
}

/** The query of a given document. */
export function givenQuery(given: GivenDocument) {
  return queryOptions<Loaded>({
    queryKey: ['given', given.key],
    queryFn: ({ signal }) => readGiven(given, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
    retry: false,
    structuralSharing: false,
  })
}
