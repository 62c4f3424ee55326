import { checkSource } from './checkSource.ts'
import { LoadFailure } from './loadFailure.ts'
import { parseInSlices } from './parseInSlices.ts'
import type { Parsed } from './parseInSteps.ts'
import { type Progress, readBody } from './readBody.ts'

/** A document, ready to draw, and where it came from. */
export interface Loaded extends Parsed {
  /** The absolute address that was asked. */
  readonly url: string
  /** The origin that answered, after redirects: what the page names as the source. */
  readonly finalOrigin: string
  /** Of the file on this device that was opened. */
  readonly fileName?: string | undefined
  readonly bytes: number
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** So long nothing may arrive. */
const patience = 30_000

/** Below this a worker costs more than it saves. */
const smallFile = 2_000_000

/**
 * Fetches and reads a document. Throws a `LoadFailure` that says what happened, or, after
 * `signal` aborts, its reason. No cookies go out, and no address of the page.
 */
export async function fetchDocument(source: string, options: FetchOptions = {}): Promise<Loaded> {
  const { signal, onProgress } = options
  const base = globalThis.document?.baseURI
  const url = checkSource(source, base)
  const { bytes, finalUrl } = await download(url, base, signal, onProgress)
  // The worker's own way comes on demand: most files never need it.
  const fromWorker =
    bytes.length < smallFile
      ? undefined
      : await import('./parseInWorker.ts').then((way) => way.parseInWorker(bytes, signal))
  const result = fromWorker ?? (await parseInSlices(bytes, signal))
  if ('failure' in result) throw new LoadFailure(result.failure, url.href)
  return {
    ...result.parsed,
    url: url.href,
    finalOrigin: new URL(finalUrl).origin,
    bytes: bytes.length,
  }
}

async function download(
  url: URL,
  base: string | undefined,
  signal: AbortSignal | undefined,
  onProgress: FetchOptions['onProgress'],
): Promise<{ bytes: Uint8Array; finalUrl: string }> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort)

  let isLate = false
  let received = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const windUp = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isLate = true
      controller.abort()
    }, patience)
  }
  const report = (progress: Progress): void => {
    received = progress.received
    onProgress?.(progress)
  }

  try {
    windUp()
    const response = await ask(url, base, controller.signal)
    windUp()
    return { bytes: await readBody(response, report, windUp), finalUrl: response.url || url.href }
  } catch (error) {
    if (!isLate) throw error
    throw new LoadFailure({ kind: 'timeout', seconds: patience / 1000, received }, url.href)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function ask(url: URL, base: string | undefined, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, {
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch((error: unknown) => {
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
