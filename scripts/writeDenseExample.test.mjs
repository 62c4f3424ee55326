import { describe, expect, it } from 'vitest'
import { dateOf, readZone } from './writeDenseExample.mjs'

/** One block of a compiled zone, with times of `width` bytes. */
function block(width, times, indexes, types, letters) {
  const header = Buffer.alloc(44)
  header.write('TZif2')
  header.writeUInt32BE(times.length, 32)
  header.writeUInt32BE(types.length, 36)
  header.writeUInt32BE(letters.length, 40)
  const instants = Buffer.alloc(times.length * width)
  for (const [index, time] of times.entries()) {
    if (width === 8) instants.writeBigInt64BE(BigInt(time), index * 8)
    else instants.writeInt32BE(time, index * 4)
  }
  const kinds = Buffer.alloc(types.length * 6)
  for (const [index, [offset, summer, name]] of types.entries()) {
    kinds.writeInt32BE(offset, index * 6)
    kinds.set([summer, name], index * 6 + 4)
  }
  return Buffer.concat([header, instants, Buffer.from(indexes), kinds, Buffer.from(letters)])
}

describe('readZone', () => {
  it('reads the block of 64 bits, with offsets before and after', () => {
    const letters = 'LMT\0GMT\0BST\0'
    const types = [
      [-75, 0, 0],
      [0, 0, 4],
      [3600, 1, 8],
    ]
    const times = [-3_852_662_325, -1_691_964_000]
    const zone = Buffer.concat([
      block(4, [-1_691_964_000], [2], types, letters),
      block(8, times, [1, 2], types, letters),
      Buffer.from('\nGMT0BST,M3.5.0/1,M10.5.0\n'),
    ])
    expect(readZone(zone)).toEqual([
      { second: -3_852_662_325, from: -75, to: 0, name: 'GMT' },
      { second: -1_691_964_000, from: 0, to: 3600, name: 'BST' },
    ])
  })
})

describe('dateOf', () => {
  it('tells the time as the clocks of the place show it', () => {
    expect(dateOf(-3_852_662_325, 0)).toBe('1847-12-01T00:01:15Z')
    expect(dateOf(-1_691_964_000, 3600)).toBe('1916-05-21T03:00:00+01:00')
    expect(dateOf(0, -12_600)).toBe('1969-12-31T20:30:00-03:30')
  })

  it('falls back to UTC where the offset is no whole minute, which EDTF cannot write', () => {
    expect(dateOf(-1_688_265_017, 9079)).toBe('1916-07-02T21:29:43Z')
  })
})
