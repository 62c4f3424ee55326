import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { applyViewportCommand } from '#core/viewport/viewportCommands.ts'
import type { Viewport } from '#core/viewport/viewport.ts'
import { commandsForEffect, idle, nextGesture } from './gesture.ts'
import type { Gesture, GestureEffect, GesturePlace, Touch } from './gesture.ts'

type Report = [type: Touch['type'], x: number, y: number, more?: Partial<Touch>]

/** Plays reports, 10 ms apart, and gives the last gesture and all effects. */
function play(reports: readonly Report[], common: Partial<Touch> = {}) {
  let gesture: Gesture = idle
  const effects: GestureEffect[] = []
  for (const [i, [type, x, y, more]] of reports.entries()) {
    const result = nextGesture(gesture, {
      type,
      x,
      y,
      finger: 1,
      time: i * 10,
      isTouch: false,
      mayDrag: 'any',
      ...common,
      ...more,
    })
    gesture = result.gesture
    effects.push(...result.effects)
  }
  return { phase: gesture.phase, effects, kinds: effects.map(({ type }) => type).join(' ') }
}

const second = { finger: 2 }

describe('a press', () => {
  it('that hardly moves does nothing', () => {
    expect(
      play([
        ['down', 10, 10],
        ['move', 12, 12],
        ['up', 12, 12],
      ]),
    ).toMatchObject({
      phase: 'idle',
      effects: [],
    })
  })

  it('with a finger may shake more', () => {
    const shaking: Report[] = [
      ['down', 10, 10],
      ['move', 16, 10],
    ]
    expect(play(shaking).kinds).toBe('start drag')
    expect(play(shaking, { isTouch: true }).kinds).toBe('')
  })

  it('that is taken away does nothing', () => {
    expect(
      play([
        ['down', 10, 10],
        ['cancel', 10, 10],
        ['move', 90, 10],
      ]),
    ).toMatchObject({
      phase: 'idle',
      effects: [],
    })
  })
})

describe('a drag', () => {
  it('covers all of the way from where the press began', () => {
    const { effects, phase } = play([
      ['down', 10, 10],
      ['move', 15, 10],
      ['move', 40, 12],
    ])
    expect(effects).toEqual([
      { type: 'start' },
      { type: 'drag', dx: 5, dy: 0 },
      { type: 'drag', dx: 25, dy: 2 },
    ])
    expect(phase).toBe('dragging')
  })

  it('ends with the speed of the hand', () => {
    const { effects } = play([
      ['down', 0, 0],
      ['move', 10, 0],
      ['move', 20, 0],
      ['up', 20, 0],
    ])
    const end = effects.at(-1)
    expect(end?.type === 'end' && end.vx).toBeCloseTo(1)
    expect(end?.type === 'end' && end.vy).toBe(0)
  })

  it('ends without any when the hand rested, or when it was broken off', () => {
    const rested = play([
      ['down', 0, 0],
      ['move', 30, 0],
      ['up', 30, 0, { time: 500 }],
    ])
    expect(rested.effects.at(-1)).toEqual({ type: 'end', vx: 0, vy: 0 })
    const broken = play([
      ['down', 0, 0],
      ['move', 30, 0],
      ['cancel', 30, 0],
    ])
    expect(broken.effects.at(-1)).toEqual({ type: 'end', vx: 0, vy: 0 })
    expect(broken.phase).toBe('idle')
  })

  it('forgets how fast it was long ago', () => {
    const slowing: Report[] = [
      ['down', 0, 0],
      ['move', 300, 0],
    ]
    for (let i = 1; i <= 20; i++) slowing.push(['move', 300 + i, 0])
    const end = play([...slowing, ['up', 320, 0]]).effects.at(-1)
    expect(end?.type === 'end' && end.vx).toBeCloseTo(0.1, 1)
  })

  it('with one finger is the page’s where it scrolls the page', () => {
    const down: Report[] = [
      ['down', 0, 0],
      ['move', 2, 30],
    ]
    const sideways: Report[] = [
      ['down', 0, 0],
      ['move', 30, 2],
    ]
    expect(play(down, { isTouch: true, mayDrag: 'sideways' }).kinds).toBe('')
    expect(play(sideways, { isTouch: true, mayDrag: 'sideways' }).kinds).toBe('start drag')
    expect(play(sideways, { isTouch: true, mayDrag: 'none' }).kinds).toBe('')
  })
})

describe('two fingers', () => {
  it('pinch about their middle', () => {
    const { effects } = play([
      ['down', 100, 0],
      ['down', 200, 0, second],
      ['move', 300, 0, second],
    ])
    expect(effects).toEqual([
      { type: 'start' },
      { type: 'pinch', dx: 50, dy: 0, factor: 2, x: 200, y: 0 },
    ])
  })

  it('drag where one alone may not', () => {
    const { kinds } = play(
      [
        ['down', 100, 0],
        ['down', 200, 0, second],
        ['move', 200, 50, second],
      ],
      { isTouch: true, mayDrag: 'none' },
    )
    expect(kinds).toBe('start pinch')
  })

  it('begin and end in the middle of a drag, which is one gesture', () => {
    const { kinds, phase } = play([
      ['down', 100, 0],
      ['move', 120, 0],
      ['down', 200, 0, second],
      ['move', 220, 0, second],
      ['up', 120, 0],
      ['move', 230, 0, second],
      ['up', 230, 0, second],
    ])
    expect(kinds).toBe('start drag pinch drag end')
    expect(phase).toBe('idle')
  })

  it('do not mind a third', () => {
    const third = { finger: 3 }
    const { kinds, phase } = play([
      ['down', 100, 0],
      ['down', 200, 0, second],
      ['down', 300, 0, third],
      ['move', 350, 0, third],
      ['up', 350, 0, third],
    ])
    expect(kinds).toBe('start')
    expect(phase).toBe('pinching')
  })

  it('that meet in one point do not zoom to the end of the world', () => {
    const { effects } = play([
      ['down', 100, 0],
      ['down', 200, 0, second],
      ['move', 100, 0, second],
      ['move', 100.001, 0, second],
      ['move', 200, 0, second],
    ])
    let zoomed = 1
    for (const effect of effects) if (effect.type === 'pinch') zoomed *= effect.factor
    expect(zoomed).toBeCloseTo(1)
  })
})

describe('whatever the fingers do', () => {
  const report = fc.record({
    type: fc.constantFrom<Touch['type'][]>('down', 'move', 'move', 'move', 'up', 'cancel'),
    finger: fc.integer({ min: 1, max: 3 }),
    x: fc.integer({ min: -50, max: 900 }),
    y: fc.integer({ min: -50, max: 500 }),
    pause: fc.integer({ min: 0, max: 200 }),
  })

  it('every gesture that starts ends once, and every number is one', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 40 }), (reports) => {
        let time = 0
        const played: Report[] = reports.map(({ type, finger, x, y, pause }) => {
          time += pause
          return [type, x, y, { finger, time }]
        })
        const letGo: Report[] = [1, 2, 3].map((finger) => ['up', 0, 0, { finger, time }])
        const { effects, phase } = play([...played, ...letGo])
        expect(phase).toBe('idle')
        let open = 0
        for (const effect of effects) {
          if (effect.type === 'start') open++
          if (effect.type === 'end') open--
          if (effect.type !== 'start') expect(open).toBe(effect.type === 'end' ? 0 : 1)
          const numbers = Object.values(effect).filter((value) => typeof value === 'number')
          expect(numbers.every(Number.isFinite)).toBe(true)
        }
        expect(open).toBe(0)
      }),
    )
  })
})

describe('the view', () => {
  const place: GesturePlace = {
    orientation: 'horizontal',
    plot: { x: 100, y: 0, width: 1000, height: 400 },
    lanesScroll: false,
  }
  const limits = { data: { start: -1e9, end: 1e9 }, maxScroll: 500 }
  const instantAt = ({ span }: Viewport, x: number): number =>
    span.start + ((x - place.plot.x) / place.plot.width) * (span.end - span.start)

  it('stays under the hand', () => {
    const drag = commandsForEffect({ type: 'drag', dx: 50, dy: 9 }, place)
    expect(drag).toEqual([{ type: 'panBy', fraction: -0.05 }])
    const down = commandsForEffect(
      { type: 'drag', dx: 9, dy: 40 },
      { ...place, orientation: 'vertical' },
    )
    expect(down).toEqual([{ type: 'panBy', fraction: -0.1 }])
  })

  it('scrolls its lanes across time where they overflow', () => {
    const effect = { type: 'drag', dx: 0, dy: -30 } as const
    expect(commandsForEffect(effect, place)).toEqual([])
    expect(commandsForEffect(effect, { ...place, lanesScroll: true })).toEqual([
      { type: 'scrollBy', px: 30 },
    ])
  })

  it('keeps both instants under both fingers through a pinch', () => {
    const x = fc.integer({ min: 150, max: 1050 })
    fc.assert(
      fc.property(x, x, x, x, (a, b, c, d) => {
        // The fingers move one after the other, and never pass or come too near to tell apart.
        fc.pre([a - b, c - b, c - d].every((apart) => Math.abs(apart) > 30))
        fc.pre(a < b === c < b && a < b === c < d)
        const before: Viewport = { span: { start: 0, end: 1000 }, scroll: 0 }
        const { effects } = play([
          ['down', a, 0],
          ['down', b, 0, second],
          ['move', c, 0],
          ['move', d, 0, second],
        ])
        let after = before
        for (const effect of effects) {
          for (const command of commandsForEffect(effect, place)) {
            after = applyViewportCommand(after, command, limits)
          }
        }
        expect(instantAt(after, c)).toBeCloseTo(instantAt(before, a), 3)
        expect(instantAt(after, d)).toBeCloseTo(instantAt(before, b), 3)
      }),
    )
  })

  it('moves by nothing for starts and ends', () => {
    expect(commandsForEffect({ type: 'start' }, place)).toEqual([])
    expect(commandsForEffect({ type: 'end', vx: 1, vy: 1 }, place)).toEqual([])
  })
})
