import type { DateOrder } from '#formats/import/looseDate.ts'
import type { ClockTime, NumberToken } from './tokens.ts'
import type { Phase } from './words.ts'

/** How a date is to be read, and what was assumed so far, in English sentences. */
export interface Reading {
  readonly order: DateOrder
  /** True when the file or the person said so, false while both are tried. */
  readonly isGiven: boolean
  readonly guesses: string[]
}

/** What the words and numbers of one date say, before they are put together. */
export interface DateParts {
  /** A small number whose meaning only the other end of a stretch can tell: the 5 of "5–8 May". */
  bare?: NumberToken
  /** As written: without era, and perhaps of two digits. */
  year?: number
  /** How many digits were written; 2 and an apostrophe make a year of an unsaid century. */
  yearDigits?: number
  era?: 'bce' | 'ce'
  month?: number
  day?: number
  /** Written with the day last, so that a number after it is another day: 1989-11-09/10. */
  endsWithDay?: boolean
  weekday?: number
  /** EDTF code 21-24, 33-36. */
  season?: number
  unit?: 'decade' | 'century' | 'millennium'
  /** The first year of a decade, the number of a century or a millennium. */
  count?: number
  /** Years from now, counted back when `direction` is `ago`. */
  amount?: number
  /** 1e6 in "66 million". */
  scale?: number
  direction?: 'ago' | 'ahead' | 'beforePresent'
  time?: ClockTime
  phase?: Phase
  about?: boolean
  uncertain?: boolean
}

/** While a date is read: its numbers wait until the words around them are known. */
export interface Draft {
  readonly parts: DateParts
  readonly waiting: { readonly token: NumberToken; readonly at: number }[]
  eraAt?: number
  noon?: 0 | 12
  /** "Siglo XIX" has its number after it. */
  awaitsCentury?: boolean
}

/** What stands for "this is no date that we know". */
export const aDate = 'a date such as 31 May 2016, May 2016, 1940s, 44 BC or 2016-05-31'
