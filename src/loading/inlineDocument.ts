import { LoadFailure } from './loadFailure.ts'
import { joined, maxBytes, piecesOf } from './readBody.ts'

/**
 * The bytes of the document that a fragment carries: `#d=` and base64url without padding of raw
 * DEFLATE (RFC 1951) of UTF-8 JSON. Padding, and a second `#` with what follows it, are passed over.
 * Throws a `LoadFailure` where the text is cut off or was never such a document, or unpacks to more
 * than `limit` bytes.
 */
export async function unpackInline(fragment: string, limit = maxBytes): Promise<Uint8Array> {
  const packed = /^#?d=([\w-]+)={0,2}(?:#|$)/.exec(fragment)?.[1]
  if (packed === undefined) throw unusable()
  let bytes: Uint8Array<ArrayBuffer>
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
    bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  } catch {
    throw unusable()
  }
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  try {
    const pieces: Uint8Array[] = []
    const body = new Response(unpacked)
    for await (const piece of piecesOf(body, undefined, () => undefined, limit)) pieces.push(piece)
    return joined(pieces)
  } catch (error) {
    throw error instanceof LoadFailure && error.reason.kind === 'too-large' ? error : unusable()
  }
}

/** The fragment that carries a document, from its JSON: what `unpackInline` reads. */
export async function packInline(json: string): Promise<string> {
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  const packed = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `#d=${packed}`
}

function unusable(): LoadFailure {
  return new LoadFailure({ kind: 'bad-inline' }, '#d=…')
}
