import type { SceneInput } from '#core/scene/sceneInput.ts'
import { takeEarly } from './askEarly.ts'
import { askFor } from './askFor.ts'
import { checkSource } from './checkSource.ts'
import { LoadFailure } from './loadFailure.ts'
import type { Parsed, ParseResult } from './parseInSteps.ts'
import { piecesOf, type Progress } from './readBody.ts'
import { readPieces } from './readPieces.ts'
import { statedLength } from './statedLength.ts'
import type { TileSource } from '#loading/tiles/tileSource.ts'

/** A document, ready to draw, and where it came from. */
export interface Loaded extends Parsed {
  /** The absolute address that was asked. */
  readonly url: string
  /** The origin that answered, after redirects: what the page names as the source. */
  readonly finalOrigin: string
  /** Of the file on this device that was opened. */
  readonly fileName?: string | undefined
  /** The link carried it. */
  readonly isInLink?: boolean
  readonly bytes: number
  /** Fetched with a table that may need it, so that drawing never has to wait. */
  readonly placeCrowd?: SceneInput['placeCrowd']
  /** Where the rest of the events is, of a timeline that comes in parts. */
  readonly tiles?: TileSource
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** So long nothing may arrive. */
const patience = 30_000

/**
 * Fetches and reads a document. Throws a `LoadFailure` that says what happened, or, after
 * `signal` aborts, its reason. No cookies go out, and no address of the page.
 */
export async function fetchDocument(source: string, options: FetchOptions = {}): Promise<Loaded> {
  const { signal, onProgress } = options
  const base = globalThis.document?.baseURI
  const url = checkSource(source, base)
  const { result, bytes, finalUrl } = await download(url, base, signal, onProgress)
  const finalOrigin = new URL(finalUrl).origin
  if ('failure' in result) {
    if (result.failure.kind !== 'is-tiles') throw new LoadFailure(result.failure, url.href)
    const { openTiles } = await import('#loading/tiles/openTiles.ts')
    const opened = await openTiles(result.failure.manifest, finalUrl, signal)
    return { ...opened, url: url.href, finalOrigin, bytes }
  }
  return { ...result.parsed, url: url.href, finalOrigin, bytes }
}

async function download(
  url: URL,
  base: string | undefined,
  signal: AbortSignal | undefined,
  onProgress: FetchOptions['onProgress'],
): Promise<{ result: ParseResult; bytes: number; finalUrl: string }> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort)

  let isLate = false
  let latest: Progress = { received: 0, total: undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  const windUp = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isLate = true
      controller.abort()
    }, patience)
  }
  const report = (progress: Progress): void => {
    latest = progress
    onProgress?.(progress)
  }

  try {
    windUp()
    const response = await ask(url, base, controller.signal)
    windUp()
    const pieces = untilEnd(piecesOf(response, report, windUp), () => clearTimeout(timer))
    const finalUrl = response.url || url.href
    const source = {
      name: finalUrl,
      type: response.headers.get('content-type'),
      stated: statedLength(response),
    }
    const onEvents = (events: number): void => report({ ...latest, events })
    const result = await readPieces(pieces, source, controller.signal, onEvents)
    return { result, bytes: latest.received, finalUrl }
  } catch (error) {
    if (!isLate) throw error
    throw new LoadFailure(
      { kind: 'timeout', seconds: patience / 1000, received: latest.received },
      url.href,
    )
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** Runs `onEnd` when nothing more is to come. */
async function* untilEnd<T>(pieces: AsyncGenerator<T>, onEnd: () => void): AsyncGenerator<T> {
  yield* pieces
  onEnd()
}

async function ask(url: URL, base: string | undefined, signal: AbortSignal): Promise<Response> {
  const answer = takeEarly(url.href, signal) ?? askFor(url.href, signal)
  const response = await answer.catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new LoadFailure(reasonOfSilence(url, base), url.href)
  })
  if (response.ok) return response
  await response.body?.cancel()
  const { status } = response
  const kind = status === 404 || status === 410 ? 'not-found' : 'http'
  throw new LoadFailure({ kind, status }, url.href)
}

/** `fetch` gives one and the same error for no network, no server and no permission. */
function reasonOfSilence(url: URL, base: string | undefined): LoadFailure['reason'] {
  if (!(globalThis.navigator?.onLine ?? true)) return { kind: 'offline' }
  const origin = base === undefined ? url.origin : new URL(base).origin
  if (origin === url.origin) return { kind: 'network' }
  const header = 'Access-Control-Allow-Origin'
  return { kind: 'network-or-cors', origin, target: url.origin, header }
}
