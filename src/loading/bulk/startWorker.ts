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

/** A worker that reads documents; undefined where none can be had. */
export function startWorker(): Worker | undefined {
  try {
    return new Worker(trustedWorkerUrl(), { type: 'module', name: 'throughline-parse' })
  } catch {
    // No workers here: a sandboxed frame, a file: page, or somebody else's policy.
    return undefined
  }
}
