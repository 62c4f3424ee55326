/** The letter that a detail such as "A: AI" begins with, to sort parts by eye; otherwise nothing. */
export function fieldLetter(value: string): string {
  return /^([A-Z])(?![\p{L}\p{N}])/u.exec(value.trim())?.[1] ?? ''
}
