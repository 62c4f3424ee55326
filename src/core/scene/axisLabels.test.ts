import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fonts } from '#core/layout/fonts.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import { fieldsOf, startOfYear } from '#core/time/calendar.ts'
import { MS, type Span } from '#core/time/instant.ts'
import { timeScale } from '#core/viewport/timeScale.ts'
import { stepOf } from '#core/viewport/tickSteps.ts'
import { axisOf, type DrawnAxis } from './axis.ts'
import { axisLength, type Frame, frameOf } from './frame.ts'
import type { PlacedText, Tick } from './scene.ts'
import { chineseWords, englishWords } from '#core/scene/testing/story.ts'
import { themes } from './theme.ts'

/** A view of 10 ms to 14 billion years, as near to today as float64 can tell its milliseconds apart. */
const spans = fc
  .record({
    scale: fc.double({ min: 1, max: Math.log10(14e9 * MS.year), noNaN: true }),
    place: fc.double({ min: -1, max: 0.2, noNaN: true }),
    isDeep: fc.boolean(),
  })
  .map(({ scale, place, isDeep }): Span => {
    const length = 10 ** scale
    const reach = isDeep && length > 1000 * MS.year ? 14e9 * MS.year : 20 * length
    const start = place * Math.min(Math.max(reach, 9000 * MS.year), 14e9 * MS.year)
    return { start, end: start + length }
  })

const sizes = fc.oneof(
  fc.record({
    width: fc.integer({ min: 300, max: 2600 }),
    height: fc.integer({ min: 180, max: 1400 }),
  }),
  fc.constantFrom(
    { width: 390, height: 620 },
    { width: 320, height: 180 },
    { width: 1000, height: 640 },
  ),
)

const frames = fc
  .record({ size: sizes, isDown: fc.boolean() })
  .map(({ size, isDown }) =>
    frameOf(size, isDown ? 'vertical' : 'horizontal', { eras: true, laneNames: true }),
  )

const languages = fc.constantFrom('en', 'zh-Hans')

function axisIn(span: Span, frame: Frame, language = 'en'): DrawnAxis {
  const words = language === 'en' ? englishWords : chineseWords
  const scale = timeScale(span, axisLength(frame))
  return axisOf(span, scale, frame, themes.light, words.dateWords, measureByTable)
}

/** All texts of an axis, as they are set. */
function textsOf({ ticks, parentUnit, parentSecondLine }: DrawnAxis): PlacedText[] {
  const lines = [
    parentUnit,
    parentSecondLine,
    ...ticks.flatMap((tick) => [tick.label, tick.secondLine]),
  ]
  return lines.filter((line) => line !== undefined)
}

function boxOf({ text, x, y, anchor, style }: PlacedText) {
  const width = measureByTable(text, style)
  const left = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
  // Letters of this font reach three quarters of their size over the line and a quarter below it.
  const { size } = fonts[style]
  return { left, right: left + width, top: y - 0.75 * size, bottom: y + 0.25 * size }
}

function labelled({ ticks }: DrawnAxis): { text: string; level: Tick['level'] }[] {
  return ticks.flatMap(({ label, secondLine, level }) =>
    label === undefined
      ? []
      : [{ text: [label.text, secondLine?.text ?? ''].join(' ').trim(), level }],
  )
}

/** The year that the label of a step of years means; undefined for finer ones. */
function yearOf(text: string): number | undefined {
  if (text === 'today') return 0
  const [, sign, digits = '', unit = 'CE'] =
    /^(\+?)([\d,.]+)(?: (Ga|Ma|ka|BCE|CE))?$/.exec(text) ?? []
  const size = { Ga: 1e9, Ma: 1e6, ka: 1e3, BCE: 1, CE: 1 }[unit]
  if (size === undefined || digits === '') return undefined
  const years = Math.round(Number(digits.replaceAll(',', '')) * size)
  return unit === 'CE' || sign === '+' ? years : -years
}

describe('the labels of an axis', () => {
  it('are whole, and lie on nothing else', () => {
    fc.assert(
      fc.property(spans, frames, languages, (span, frame, language) => {
        const boxes = textsOf(axisIn(span, frame, language)).map(boxOf)
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(frame.size.width)
          expect(box.top).toBeGreaterThanOrEqual(0)
          expect(box.bottom).toBeLessThanOrEqual(frame.size.height)
          for (const other of boxes.slice(index + 1)) {
            const beside = box.right <= other.left || other.right <= box.left
            expect(beside || box.bottom <= other.top || other.bottom <= box.top).toBe(true)
          }
        }
      }),
      { numRuns: 600 },
    )
  })

  it('differ from each other: within a year, a month, a day, as far as the larger unit names them', () => {
    fc.assert(
      fc.property(spans, frames, languages, (span, frame, language) => {
        const axis = axisIn(span, frame, language)
        const majors = labelled(axis).filter(({ level }) => level === 'major')
        // Months and days come again with the years, which name themselves where they begin.
        const isYear = ({ text }: { text: string }) => /\d{4}|BCE|CE|公元/.test(text)
        let [year, major] = ['', '']
        const names = labelled(axis).map(({ text, level }) => {
          if (level === 'major') major = text
          if (level === 'major' && isYear({ text })) year = text
          return level === 'major' ? `${year}|${text}` : `${year}|${major}|${text}`
        })
        expect(new Set(names).size).toBe(names.length)
        if (majors.length === labelled(axis).length) {
          expect(new Set(majors.map(({ text }) => text)).size).toBe(majors.length)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('of years rise, stand where they say, and have no more digits than their step needs', () => {
    const wide = spans.filter(({ start, end }) => end - start > 30 * MS.year)
    fc.assert(
      fc.property(wide, frames, (span, frame) => {
        const axis = axisIn(span, frame)
        const perPx = (span.end - span.start) / axisLength(frame)
        const gap = frame.orientation === 'vertical' ? 34 : 72
        const step = stepOf(gap * perPx)
        fc.pre(step.unit === 'year')
        let before = -Infinity
        for (const tick of axis.ticks) {
          if (tick.label === undefined) continue
          const text = [tick.label.text, tick.secondLine?.text ?? ''].join(' ').trim()
          const year = yearOf(text) ?? NaN
          expect(year).toBeGreaterThan(before)
          before = year
          if (year !== 1) expect(Math.abs(year % step.count), `${text} by ${step.count}`).toBe(0)
          const instant = Number(tick.key.split(':')[1])
          // 1000 BCE is the year -999; 0 and 1 CE are one.
          const stated = startOfYear(year < 0 ? year + 1 : Math.max(year, 1))
          expect(Math.abs(stated - instant)).toBeLessThanOrEqual(
            Math.max(1, Math.abs(instant) * 1e-12),
          )
        }
      }),
      { numRuns: 600 },
    )
  })

  it('of parts of a day tell the time at which they stand', () => {
    const short = spans.filter(({ start, end }) => end - start < MS.day && Math.abs(start) < 5e13)
    fc.assert(
      fc.property(short, frames, (span, frame) => {
        for (const { key, level, label } of axisIn(span, frame).ticks) {
          if (label === undefined || level === 'major') continue
          const { hour, minute, second, millisecond } = fieldsOf(Number(key.split(':')[1]))
          const two = (value: number) => String(value).padStart(2, '0')
          expect([
            `${two(hour)}:${two(minute)}`,
            `:${two(second)}`,
            `.${String(millisecond).padStart(3, '0')}`,
          ]).toContain(label.text)
        }
      }),
      { numRuns: 300 },
    )
  })
})
