import { queryOptions } from '@tanstack/react-query'

import type { Problem } from '#core/model/problem.ts'
import type { FirstLook } from '#core/scene/prepareInSteps.ts'
import type { Loaded } from './fetchDocument.ts'
import { LoadFailure } from './loadFailure.ts'
import { inSlices } from './parseInSlices.ts'
import { readInSteps } from './parseInSteps.ts'
import { readBytes } from './readPieces.ts'
import { readyToDraw } from './readyToDraw.ts'

/** A document that needs no network: an object of JSON, or the bytes of a file. */
export type GivenDocument = {
  /** Tells one from another in the cache. */
  readonly key: string
  /** Of the file that somebody opened; the page names it as the source. */
  readonly name?: string | undefined
} & (
  | {
      readonly json: unknown
      /** What was found before it became JSON: by an importer. */
      readonly problems?: readonly Problem[]
    }
  | { readonly bytes: () => Promise<Uint8Array>; readonly isInLink?: true }
  /** Read already, to be told about before it is shown. */
  | { readonly loaded: Loaded }
)

/** Reads a given document, in slices. Throws a `LoadFailure` like `fetchDocument`. */
export async function readGiven(
  given: GivenDocument,
  signal: AbortSignal | undefined,
): Promise<Loaded> {
  if ('loaded' in given) return given.loaded
  const url = globalThis.document?.baseURI ?? ''
  const result =
    'bytes' in given
      ? await readBytes(await given.bytes(), given.name ?? '', signal)
      : await inSlices(readInSteps(given.json, given.problems), signal)
  if ('failure' in result) throw new LoadFailure(result.failure, given.name ?? url)
  const finalOrigin = globalThis.location?.origin ?? ''
  const isInLink = 'isInLink' in given
  return { ...result.parsed, url, finalOrigin, fileName: given.name, isInLink, bytes: 0 }
}

/** The query of a given document. `look`: what of it will be shown first. */
export function givenQuery(given: GivenDocument, look: () => FirstLook) {
  return queryOptions<Loaded>({
    queryKey: ['given', given.key],
    queryFn: async ({ signal }) => readyToDraw(await readGiven(given, signal), look, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
    retry: false,
    structuralSharing: false,
  })
}
