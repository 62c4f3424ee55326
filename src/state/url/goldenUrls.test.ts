import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { defaultState } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { urlParams } from './params.ts'
import { canonicalUrl, readUrl } from './urlState.ts'

/** An address as somebody may have published it, and what it means since then. */
interface Golden {
  readonly address: string
  readonly inFrame?: true
  readonly canonical: string
  /** What differs from the default; an open edge of `range` is `..`. */
  readonly state: Readonly<Record<string, unknown>> & {
    readonly filter?: Readonly<Record<string, unknown>>
    readonly range?: readonly ['..' | number, '..' | number]
  }
  /** Parameters that are told to be no good. */
  readonly warned?: readonly string[]
}

// Addresses live as long as the pages that they stand in: this list is added to, and never changed.
const golden: readonly Golden[] = JSON.parse(
  readFileSync(new URL('golden/addresses.v1.json', import.meta.url), 'utf8'),
)

function stateOf({ state: { range, filter, ...others } }: Golden): ShareableState {
  const edge = (at: '..' | number, open: number): number => (at === '..' ? open : at)
  return {
    ...defaultState,
    ...others,
    filter: { ...defaultState.filter, ...filter },
    range: range && { start: edge(range[0], -Infinity), end: edge(range[1], Infinity) },
  }
}

describe('D45 a published address', () => {
  it.each(
    golden.map((one) => [one.inFrame ? `${one.address} in a frame` : one.address, one] as const),
  )('means for ever what it meant: %s', (_, one) => {
    const context = { inFrame: one.inFrame === true, msPerPx: 1e8 }
    const { state, warnings } = readUrl(one.address, context)
    expect(state).toEqual(stateOf(one))
    expect(canonicalUrl(state, context)).toBe(one.canonical)
    expect(warnings.map(({ name }) => name)).toEqual(one.warned ?? [])
    expect(readUrl(one.canonical, context).state).toEqual(stateOf(one))
  })

  it('is there for every parameter', () => {
    const used = new Set(golden.flatMap(({ address }) => [...new URLSearchParams(address).keys()]))
    expect(urlParams.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
  })
})
