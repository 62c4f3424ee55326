/** Ways to take a timeline along, in the order in which they are offered. */
export const snippetKinds = [
  'link',
  'frame',
  'sandboxed',
  'element',
  'reveal',
  'markdown',
  'slidev',
] as const
export type SnippetKind = (typeof snippetKinds)[number]

/** Sizes to choose from, in CSS pixels. */
export const frameSizes = {
  slide: { width: 960, height: 540, fills: false },
  /** As wide as the column that it stands in; the width is that of the preview. */
  page: { width: 1024, height: 600, fills: true },
  phone: { width: 390, height: 640, fills: false },
} as const
export type FrameSize = keyof typeof frameSizes

/** What the snippets say, all of it plain text from anywhere: each snippet escapes what it takes. */
export interface SnippetParts {
  readonly title: string
  /** The full address of the page, of the page for frames, of the document and of the scripts. */
  readonly link: string
  readonly frame: string
  readonly document: string
  readonly elementScript: string
  readonly revealScript: string
  /** Parameters of the frame: a query without `?`. */
  readonly query: string
  readonly size: FrameSize
}

/** The text to paste. */
export function snippetOf(kind: SnippetKind, parts: SnippetParts): string {
  switch (kind) {
    case 'link':
      return parts.link
    case 'frame':
      return iframe(parts, '')
    case 'sandboxed':
      return iframe(parts, ' sandbox="allow-scripts"')
    case 'element':
      return element(parts)
    case 'reveal':
      return reveal(parts)
    case 'markdown':
      return `[${escapeMarkdown(parts.title)}](${escapeAddress(parts.link)})`
    case 'slidev':
      // A JSON string is a YAML string.
      return ['---', 'layout: iframe', `url: ${JSON.stringify(parts.frame)}`, '---'].join('\n')
  }
}

function iframe({ frame, title, size }: SnippetParts, sandbox: string): string {
  const { width, height, fills } = frameSizes[size]
  return (
    `<iframe src="${escapeAttribute(frame)}" title="${escapeAttribute(title)}"` +
    ` width="${fills ? '100%' : width}" height="${height}" loading="lazy"${sandbox}` +
    ` allow="fullscreen; clipboard-write" style="border: 0; max-width: 100%"></iframe>`
  )
}

function element(parts: SnippetParts): string {
  const { width, height, fills } = frameSizes[parts.size]
  const params = new URLSearchParams(parts.query)
  const attributes = [
    ['src', parts.document],
    ['mode', params.get('mode') ?? 'embed'],
    ...[...params].filter(([name]) => name !== 'src' && name !== 'mode'),
    [
      'style',
      `display: block; width: ${fills ? '100%' : `${width}px`}; max-width: 100%; height: ${height}px`,
    ],
  ]
  return [
    `<script src="${escapeAttribute(parts.elementScript)}" async></script>`,
    `<through-line ${writeAttributes(attributes)}>`,
    `  <a href="${escapeAttribute(parts.link)}">${escapeText(parts.title)}</a>`,
    '</through-line>',
  ].join('\n')
}

/**
 * Our plugin presents the story unless it is told otherwise. The deck turns the steps, so none is named;
 * what stands inside the section would stay on the slide.
 */
function reveal(parts: SnippetParts): string {
  const params = new URLSearchParams(parts.query)
  const presents = params.get('mode') === 'present'
  const steps = params.get('steps') ?? (presents ? 'story' : 'none')
  const query = parts.query
    .split('&')
    .filter((part) => part !== '' && !/^(src|mode|steps?)=/.test(part))
  const given = [...(presents ? [] : ['mode=embed']), ...query].join('&')
  const attributes = [
    ['data-throughline', parts.document],
    ['data-throughline-title', parts.title],
    ...(steps === 'story' ? [] : [['data-throughline-steps', steps]]),
    ...(given === '' ? [] : [['data-throughline-params', given]]),
  ]
  return [
    `<script src="${escapeAttribute(parts.revealScript)}"></script>`,
    `<section ${writeAttributes(attributes)}></section>`,
  ].join('\n')
}

function writeAttributes(attributes: readonly (readonly string[])[]): string {
  return attributes
    .map(([name = '', value = '']) => `${name}="${escapeAttribute(value)}"`)
    .join(' ')
}

/** Text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** Text between tags, in one line. */
export function escapeText(text: string): string {
  return oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text in running Markdown: every mark that could mean something stands for itself. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]()<>#+!|~&$"'-]/g, String.raw`\$&`)
}

/** An address may hold brackets, which would end a Markdown link. */
function escapeAddress(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29')
}

/** No line breaks and other controls, which no snippet survives in every editor. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

interface Box {
  readonly width: number
  readonly height: number
}

/** The factor that makes `box` as large as fits into `room`, at most 1. */
export function fitInto(box: Box, room: Box): number {
  return Math.max(0, Math.min(1, room.width / box.width, room.height / box.height))
}
