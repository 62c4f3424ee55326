import { describe, expect, it } from 'vitest'
import { scrollInto } from './scrollInto.ts'

describe('scrollInto', () => {
  const plot = { y: 40, height: 300 }

  it.each([
    ['a lane in view', { y: 100, height: 50 }, 0],
    ['one that fills the plot', { y: 40, height: 300 }, 0],
    ['one above', { y: -20, height: 50 }, -60],
    ['one that is cut off at the foot', { y: 320, height: 50 }, 30],
    ['one far below', { y: 900, height: 50 }, 610],
    ['one higher than the plot, to its beginning', { y: 200, height: 500 }, 160],
  ])('%s', (_, lane, px) => expect(scrollInto(lane, plot)).toBe(px))
})
