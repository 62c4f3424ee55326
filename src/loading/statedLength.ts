/** How many bytes the server says will come; undefined where it does not, or compresses. */
export function statedLength(response: Response): number | undefined {
  // With a content encoding the length is that of the compressed bytes, which nobody sees here.
  if (response.headers.get('content-encoding') !== null) return undefined
  const length = Number(response.headers.get('content-length') ?? '')
  return Number.isSafeInteger(length) && length > 0 ? length : undefined
}

/** A worker takes about a tenth of a second to come; the page's thread reads so many bytes in less. */
export const worthWorker = 3_000_000

/** How much smaller a compressed list of events is, at the least. */
const compression = 5

/** True for an answer whose body is worth a worker, as far as its headers tell. */
export function isWorthWorker({ headers }: Response): boolean {
  const length = Number(headers.get('content-length') ?? '')
  return length >= (headers.has('content-encoding') ? worthWorker / compression : worthWorker)
}
