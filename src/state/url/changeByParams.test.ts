import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultState } from '#state/defaultState.ts'
import { changeByParams } from './changeByParams.ts'
import { urlParams } from './params.ts'
import { canonicalUrl, readUrl } from './urlState.ts'

const inFrame = { inFrame: true }

describe('changeByParams', () => {
  it('changes what is named, and keeps the rest to the last digit', () => {
    const range = { start: 1.25, end: 9e11 + 0.5 }
    const state = { ...defaultState, mode: 'embed' as const, range, event: 'x' }
    const { state: next } = changeByParams(state, { org: 'a,b', theme: 'dark' }, inFrame)
    expect(next.range).toBe(range)
    expect(next).toMatchObject({ event: 'x', theme: 'dark', mode: 'embed' })
    expect(next.filter.org).toEqual(['a', 'b'])
  })

  it('takes an empty value for the default, and tells what it cannot read', () => {
    const state = { ...defaultState, theme: 'dark' as const, event: 'x' }
    const { state: next, warnings } = changeByParams(
      state,
      { theme: '', event: '', view: 'pie' },
      inFrame,
    )
    expect(next).toMatchObject({ theme: 'auto', event: undefined, view: 'timeline' })
    expect(warnings).toEqual([{ code: 'value', name: 'view', value: 'pie' }])
  })
})

const names = urlParams.map(({ name }) => name)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('2014/2019', '-0500/..', 'a,b,-c', '%', '%zz', '__proto__', '🄰', '9'.repeat(500)),
)
const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), text), { maxLength: 30 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))

describe('D43 10,000 random query strings', () => {
  it('give no exception, no stall, and a state that its own address brings back', () => {
    let slowest = 0
    fc.assert(
      fc.property(query, (search) => {
        const begin = performance.now()
        const { state } = readUrl(search, inFrame)
        const again = canonicalUrl(state, { ...inFrame, msPerPx: 1 })
        slowest = Math.max(slowest, performance.now() - begin)
        expect(canonicalUrl(readUrl(again, inFrame).state, { ...inFrame, msPerPx: 1 })).toBe(again)
      }),
      { numRuns: 10_000 },
    )
    // 50 ms is the promise; a busy machine may take a pause of its own in between.
    expect(slowest).toBeLessThan(250)
  }, 60_000)
})
