// oxlint-disable-next-line import/default -- Vite makes the address
import workerUrl from './parse.worker.ts?worker&url'
import type { ParseResult } from './parseInSteps.ts'
import { startReceiving, type WorkerMessage } from './tableTransfer.ts'

/** The part of Trusted Types that is needed: the address of a worker is a sink. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

declare global {
  var trustedTypes: PolicyFactory | undefined
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined

/** The only address that any script of ours is ever loaded from by name. */
function trustedWorkerUrl(): string {
  const factory = globalThis.trustedTypes
  if (!factory) return workerUrl
  // A policy of one name can be made once on a page.
  policy ??= factory.createPolicy('throughline-worker', {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError('Not our worker')
      return url
    },
  })
  return policy.createScriptURL(workerUrl)
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(trustedWorkerUrl(), { type: 'module', name: 'throughline-parse' })
  } catch {
    // No workers here: a sandboxed frame, a file: page, or somebody else's policy.
    return undefined
  }
}

/**
 * Parses in a worker. Undefined where none can be had, also when it fails on its way: the caller
 * then parses on its own thread, with its own copy of the bytes.
 */
export function parseInWorker(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<ParseResult | undefined> {
  const worker = startWorker()
  if (!worker) return Promise.resolve(undefined)
  let stopListening = (): void => {}
  const answer = new Promise<ParseResult | undefined>((resolve, reject) => {
    const receive = startReceiving()
    const giveUp = (): void => resolve(undefined)
    const abort = (): void => reject(signal?.reason)
    worker.addEventListener('error', giveUp)
    worker.addEventListener('messageerror', giveUp)
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === 'failed') resolve({ failure: data.reason })
      const parsed = receive(data)
      if (parsed) resolve({ parsed })
    })
    signal?.addEventListener('abort', abort)
    stopListening = () => signal?.removeEventListener('abort', abort)
    // Copied, not transferred: the caller needs the bytes when this goes wrong.
    worker.postMessage(bytes, [])
  })
  return answer.finally(() => {
    stopListening()
    worker.terminate()
  })
}
