/** Two decimals are finer than any screen shows, and keep golden files short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
