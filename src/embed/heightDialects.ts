/** The ways in which pages that frame things expect to hear how tall they are. */
export type HeightDialect = 'tl' | 'pym' | 'medium' | 'amp' | 'wp'

/** What the embed knows of the page around it when it starts. */
export interface HeightContext {
  /** The parameter `resize`: `off`, `auto`, or dialects with commas. */
  readonly resize: string
  /** `location.search` and `.hash`. */
  readonly search: string
  readonly hash: string
  /** `document.referrer` and `location.ancestorOrigins`, as far as the browser tells. */
  readonly ancestors: readonly string[]
}

/** Everything that the dialects need to know to write a message. */
export interface HeightWriter {
  readonly dialects: readonly HeightDialect[]
  /** WordPress's secret, from the `#?secret=` that it appends to the address. */
  readonly secret: string | undefined
  /** What to post for a height in CSS pixels, for each dialect that is not ours. */
  write(height: number): readonly unknown[]
}

const allDialects = ['tl', 'pym', 'medium', 'amp', 'wp'] as const satisfies HeightDialect[]

const mediumHosts = /(^|\.)(medium\.com|embedly\.com|iframe\.ly|iframely\.(com|net))$/
const ampHosts = /(^|\.)ampproject\.(org|net)$/

/**
 * Which dialects to speak, and how. `auto` speaks ours, and those of hosts that have shown
 * themselves: pym by `childId`, WordPress by its secret, the others by their addresses.
 * @param href the frame's own address, by which Medium's readers know the frame
 */
export function heightWriter(context: HeightContext, href: string): HeightWriter {
  const childId = new URLSearchParams(context.search).get('childId') ?? ''
  const hasChild = childId !== '' && childId.length <= 128
  const secret = /\?secret=([a-zA-Z0-9]{1,64})(?![^&])/.exec(context.hash)?.[1]
  const isAmong = (hosts: RegExp): boolean =>
    context.ancestors.some((ancestor) => hosts.test(hostOf(ancestor)))

  const recognised: Readonly<Record<HeightDialect, boolean>> = {
    tl: true,
    pym: hasChild,
    wp: secret !== undefined,
    medium: isAmong(mediumHosts),
    amp: isAmong(ampHosts),
  }
  const named = context.resize.split(',')
  const dialects = allDialects.filter((dialect) => {
    if (dialect === 'pym' && !hasChild) return false
    if (dialect === 'wp' && secret === undefined) return false
    return context.resize === 'auto' ? recognised[dialect] : named.includes(dialect)
  })

  return {
    dialects,
    secret,
    write: (height) =>
      dialects
        .filter((dialect) => dialect !== 'tl')
        .map((dialect) => {
          switch (dialect) {
            case 'pym':
              return `pymxPYMx${childId}xPYMxheightxPYMx${height}`
            case 'medium':
              return JSON.stringify({ src: href, context: 'iframe.resize', height })
            case 'amp':
              return { sentinel: 'amp', type: 'embed-size', height }
            case 'wp':
              return { secret, message: 'height', value: height }
          }
        }),
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname
  } catch {
    return ''
  }
}
