/** Longest line in octets, without its end (RFC 5545, 3.1). */
const longest = 75

/** A text as a value of the type TEXT (3.3.11). Control characters have no place in it. */
export function icsEscape(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '')
}

/** Cuts a line into folds of at most 75 octets, never within a character. */
export function foldLine(line: string): readonly string[] {
  const folds: string[] = []
  let fold = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > longest) {
      folds.push(fold)
      // The blank that marks a fold counts, too.
      fold = ' '
      octets = 1
    }
    fold += character
    octets += size
  }
  return [...folds, fold]
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
