import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { createRateLimit } from './rateLimit.ts'

it('lets fifty pass within any second, and the next when the first is a second old', () => {
  let time = 0
  const mayPass = createRateLimit(50, () => time)
  const passed = Array.from({ length: 60 }, () => {
    time += 1
    return mayPass()
  })
  expect(passed.filter(Boolean)).toHaveLength(50)
  expect(passed.lastIndexOf(true)).toBe(49)
  time = 1000
  expect(mayPass()).toBe(false)
  time = 1001
  expect(mayPass()).toBe(true)
  expect(mayPass()).toBe(false)
})

it('holds in every window, and stops nobody who keeps to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(400), { maxLength: 200 }),
      fc.integer({ min: 1, max: 9 }),
      (gaps, limit) => {
        let time = 0
        const mayPass = createRateLimit(limit, () => time)
        const passed: number[] = []
        for (const gap of gaps) {
          time += gap
          const recent = passed.filter((at) => time - at < 1000).length
          const may = mayPass()
          expect(may).toBe(recent < limit)
          if (may) passed.push(time)
        }
      },
    ),
  )
})
