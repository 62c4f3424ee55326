import type { Precision } from './eventDate.ts'

/** `short` abbreviates months: "26 Jul 2019". */
export type DateStyle = 'short' | 'long'

/** Parts of a date, each ready to be put into a sentence. */
export interface CalendarParts {
  readonly year?: string
  readonly month?: string
  readonly day?: string
}

/**
 * The words of dates in one language; `src/i18n/dateWords.*.ts` has them. Years come in as text that
 * is ready to be put into a sentence, unless they are numbers (astronomical: 0 is 1 BCE).
 */
export interface DateWords {
  /** The name of a month, counted from 1. */
  month(month: number, style: DateStyle): string
  /** The parts that there are, in the order of the language. */
  calendar(parts: CalendarParts): string
  /** A date starts with its year, and so a range names that in its first one. */
  readonly yearFirst: boolean
  bce(year: string): string
  /** Used for years below 1000, which would read as a plain number. */
  ce(year: string): string
  /** `year` is the first of the decade. */
  decade(year: number): string
  /** Counted from 1. */
  century(count: number, bce: boolean): string
  millennium(count: number, bce: boolean): string
  /** EDTF code 21-41: seasons, quarters, thirds and halves of a year. */
  season(code: number, year: string): string
  /** A million years ago or more, or as far ahead; 0 is today. */
  deepYear(year: number): string
  /** The same on the axis, short; from a hundred thousand years on. */
  deepTick(year: number): string
  /** An hour known without its minutes. */
  hour(hour: string): string
  dateAndTime(date: string, time: string): string
  about(text: string): string
  uncertain(text: string): string
  range(start: string, end: string): string
  since(text: string): string
  until(text: string): string
  sinceUnknownEnd(text: string): string
  untilUnknownStart(text: string): string
  orEarlier(text: string): string
  orLater(text: string): string
  anyOf(texts: readonly string[]): string
  allOf(texts: readonly string[]): string
  quarter(count: number): string
  readonly precision: PrecisionWords
}

/** The unit that a date is known to; a tenth and a hundredth are of a second. */
export type KnownUnit = Precision | 'tenth' | 'hundredth'

/** How well a date is known, said beside it. */
export interface PrecisionWords {
  /** Known to the day or finer. */
  exact(unit: KnownUnit): string
  knownToMonth: string
  someTimeIn(text: string, unit: Precision): string
  between(start: string, end: string): string
  roundedYear: string
  about(unit: Precision): string
  /** Approximate in deep time: by how many years it is drawn wider to each side. */
  giveOrTake(years: number): string
  /** Adds that the source itself may be wrong. */
  uncertain(text: string): string
  interval(start: KnownUnit | 'open' | 'unknown', end: KnownUnit | 'open' | 'unknown'): string
  oneOf: string
  allOf: string
}
