import { LoadFailure } from './loadFailure.ts'

const ownMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The absolute address of a document: `source` against `base` (the page's). Only https: and http: are
 * followed, since anybody can write `?src=`. Throws a `LoadFailure` of kind `bad-src`.
 */
export function checkSource(source: string, base: string | undefined): URL {
  if (!URL.canParse(source, base)) {
    throw new LoadFailure({ kind: 'bad-src', why: 'unreadable' }, source)
  }
  const url = new URL(source, base)
  const scheme = url.protocol
  const refuse = (why: 'scheme' | 'mixed-content' | 'credentials'): LoadFailure =>
    new LoadFailure({ kind: 'bad-src', why, scheme }, url.href)
  if (scheme !== 'https:' && scheme !== 'http:') throw refuse('scheme')
  if (url.username !== '' || url.password !== '') throw refuse('credentials')
  // A secure page gets nothing from an insecure address, except from the reader's own machine.
  const isSecurePage = base !== undefined && base.startsWith('https:')
  if (isSecurePage && scheme === 'http:' && !ownMachine.has(url.hostname)) {
    throw refuse('mixed-content')
  }
  return url
}

/** True for the address of a tile set's manifest, by its name. */
export function namesTileSet(address: string): boolean {
  return /\/tiles\.json(\?|$)/.test(address)
}
