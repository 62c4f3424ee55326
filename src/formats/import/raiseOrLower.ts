const plain = '0123456789+-−=()ni'
const raised = Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')
const lowered = Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ')

/**
 * What stood in `<sup>` or `<sub>`, in letters that stand there by themselves: 10⁶ must not become 106.
 * Undefined where Unicode has none.
 */
export function raiseOrLower(text: string, way: 'up' | 'down'): string | undefined {
  const letters = way === 'up' ? raised : lowered
  let moved = ''
  for (const letter of text) {
    const at = plain.indexOf(letter)
    if (at < 0 && letter.trim() !== '') return undefined
    moved += letters[at] ?? letter
  }
  return moved
}
