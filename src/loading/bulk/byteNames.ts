const QUOTE = 34

/** FNV-1a over bytes, 32 bits: how names and ids are found by their bytes. */
export const hashSeed = 0x811c9dc5

export function hashOf(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}

/** The hash of a whole name. */
export function hashOfBytes(bytes: Uint8Array): number {
  let hash = hashSeed
  for (const byte of bytes) hash = hashOf(hash, byte)
  return hash
}

/** Spreads a hash over the slots of a table, whose number is a power of two. */
export function slotOf(hash: number, slots: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) & (slots - 1)
}

const encoder = new TextEncoder()

/**
 * Names that are looked up by bytes of a text, without making a string of these. Each has a number,
 * counted from 0.
 */
export class ByteNames {
  #names: Uint8Array[] = []
  /** Numbers by hash, one more; 0 for a free slot. */
  #slots = new Int32Array(16)

  get length(): number {
    return this.#names.length
  }

  /** Adds a name that is not there yet, and gives its number. */
  add(name: string): number {
    const bytes = encoder.encode(name)
    this.#names.push(bytes)
    if (this.#names.length * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2)
      for (const [number, known] of this.#names.entries()) this.#place(known, number)
    } else this.#place(bytes, this.#names.length - 1)
    return this.#names.length - 1
  }

  /** The number of the name that stands from `from` to before `to`; -1 for none. */
  find(text: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = slotOf(hash, slots.length); ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1
      if (number < 0) return -1
      const name = this.#names[number]
      if (name !== undefined && isSame(name, text, from, to)) return number
    }
  }

  /** Whether this name and a closing quote stand at `at`: then where the quote stands, else -1. */
  endAt(number: number, text: Uint8Array, at: number): number {
    const name = this.#names[number]
    if (name === undefined || text[at + name.length] !== QUOTE) return -1
    return isSame(name, text, at, at + name.length) ? at + name.length : -1
  }

  #place(name: Uint8Array, number: number): void {
    const mask = this.#slots.length - 1
    let slot = slotOf(hashOfBytes(name), this.#slots.length)
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = number + 1
  }
}

function isSame(name: Uint8Array, text: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false
  for (let at = 0; at < name.length; at += 1) if (name[at] !== text[from + at]) return false
  return true
}
