import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortByComparing } from '#core/data/columns.ts'
import { sortInTime } from './sortInTime.ts'

const anchor = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 1e15, -4e20),
  fc.double({ noNaN: true }),
  fc.integer(),
)
const event = fc.record({ anchor, weight: fc.integer({ min: 1, max: 5 }) })

it('puts events in the same order as comparing them does', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (events) => {
      const anchors = Float64Array.from(events, (one) => one.anchor)
      const weights = Uint8Array.from(events, (one) => one.weight)
      expect(sortInTime(anchors, weights)).toEqual(sortByComparing(anchors, weights))
    }),
  )
})
