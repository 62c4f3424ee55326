import { firstWhere } from '#core/data/bisect.ts'

/** One line of wrapped text and its width in CSS pixels. */
export interface WrappedLine {
  readonly text: string
  readonly width: number
}

export interface WrappedText {
  readonly lines: readonly WrappedLine[]
  /** Of the widest line. */
  readonly width: number
  /** True when an ellipsis stands for text that did not fit. */
  readonly cut: boolean
}

let segmenter: Intl.Segmenter | undefined

/**
 * Texts in which each letter is a sign of its own: of Latin, Greek, Cyrillic, Chinese, Japanese and Korean,
 * with punctuation and symbols, and without any mark that joins the letter before it.
 */
const oneByOne =
  /^[ -\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\u20cf\u2100-\u2bff\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/

/** What a reader takes for one sign each. What knows that of every script takes 20 ms to make. */
export function graphemes(text: string): string[] {
  if (oneByOne.test(text)) return text.split('')
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** CJK text may break between any two characters, except before closing and after opening marks. */
const cjk = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/
const noBreakBefore =
  /^[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff09\u300b\u300d\u300f\u3011\u201d\u2019)\],.;:!?%]/
const noBreakAfter = /[\uff08\u300a\u300c\u300e\u3010\u201c\u2018([]$/

/** Pieces that must stay whole; a piece carries the space before it. */
function pieces(text: string): string[] {
  const result: string[] = []
  const plain = text.trim().replaceAll(/\s+/g, ' ')
  if (!cjk.test(plain)) return plain === '' ? [] : plain.split(/(?= )/)
  let current = ''
  // Kept aside: asking `current` for its end at every step takes a long text quadratic time.
  let last = ''
  for (const segment of graphemes(plain)) {
    const startsNew =
      segment === ' ' ||
      (current !== '' &&
        current !== ' ' &&
        (cjk.test(segment) || cjk.test(last)) &&
        !noBreakBefore.test(segment) &&
        !noBreakAfter.test(current))
    if (startsNew && current !== '') {
      result.push(current)
      current = segment
    } else {
      current += segment
    }
    last = segment
  }
  if (current !== '') result.push(current)
  return result
}

/** As much of the beginning of a text as fits, and an ellipsis. */
export function cutToWidth(
  text: string,
  maxWidth: number,
  measure: (text: string) => number,
): string {
  const parts = graphemes(text)
  const cut = (length: number): string => `${parts.slice(0, length).join('').trimEnd()}…`
  return cut(firstWhere(0, parts.length, (length) => measure(cut(length + 1)) > maxWidth))
}

/** No line holds more of a text than this; whoever wrote a page of it gets its beginning. */
const longest = 1000

/** As much of a text as could ever fit: hardly a letter is narrower than a pixel. */
function beginning(text: string, maxWidth: number, maxLines: number): string {
  const most = Math.min(longest, Math.ceil(maxWidth * maxLines))
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * Breaks text into at most `maxLines` lines of at most `maxWidth` pixels, greedily, then narrows the
 * lines to even lengths. Cuts at grapheme borders with an ellipsis where it does not fit.
 */
export function wrapText(
  text: string,
  maxWidth: number,
  maxLines: number,
  measure: (text: string) => number,
): WrappedText {
  const shown = beginning(text, maxWidth, maxLines)
  const parts = pieces(shown)
  const filled = fill(parts, maxWidth, maxLines, measure)
  const greedy = shown === text ? filled : { ...filled, cut: true }
  if (greedy.cut || greedy.lines.length < 2) return greedy
  // The narrowest width that needs no more lines looks calmer than one full and one short line.
  let low = greedy.width / greedy.lines.length
  let high = greedy.width
  let best = greedy
  while (high - low > 4) {
    const middle = (low + high) / 2
    const attempt = fill(parts, middle, greedy.lines.length, measure)
    if (attempt.cut) low = middle
    else {
      best = attempt
      high = middle
    }
  }
  return best
}

function fill(
  parts: readonly string[],
  maxWidth: number,
  maxLines: number,
  measure: (text: string) => number,
): WrappedText {
  const lines: string[] = []
  let line = ''
  let cut = false
  for (const [index, part] of parts.entries()) {
    const longer = line + part
    if (line === '' || measure(longer.trim()) <= maxWidth) {
      line = longer
      continue
    }
    if (lines.length === maxLines - 1) {
      line = cutToWidth((line + parts.slice(index).join('')).trim(), maxWidth, measure)
      cut = true
      break
    }
    lines.push(line.trim())
    line = part
  }
  if (line.trim() !== '') lines.push(line.trim())
  const measured = lines.map((content) => {
    const width = measure(content)
    if (width <= maxWidth) return { text: content, width }
    // One word wider than the line.
    cut = true
    const shortened = cutToWidth(content, maxWidth, measure)
    return { text: shortened, width: measure(shortened) }
  })
  return {
    lines: measured,
    width: measured.reduce((most, { width }) => Math.max(most, width), 0),
    cut,
  }
}
