/** Asks for a document, without cookies, and without telling where it is to be shown. */
export function askFor(url: string, signal: AbortSignal): Promise<Response> {
  return fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' })
}
