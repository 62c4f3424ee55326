import type { ReadingSteps } from '#core/model/readDocumentInSteps.ts'
import { parseInSteps, type ParseResult } from './parseInSteps.ts'

/** Half a frame: the page still scrolls and answers. */
export const sliceMs = 8

/** Parses on this thread, letting everything else have its turn between slices. */
export async function parseInSlices(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<ParseResult> {
  const result = await inSlices(parseInSteps(bytes), signal)
  if (!('broken' in result)) return result
  const { brokenJson } = await import('./brokenJson.ts')
  return brokenJson(result)
}

/** Goes through the steps of a parse in slices. */
export async function inSlices<T>(
  steps: ReadingSteps<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  let until = performance.now() + sliceMs
  let step = steps.next()
  for (;;) {
    if (step.done === true) return step.value
    step = steps.next(step.value && (await import('#core/model/rareParts.ts')).rareParts)
    if (performance.now() < until) continue
    await nextTask()
    signal?.throwIfAborted()
    until = performance.now() + sliceMs
  }
}

/** A message is a task of its own, without the four milliseconds that nested timers wait. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}
