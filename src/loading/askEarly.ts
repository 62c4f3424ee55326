import { askFor } from './askFor.ts'

// Requests for what the address names, sent before the page's own code has come.

const sent = new Map<string, { readonly answer: Promise<Response>; stop(): void }>()

/** Asks now; the answer waits for whoever asks for the same document first. Gives it to look at its headers. */
export function askEarly(url: string): Promise<Response> {
  const controller = new AbortController()
  const answer = askFor(url, controller.signal)
  // Who takes it hears why there is none; nobody else has to.
  answer.catch(() => undefined)
  sent.set(url, { answer, stop: () => controller.abort() })
  return answer
}

/** The answer to what was asked early, if it was the same: to the first who asks. */
export function takeEarly(url: string, signal: AbortSignal): Promise<Response> | undefined {
  const asked = sent.get(url)
  if (asked === undefined) return undefined
  sent.delete(url)
  signal.addEventListener('abort', asked.stop)
  return asked.answer
}
