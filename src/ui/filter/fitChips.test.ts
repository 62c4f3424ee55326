import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fitChips } from './fitChips.ts'

const row = {
  widths: [100, 80, 60, 40],
  pinned: new Set<number>(),
  gap: 10,
  moreWidth: 50,
  complete: true,
}

describe('fitChips', () => {
  it('shows all when all fit and there is nothing else behind the button', () => {
    expect(fitChips({ ...row, available: 310 })).toEqual([0, 1, 2, 3])
    expect(fitChips({ ...row, available: 309 })).toEqual([0, 1])
  })

  it('keeps room for the button', () => {
    expect(fitChips({ ...row, available: 320, complete: false })).toEqual([0, 1, 2])
    expect(fitChips({ ...row, available: 160, complete: false })).toEqual([0])
    expect(fitChips({ ...row, available: 159, complete: false })).toEqual([])
  })

  it('does not skip a wide chip for a narrow one behind it', () => {
    expect(fitChips({ ...row, available: 170 })).toEqual([0])
  })

  it('keeps what is chosen in sight, in its place, even when it does not fit', () => {
    expect(fitChips({ ...row, available: 210, pinned: new Set([3]) })).toEqual([0, 3])
    expect(fitChips({ ...row, available: 0, pinned: new Set([1, 3]) })).toEqual([1, 3])
  })

  it('never exceeds the line unless what is chosen alone does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 30 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.boolean(),
        (widths, available, complete) => {
          const shown = fitChips({ ...row, widths, available, complete })
          const used = shown.reduce((sum, index) => sum + widths[index]! + row.gap, 0)
          const whole = complete && shown.length === widths.length
          const needed = whole ? used - row.gap : used + row.moreWidth
          expect(shown.length === 0 || needed <= available).toBe(true)
          expect(shown).toEqual(widths.map((_, index) => index).slice(0, shown.length))
        },
      ),
    )
  })
})
