/** A list of whole numbers below 2^32 that grows, four bytes each: `values` is longer than what it holds. */
export class GrowingList {
  values = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(2 * this.length)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = value
    this.length += 1
  }

  at(place: number): number {
    return this.values[place] ?? 0
  }

  /** Exactly what was pushed. */
  done(): Uint32Array<ArrayBuffer> {
    return this.values.slice(0, this.length)
  }
}

/** Bytes that come piece by piece, kept behind each other. */
export class GrowingBytes {
  bytes: Uint8Array<ArrayBuffer>
  length = 0

  /** `expected` bytes may come; more are fine, and cost a copy. */
  constructor(expected = 1024) {
    this.bytes = new Uint8Array(expected)
  }

  push(piece: Uint8Array): void {
    const length = this.length + piece.length
    if (length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.bytes.length))
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    this.bytes.set(piece, this.length)
    this.length = length
  }
}
