/** Longest address that is followed; longer ones stay text. */
const maxLength = 2048

const linkSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** Control characters and spaces: browsers drop some of them, so that `java\tscript:` would run. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const hidden = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/

/**
 * The address of a link if it is an absolute `https:`, `http:` or `mailto:` one, in the spelling of
 * the URL standard; otherwise undefined, and the link stays plain text. Never throws.
 */
export function safeLinkUrl(url: string | undefined): string | undefined {
  if (url === undefined || url.length > maxLength || hidden.test(url)) return undefined
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  return linkSchemes.has(parsed.protocol) ? parsed.href : undefined
}

const rasterImage = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i

/**
 * The address of a picture: `https:`, a small raster `data:` image, or one relative to the document
 * at `base` (an `http:` picture only from that same host). Otherwise undefined.
 */
export function safeImageUrl(src: string, base: string): string | undefined {
  if (rasterImage.test(src)) return src
  if (src.length > maxLength || hidden.test(src) || !URL.canParse(src, base)) return undefined
  const parsed = new URL(src, base)
  if (parsed.protocol === 'https:') return parsed.href
  const sameHost = URL.canParse(base) && new URL(base).host === parsed.host
  return parsed.protocol === 'http:' && sameHost ? parsed.href : undefined
}
