/**
 * Why an embed did not do what it was asked. `code` is `timeout`, `disconnected`, `target` (it is no
 * timeline), `unsupported`, or what the embed itself says: `data`, `version`, `internal`, …
 */
export class EmbedError extends Error {
  override readonly name = 'EmbedError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export function timedOut(what: string, timeout: number): EmbedError {
  return new EmbedError('timeout', `No answer to "${what}" within ${timeout} ms.`)
}
