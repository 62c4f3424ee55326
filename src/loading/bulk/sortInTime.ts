/**
 * Places in the order of rows, as `gatherColumns` wants it: anchor, then weight falling, then place. A
 * radix sort over the bits of the anchors, from the least to the most significant: O(n).
 */
export function sortInTime(anchors: Float64Array, weights: Uint8Array): Uint32Array {
  const { length } = anchors
  const halves = new Uint32Array(2 * length)
  const bits = new Uint32Array(2)
  const number = new Float64Array(bits.buffer)
  // Floats in order as unsigned numbers: the sign turned for what is not below zero, else all bits.
  for (let place = 0; place < length; place += 1) {
    // Adding zero makes one zero of the two.
    number[0] = (anchors[place] ?? 0) + 0
    const low = bits[0] ?? 0
    const high = bits[1] ?? 0
    const isNegative = high >>> 31 === 1
    halves[2 * place] = isNegative ? ~low : low
    halves[2 * place + 1] = isNegative ? ~high : high | 0x80000000
  }
  let order = new Uint32Array(length)
  for (let place = 0; place < length; place += 1) order[place] = place
  let spare = new Uint32Array(length)
  const starts = new Uint32Array(65_537)

  const sortBy = (digitOf: (place: number) => number): void => {
    starts.fill(0)
    for (let place = 0; place < length; place += 1) {
      const next = digitOf(place) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    // Where all are alike nothing moves.
    if (starts[digitOf(0) + 1] === length) return
    for (let digit = 1; digit < starts.length; digit += 1) {
      starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0)
    }
    for (let at = 0; at < length; at += 1) {
      const place = order[at] ?? 0
      const digit = digitOf(place)
      const to = starts[digit] ?? 0
      spare[to] = place
      starts[digit] = to + 1
    }
    const sorted = spare
    spare = order
    order = sorted
  }

  sortBy((place) => 255 - (weights[place] ?? 0))
  sortBy((place) => (halves[2 * place] ?? 0) & 0xffff)
  sortBy((place) => (halves[2 * place] ?? 0) >>> 16)
  sortBy((place) => (halves[2 * place + 1] ?? 0) & 0xffff)
  sortBy((place) => (halves[2 * place + 1] ?? 0) >>> 16)
  return order
}
