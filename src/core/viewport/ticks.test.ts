import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '#core/time/calendar.ts'
import { MS, type Span } from '#core/time/instant.ts'
import { edtfToSpan } from '#core/time/spanText.ts'
import { dateWords } from '#i18n/dateWords.en.ts'
import { dateWords as chinese } from '#i18n/dateWords.zh-Hans.ts'
import { type AxisTicks, ticks } from './ticks.ts'

function span(text: string): Span {
  const value = edtfToSpan(text)
  if (value === undefined) throw new Error(`${text} is no date`)
  return value
}

/** Majors as `*label*`, labelled minors as they are, bare ones as dots. */
function sketch({ ticks: made, parent }: AxisTicks): string {
  const words = made.map(({ level, label }) =>
    level === 'major' ? `*${label ?? ''}*` : (label ?? '·'),
  )
  return `${parent === undefined ? '' : `[${parent}] `}${words.join(' ')}`
}

function english(text: string, length = 1000, gap?: number): string {
  return sketch(ticks(span(text), length, dateWords, gap))
}

/** A pattern that a text matches where it contains the words. */
function escaped(words: string): RegExp {
  return new RegExp(words.replaceAll(/[*+.[\]]/g, String.raw`\$&`))
}

describe('ticks', () => {
  it('of years have bare quarters between them', () => {
    expect(english('2014/2016', 430)).toBe('*2014* · · · *2015* · · · *2016* · · · *2017*')
    expect(english('2014/2020', 1000)).toMatch(/^\*2014\* · · · \*2015\* .*\*2021\*$/)
  })

  it.each([
    ['2018', 195, 40, '[2018] *2018* · · Apr · · Jul · · Oct · · *2019*'],
    ['2019', 1000, undefined, '[2019] *2019* Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec *2020*'],
    ['2019-07', 500, undefined, '[July 2019] *Jul* · · · · · · 8 · · · · · · 15 '],
    [
      '2019-07-26',
      300,
      undefined,
      '[26 July 2019] *26 Jul* · · 06:00 · · 12:00 · · 18:00 · · *27 Jul*',
    ],
    ['2019-07-26T09:00', 500, undefined, '[26 July 2019] *09:00* '],
    ['Y-13800000000/2019', 700, undefined, '*12 Ga*'],
    ['Y-66000000/2019', 700, undefined, '*60 Ma* '],
    ['Y-2000000/2019', 700, undefined, '*500 ka* '],
    ['Y-3700000/Y-3200000', 860, undefined, '*3.7 Ma* · · · · *3.65 Ma*'],
    ['Y-750000000/Y-740000000', 860, undefined, /^\*750 Ma\* .*\*749 Ma\*/],
    ['Y-600000000/2026', 860, undefined, /^\*600 Ma\* .*\*100 Ma\* [·\s]*\*today\*$/],
    ['Y-13787000000/Y5000000000', 860, undefined, '*2 Ga* · · · *today* · · · *+2 Ga*'],
    ['Y-1201000/Y-1190000', 860, undefined, '*1.201 Ma* · *1.2 Ma* · *1.199 Ma*'],
    ['Y-1201000/Y-1199000', 860, undefined, '*1.2008 Ma* · · · *1.2006 Ma*'],
    ['Y-14000000100/Y-14000000000', 860, undefined, '*14.00000009 Ga*'],
    ['-0999/2019', 500, undefined, '*1000 BCE*'],
  ])('of %s on %d px', (text, length, gap, part) => {
    expect(english(text, length, gap)).toMatch(typeof part === 'string' ? escaped(part) : part)
  })

  it('skip the year 0', () => {
    expect(english('-0001/0002', 400)).toContain('*2 BCE* · · · *1 BCE* · · · *1 CE* · · · *2 CE*')
    expect(english('-0999/1000', 500)).toMatch(/\*1000 BCE\*.*\*500 BCE\*.*\*1 CE\*.*\*500 CE\*/)
  })

  it('name the year where it begins among months and days', () => {
    expect(english('2019-12/2020-01')).toMatch(/^\[December 2019\] \*Dec\* .*\*Jan 2020\*/)
    expect(english('2019-12-31/2020-01-01')).toContain('*1 Jan 2020*')
  })

  it('speak Chinese', () => {
    const view = ticks(span('2018'), 195, chinese, 40)
    expect(sketch(view)).toBe('[2018年] *2018年* · · 4月 · · 7月 · · 10月 · · *2019年*')
  })

  it('say where they are when no label falls into the view', () => {
    expect(ticks(span('2014-02/2014-04'), 10, dateWords)).toMatchObject({ parent: '2014' })
  })

  it('are none on an axis without length', () => {
    const none = { ticks: [], parent: undefined, shortParent: undefined }
    expect(ticks({ start: 5, end: 5 }, 500, dateWords)).toEqual(none)
    expect(ticks({ start: 5, end: 9 }, 0, dateWords)).toEqual(none)
    expect(ticks({ start: NaN, end: 9 }, 9, dateWords)).toEqual(none)
  })
})

/** Views of every size that the product allows, anywhere in the time that it covers. */
const view = fc
  .record({
    scale: fc.double({ min: 1, max: 21.5, noNaN: true }),
    place: fc.double({ min: -1, max: 1, noNaN: true }),
    length: fc.integer({ min: 20, max: 8000 }),
    gap: fc.integer({ min: 10, max: 150 }),
  })
  .map(({ scale, place, length, gap }) => {
    const duration = 10 ** scale
    // Near today for short views: float64 has no milliseconds in deep time.
    const start = place * Math.min(Math.max(duration * 20, 9000 * MS.year), 1e21)
    return { span: { start, end: start + duration }, length, gap }
  })

describe('at any scale ticks', () => {
  it('are in order, inside, labelled where major, and at most 400', () => {
    fc.assert(
      fc.property(view, ({ span: visible, length, gap }) => {
        const { ticks: made, parent } = ticks(visible, length, dateWords, gap)
        expect(made.length).toBeLessThanOrEqual(400)
        made.forEach(({ instant, level, label }, at) => {
          expect(instant).toBeGreaterThanOrEqual(visible.start)
          expect(instant).toBeLessThanOrEqual(visible.end)
          expect(instant).toBeGreaterThan(made[at - 1]?.instant ?? -Infinity)
          expect(level === 'minor' || label !== undefined).toBe(true)
          expect(label ?? '').not.toMatch(/NaN|undefined|Infinity|^-|^0 /)
        })
        expect(parent !== undefined || made.some((tick) => tick.label !== undefined)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('keep labels apart by the gap asked for', () => {
    fc.assert(
      fc.property(view, ({ span: visible, length, gap }) => {
        const { ticks: made } = ticks(visible, length, dateWords, gap)
        const labelled = made.filter((tick) => tick.label !== undefined)
        const pxPerMs = length / (visible.end - visible.start)
        for (const [at, tick] of labelled.entries()) {
          const next = labelled[at + 1]
          if (next === undefined) continue
          const px = (next.instant - tick.instant) * pxPerMs
          // Months and years are up to a tenth shorter than their mean; 1 and 5 CE only four years.
          const era = fieldsOf(tick.instant).year === 1
          expect(px).toBeGreaterThanOrEqual(gap * (era ? 0.7 : 0.9))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never change while panning', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), (before, by) => {
        const { start, end } = before.span
        // A power of two keeps the length exact, as the viewport does.
        const duration = 2 ** Math.floor(Math.log2(end - start))
        const from = Math.round(start)
        const to = Math.round(start + by * duration)
        fc.pre(from + duration - from === duration && to + duration - to === duration)
        const at = (origin: number) =>
          ticks({ start: origin, end: origin + duration }, before.length, dateWords).ticks
        const moved = new Map(at(to).map((tick) => [tick.instant, tick]))
        for (const tick of at(from)) {
          if (tick.instant < to) continue
          expect(moved.get(tick.instant)).toEqual(tick)
        }
      }),
      { numRuns: 500 },
    )
  })
})
