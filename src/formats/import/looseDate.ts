/** In which order a date such as `03/04/2018` is to be read, where the file or the person says so. */
export type DateOrder = 'day-first' | 'month-first'

/** What a person's way of writing a date means in EDTF. */
export type LooseDate =
  /** `guess` says in one English sentence what was assumed, where something was. */
  | { readonly kind: 'date'; readonly edtf: string; readonly guess?: string }
  /** Both readings are days that exist, and nothing says which is meant. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: string; readonly monthFirst: string }
  | { readonly kind: 'unreadable'; readonly expected: string }

/**
 * Reads a date as people, spreadsheets and other tools write it, and gives EDTF. `value` is a text (at
 * most 200 characters are read) or a number as a spreadsheet or a script stores it.
 */
export function readLooseDate(
  value: string | number,
  options: { readonly order?: DateOrder } = {},
): LooseDate {
  throw new Error(`not written: ${value} ${options.order}`)
}
