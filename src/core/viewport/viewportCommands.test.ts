import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MS } from '#core/time/instant.ts'
import { applyViewportCommand, clampSpan } from './viewportCommands.ts'
import { minSpan, type ViewCommand, type Viewport } from './viewport.ts'

const data = { start: 0, end: 100 * MS.year }
const limits = { data, maxScroll: 0 }
const view: Viewport = { span: { start: 10 * MS.year, end: 30 * MS.year }, scroll: 0 }

describe('applyViewportCommand', () => {
  it('keeps the instant under the pointer still while zooming', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.3, max: 50, noNaN: true }),
        (at, factor) => {
          const before = view.span.start + (view.span.end - view.span.start) * at
          const { span } = applyViewportCommand(view, { type: 'zoomAt', at, factor }, limits)
          const after = span.start + (span.end - span.start) * at
          expect(Math.abs(after - before)).toBeLessThan(1)
        },
      ),
    )
  })

  it('never yields NaN, an empty view or a view off the data, whatever it is told', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0))
    const command: fc.Arbitrary<ViewCommand> = fc.oneof(
      number.map((fraction) => ({ type: 'panBy' as const, fraction })),
      fc.tuple(number, number).map(([at, factor]) => ({ type: 'zoomAt' as const, at, factor })),
      fc
        .tuple(number, number)
        .map(([start, end]) => ({ type: 'show' as const, span: { start, end } })),
      number.map((instant) => ({ type: 'reveal' as const, instant })),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        let current = view
        for (const next of commands) current = applyViewportCommand(current, next, limits)
        const { start, end } = current.span
        expect(Number.isFinite(start) && Number.isFinite(end)).toBe(true)
        expect(end - start).toBeGreaterThanOrEqual(minSpan * 0.999)
        expect(start).toBeLessThanOrEqual(data.end)
        expect(end).toBeGreaterThanOrEqual(data.start)
      }),
    )
  })

  it('moves only as far as needed to reveal', () => {
    expect(applyViewportCommand(view, { type: 'reveal', instant: 20 * MS.year }, limits)).toBe(view)
    const { span } = applyViewportCommand(view, { type: 'reveal', instant: 40 * MS.year }, limits)
    expect(span.end - 40 * MS.year).toBeCloseTo(0.12 * 20 * MS.year, -3)
  })

  it('keeps clear of what lies over the end of the view', () => {
    const { start, end } = view.span
    const length = end - start
    const under = { type: 'reveal', instant: start + 0.6 * length, covered: 0.5 } as const
    const { span } = applyViewportCommand(view, under, limits)
    expect((under.instant - span.start) / length).toBeCloseTo(0.5 * (1 - 0.12), 6)
    expect(applyViewportCommand(view, { ...under, instant: start + 0.3 * length }, limits)).toBe(
      view,
    )
  })
})

describe('clampSpan', () => {
  it('gives the data for a span that is no span', () => {
    expect(clampSpan({ start: NaN, end: 4 }, data)).toEqual(data)
  })
})
