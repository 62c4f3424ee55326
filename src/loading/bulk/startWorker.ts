// oxlint-disable-next-line import/default -- Vite makes the address
import workerUrl from '#loading/parse.worker.ts?worker&url'

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

/** A worker that reads documents. */
export interface ParseWorker {
  readonly worker: Worker
  /** True once it has said that it is there; false where it cannot come. */
  readonly isThere: Promise<boolean>
}

let early: ParseWorker | undefined

/** Starts a worker now, for whoever asks for one first. */
export function startWorkerEarly(): void {
  early ??= newWorker()
}

/** A worker that reads documents; undefined where none can be had. */
export function startWorker(): ParseWorker | undefined {
  const worker = early ?? newWorker()
  early = undefined
  return worker
}

function newWorker(): ParseWorker | undefined {
  try {
    const worker = new Worker(trustedWorkerUrl(), { type: 'module', name: 'throughline-parse' })
    const isThere = new Promise<boolean>((resolve) => {
      worker.addEventListener('message', () => resolve(true), { once: true })
      worker.addEventListener('error', () => resolve(false), { once: true })
    })
    return { worker, isThere }
  } catch {
    // No workers here: a sandboxed frame, a file: page, or somebody else's policy.
    return undefined
  }
}
