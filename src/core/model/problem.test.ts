import { describe, expect, it } from 'vitest'

import { inFileOrder } from './problem.ts'

describe('inFileOrder', () => {
  it('goes by line and column, and keeps the order of what stands at one place', () => {
    const at = (line: number, column: number, code: string) => ({ line, column, code })
    const sorted = inFileOrder([at(9, 1, 'd'), at(2, 9, 'b'), at(2, 9, 'c'), at(2, 1, 'a')])
    expect(sorted.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd'])
  })
})
