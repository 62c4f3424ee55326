/** Rows on one page of the list. */
export const page = 200
/** To reach a selection the list grows to this many rows; for one further off it goes there. */
const mostToReach = 600

/** A stretch of the list, from the first row to before the last. */
export interface Pages {
  readonly from: number
  readonly to: number
}

/**
 * The stretch of a list of `length` rows that is shown: what was asked for, and the page of the selected
 * row, which stands at `place` (-1 for none).
 */
export function pagesFor(asked: Pages, place: number, length: number): Pages {
  const first = Math.floor(place / page) * page
  const isFar =
    place >= 0 &&
    (place < asked.from || (place >= asked.to && first + page - asked.from > mostToReach))
  const from = isFar ? first : asked.from
  const to = isFar || (place >= 0 && place >= asked.to) ? first + page : asked.to
  const end = Math.min(to, length)
  // A filter may leave less than where the list began.
  return { from: from < end ? from : 0, to: end }
}
