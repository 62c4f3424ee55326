import { safeAddress } from './safeAddress.ts'

/** What an address of somebody's media can be for us. */
export type MediaKind =
  /** `src` is `https:`, or a path relative to the document. */
  | { readonly kind: 'picture'; readonly src: string; readonly guessed: boolean }
  | { readonly kind: 'link'; readonly url: string; readonly insecure: boolean }
  | { readonly kind: 'unusable' }

const pictureName = /\.(?:jpe?g|png|gif|svg|webp|avif|bmp)$/i

/** Sites whose addresses look like pictures, or hold words that do, but lead to pages and players. */
const pages =
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|soundcloud\.com|spotify\.com|twitter\.com|x\.com|instagram\.com|instagr\.am|facebook\.com|flickr\.com|flic\.kr|vine\.co|documentcloud\.org|bsky\.app|imgur\.com|tiktok\.com)$/i
const articleOfWiki = /^\/(?:wiki|w)\//i

/** Words in addresses without a name of a file that servers of pictures use, and articles do not. */
const pictureWords =
  /picsum|googleusercontent|gstatic\.com\/images|cdninstagram|images\.unsplash|iiif|thumb(?:nail)?s?\b|\bimages?\/|[?&](?:format|fm)=(?:jpe?g|png|webp)/i

/**
 * What TimelineJS would show at an address: pictures by the end of their name, as it does. What has no
 * such end is a picture for TimelineJS, too; for us only where words in it say so, since a link to a
 * picture loses less than a picture of an article.
 */
export function mediaKind(address: string): MediaKind {
  const text = address.trim()
  if (isRelative(text)) {
    return pictureName.test(text.replace(/[?#].*$/s, ''))
      ? { kind: 'picture', src: text, guessed: false }
      : { kind: 'unusable' }
  }
  const url = safeAddress(text)
  if (url === undefined || url.startsWith('mailto:')) return { kind: 'unusable' }
  const { hostname, pathname, protocol } = new URL(url)
  const isPage = (pages.test(hostname) && !/^i\./i.test(hostname)) || articleOfWiki.test(pathname)
  const named = pictureName.test(pathname)
  const looks = named || pictureWords.test(url)
  if (isPage || !looks) return { kind: 'link', url, insecure: false }
  if (protocol !== 'https:') return { kind: 'link', url, insecure: true }
  return { kind: 'picture', src: url, guessed: !named }
}

function isRelative(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|www\.|<)/i.test(address)
}

/** Where a link leads, for people: the site, or the article of a wiki. */
export function siteName(url: string): string {
  const { hostname, pathname, protocol } = new URL(url)
  if (protocol === 'mailto:') return pathname
  const host = hostname.replace(/^www\./, '')
  const article = /^\/wiki\/([^/]+)$/.exec(pathname)?.[1]
  if (article === undefined) return host
  try {
    return `${decodeURIComponent(article).replaceAll('_', ' ')} – ${host}`
  } catch {
    return host
  }
}
