import type { Token } from './tokens.ts'

/** The two dates of a stretch, still in tokens. */
export interface Split {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
}

/**
 * Finds where the first date of a stretch ends and the second starts: at a word ("to", "bis", 至), at
 * an en dash or a dash between blanks, at last at a hyphen, a slash or a tilde that joins no month
 * name to its day. `several`: more than one such place.
 */
export function splitRange(tokens: readonly Token[]): Split | 'several' | undefined {
  const last = tokens.length - 1
  const inside = tokens.flatMap((token, at) => (at > 0 && at < last ? [{ token, at }] : []))
  for (const isPlace of [isWord, isWideDash, isTightDash]) {
    const places = inside.filter(({ token, at }) => isPlace(token, at, tokens))
    const [place] = places
    if (place === undefined) continue
    // "2017年12月至今" has its word and its end beside each other; "-500 - -400" a sign after the dash.
    if (places.length > 1) return 'several'
    return { left: tokens.slice(0, place.at), right: tokens.slice(place.at + 1) }
  }
  return undefined
}

type IsPlace = (token: Token, at: number, tokens: readonly Token[]) => boolean

const isWord: IsPlace = (token) =>
  token.kind === 'word' && (token.meaning.is === 'range' || token.meaning.is === 'until')

const isWideDash: IsPlace = (token, at, tokens) =>
  token.kind === 'dash' &&
  (token.spaced || token.sign === '–' || token.sign === '—') &&
  !joinsNames(token.sign, at, tokens)

const isTightDash: IsPlace = (token, at, tokens) =>
  token.kind === 'dash' &&
  tokens[at - 1]?.kind !== 'dash' &&
  !isWord(tokens[at - 1] ?? token, at, tokens) &&
  !joinsNames(token.sign, at, tokens)

/** The hyphens of `31-May-2016` and `mid-1940s`: beside the only month, or after a part of a stretch. */
function joinsNames(sign: string, at: number, tokens: readonly Token[]): boolean {
  const is = (index: number): string | undefined => {
    const token = tokens[index]
    return token?.kind === 'word' ? token.meaning.is : undefined
  }
  if (is(at - 1) === 'phase') return true
  if (sign !== '-') return false
  const months = tokens.filter((_, index) => is(index) === 'month').length
  return months === 1 && (is(at - 1) === 'month' || is(at + 1) === 'month')
}
