/** Absolute addresses that a snippet names, without queries. */
export interface SharedPlaces {
  readonly page: string
  /** The page for frames. */
  readonly frame: string
  readonly elementScript: string
  readonly revealScript: string
  readonly document: string
}

/**
 * What stands beside the page at `address`. The development server makes no `embed.html` (`isBuilt`
 * false): the page itself stands in, which in a frame behaves alike. `source` is the document asked
 * for, or undefined for the one that comes with the page. Of the hash only inline data is kept.
 */
export function placesBeside(
  address: string,
  source: string | undefined,
  isBuilt: boolean,
): SharedPlaces {
  const page = new URL(address)
  page.search = ''
  if (!page.hash.startsWith('#d=')) page.hash = ''
  const framePage = /\/embed\.html$/
  const frame = new URL(page)
  if (isBuilt) frame.pathname = new URL('embed.html', page).pathname
  page.pathname = page.pathname.replace(framePage, '/')
  const beside = (name: string): string => new URL(name, page).href
  return {
    page: page.href,
    frame: frame.href,
    elementScript: beside('element.js'),
    revealScript: beside('reveal-plugin.js'),
    document: beside(source ?? 'timeline.json'),
  }
}

/** `address` with this query, before its hash. */
export function withQuery(address: string, query: string): string {
  const url = new URL(address)
  url.search = query
  return url.href
}

/** Why a snippet may not work for others, and the host that it is about. */
export interface ShareCaution {
  /**
   * `unreachable`: only this computer has the address. `foreign`: the document lies on another server
   * than the page. `elsewhere`: pages on other servers must be let in to read the document.
   * `inParts`: only the page itself opens a timeline in parts.
   * `notCarried`: the document was opened from this device, and no link has room for it. `inLinkOnly`: the
   * link carries it, and what asks for a file has none.
   */
  readonly code: 'unreachable' | 'foreign' | 'elsewhere' | 'inParts' | 'notCarried' | 'inLinkOnly'
  readonly host: string
}

/**
 * What to say about a snippet. A document is fetched by the frame itself unless it is inside the page
 * for frames (`isShipped`), or was opened from this device (`isOpened`); an element fetches it for the page it stands in, a sandbox for nobody.
 */
export function cautionsFor(
  { page, document }: Pick<SharedPlaces, 'page' | 'document'>,
  fetchedBy: 'ourPage' | 'sandbox' | 'theirPage',
  isShipped: boolean,
  isOpened: boolean,
): readonly ShareCaution[] {
  const home = new URL(page)
  const source = new URL(document, page)
  const isInLink = home.hash.startsWith('#d=')
  if (isOpened && !isInLink) return [{ code: 'notCarried', host: home.host }]
  if (isInLink && fetchedBy === 'theirPage') return [{ code: 'inLinkOnly', host: home.host }]
  if (isOnlyHere(home)) return [{ code: 'unreachable', host: home.host }]
  if (source.origin !== home.origin) return [{ code: 'foreign', host: source.host }]
  const isForOthers = fetchedBy === 'theirPage' || (fetchedBy === 'sandbox' && !isShipped)
  return isForOthers ? [{ code: 'elsewhere', host: source.host }] : []
}

function isOnlyHere({ protocol, hostname }: URL): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return true
  return /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname)
}
