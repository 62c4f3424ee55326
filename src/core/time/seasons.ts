/**
 * EDTF codes 21-41 as months: the first month (1-12) and how many. A season that starts in December
 * ends in the next year.
 *
 *     21-24 seasons, read as northern   25-28 northern   29-32 southern
 *     33-36 quarters   37-39 quadrimesters   40-41 semesters
 */
export function monthsOfSeason(code: number): { first: number; months: number } | undefined {
  if (code >= 21 && code <= 28) return { first: northern[(code - 21) % 4] ?? 3, months: 3 }
  if (code >= 29 && code <= 32) return { first: northern[(code - 27) % 4] ?? 9, months: 3 }
  if (code >= 33 && code <= 36) return { first: (code - 33) * 3 + 1, months: 3 }
  if (code >= 37 && code <= 39) return { first: (code - 37) * 4 + 1, months: 4 }
  if (code === 40 || code === 41) return { first: (code - 40) * 6 + 1, months: 6 }
  return undefined
}

/** First months of spring, summer, autumn and winter; the southern year is two seasons on. */
const northern = [3, 6, 9, 12]
