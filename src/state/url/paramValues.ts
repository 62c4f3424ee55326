/** Readers of the values that are more than a word of a list. Each gives undefined for what is no good. */

const knownDialects = new Set(['tl', 'pym', 'medium', 'amp', 'wp'])

/**
 * Address of a document: https, http (which browsers refuse by themselves from a secure page), or
 * relative. Never a scheme that runs or carries something, whatever white space hides it.
 */
export function readSource(text: string): string | undefined {
  const address = text.trim()
  try {
    const { protocol } = new URL(address, 'https://relative.invalid/')
    return protocol === 'https:' || protocol === 'http:' ? address : undefined
  } catch {
    return undefined
  }
}

/** A language tag in its canonical letter case; `zh_CN`, as some systems write it, is understood. */
export function readLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** A plain decimal number between the limits, both included. */
export function readNumber(
  text: string,
  least: number,
  most: number,
  form = /^\d{1,5}(\.\d{1,3})?$/,
): number | undefined {
  const found = form.test(text) ? Number(text) : Number.NaN
  return found >= least && found <= most ? found : undefined
}

/** How the height is reported: `off`, `auto`, or one or several dialects with commas. */
export function readResize(text: string): string | undefined {
  if (text === 'off' || text === 'auto') return text
  const dialects = text.split(',')
  return dialects.every((dialect) => knownDialects.has(dialect)) ? text : undefined
}

/**
 * One of the origins that may send commands. `null` is the origin of a file or a sandbox. What is no
 * origin is refused and yet kept: it matches nobody, whereas a list without it could become empty,
 * and an empty list lets everybody in.
 */
export function readOrigin(text: string, refuse: () => void): string {
  if (text === 'null') return text
  try {
    const { protocol, origin } = new URL(text)
    if (protocol === 'https:' || protocol === 'http:') return origin
  } catch {
    // Told below, like the other schemes.
  }
  refuse()
  return text
}
