/** Longest text that is a title as it is. */
const longest = 140

/**
 * A title for a text that may be a whole paragraph: the text itself when it is short and of one line,
 * otherwise its first line, sentence or words. `whole` says whether anything is missing from it.
 */
export function shortTitle(text: string): { readonly title: string; readonly whole: boolean } {
  const trimmed = text.trim()
  const line = (/^[^\n]*/.exec(trimmed)?.[0] ?? '').trim()
  if (line === trimmed && line.length <= longest) return { title: line, whole: true }
  if (line.length <= longest) return { title: line, whole: false }
  const head = line.slice(0, longest)
  // The last end of a sentence, but not of an abbreviation or an initial.
  const ends = Array.from(head.matchAll(/(?<=[\p{Ll}\d)\]"”’]{2})[.!?](?=\s)|[。！？]/gu))
  const end = ends[0]?.index
  if (end !== undefined && end >= 20) {
    return { title: head.slice(0, end + 1).replace(/\.$/, ''), whole: false }
  }
  const blank = head.lastIndexOf(' ')
  return {
    title: `${withoutHalf(blank > longest / 2 ? head.slice(0, blank) : head)}…`,
    whole: false,
  }
}

/** A cut must not go through a character that takes two units. */
function withoutHalf(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}
