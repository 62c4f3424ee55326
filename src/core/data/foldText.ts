/** Combining accents, which a reader who searches rarely types. */
const accents = /[\u0300-\u036f]/g

/** Most texts, and then nothing but case has to be folded. */
// oxlint-disable-next-line no-control-regex -- all of ASCII
const plain = /^[\u0000-\u007f]*$/

/**
 * Text as the search compares it: compatibility forms (full width, ligatures) plain, lower case, no
 * accents, one sigma. Characters fold one by one, which `foldWithMap` relies on.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').toLowerCase().replace(accents, '').replaceAll('ς', 'σ')
}

/**
 * `foldText`, and for every UTF-16 unit of the folded text where its character starts in the
 * original; one entry more holds the original's length.
 */
export function foldWithMap(text: string): {
  readonly folded: string
  readonly origin: readonly number[]
} {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const plain = foldText(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) origin.push(at)
    at += character.length
  }
  origin.push(at)
  return { folded, origin }
}
