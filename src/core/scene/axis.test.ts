import { describe, expect, it } from 'vitest'
import type { MeasureText } from '#core/layout/measureText.ts'
import { chineseWords, englishWords, inputFor, tableOf } from '#core/scene/testing/story.ts'
import { instantOf } from '#core/time/calendar.ts'
import { MS } from '#core/time/instant.ts'
import { edtfToSpan } from '#core/time/spanText.ts'
import { buildScene } from './buildScene.ts'

const table = tableOf({ version: 1, title: 'T', events: [{ date: '2016-03-05', title: 'A' }] })
const noon = instantOf({ year: 2016, month: 3, day: 5, hour: 12 })

/** The larger unit of a view that starts so long before midnight of 5 March, and where that midnight is. */
function parentFrom(before: number, width: number, height: number) {
  const midnight = noon - MS.day / 2
  const viewport = { span: { start: midnight - before, end: noon + MS.day / 2 }, scroll: 0 }
  const { parentUnit, parentSecondLine, ticks } = buildScene(
    inputFor(table, width, height, { viewport }),
  )
  const line = ticks.find(({ key }) => key === `major:${midnight}`)?.line
  if (parentUnit === undefined || line === undefined) throw new Error('no axis')
  const text = [parentUnit, parentSecondLine]
    .map((part) => part?.text)
    .join(' ')
    .trim()
  return { text, x: parentUnit.x, y: parentUnit.y, line }
}

describe('the larger unit beside the axis', () => {
  it('is the one in which the view starts, where it has room', () => {
    expect(parentFrom(MS.day / 2, 480, 110).text).toBe('4 March 2016')
    expect(parentFrom(MS.day / 2, 110, 480).text).toBe('4 Mar 2016')
  })

  it('is the next one where that begins beneath it, and stands at its beginning', () => {
    for (const before of [0, MS.minute, MS.hour, 3 * MS.hour]) {
      const across = parentFrom(before, 480, 110)
      expect(across.text).toBe('5 March 2016')
      expect(across.x).toBeGreaterThan(across.line.x1)
    }
    for (const before of [0, MS.minute, MS.hour]) {
      const wide = parentFrom(before * 0.4, 1000, 500)
      expect(wide.text).toBe('5 March 2016')
      const downwards = parentFrom(before, 110, 480)
      expect(downwards.text).toBe('5 Mar 2016')
      expect(downwards.y).toBeGreaterThan(downwards.line.y1)
    }
  })
})

describe('the labels beside a narrow axis', () => {
  const linesOf = (view: string, words = englishWords) => {
    const span = edtfToSpan(view)
    if (span === undefined) throw new Error(view)
    const events = [{ date: view, title: 'All' }]
    const all = tableOf({ version: 1, title: 'T', events })
    const scene = buildScene(inputFor(all, 390, 620, { viewport: { span, scroll: 0 }, words }))
    const parent = [scene.parentUnit?.text, scene.parentSecondLine?.text]
    const labels = scene.ticks.flatMap(({ level, label, secondLine }) =>
      level === 'major' && label ? [[label.text, secondLine?.text]] : [],
    )
    return { parent, labels }
  }

  it('break where words end', () => {
    expect(linesOf('-3399/-0999').labels).toContainEqual(['3000', 'BCE'])
    expect(linesOf('Y-3700000/Y-3200000').labels).toContainEqual(['3.6', 'Ma'])
    expect(linesOf('Y-13800000000/2019').labels).toContainEqual(['13 Ga', undefined])
    const seconds = linesOf('1969-07-20T20:17:39.5Z/1969-07-20T20:17:41Z')
    expect(seconds.parent).toEqual(['20 Jul', '1969'])
    expect(seconds.labels).toContainEqual(['20:17', ':40'])
  })

  it('break all alike, where one of them has to', () => {
    const long = linesOf('Y-3700000/Y-3200000').labels.map(([, second]) => second)
    expect(new Set(long)).toEqual(new Set(['Ma']))
    const ancient = linesOf('-1999/2000').labels
    expect(ancient).toContainEqual(['1', 'CE'])
    expect(ancient).toContainEqual(['1000', undefined])
  })

  it('are set in smaller letters all alike, where one of them has to be', () => {
    const events = [{ date: '2014/2019', title: 'All' }]
    const all = tableOf({ version: 1, title: 'T', events })
    // As letters are: those of 2017 are narrower.
    const measure: MeasureText = (text, style) =>
      style === 'tickStrong' && /^20../.test(text) ? (text.includes('7') ? 44 : 46) : 40
    const input = inputFor(all, 390, 620, { words: chineseWords, measure })
    const majors = buildScene(input).ticks.flatMap(({ level, label }) =>
      level === 'major' && label ? [label] : [],
    )
    expect(majors.map(({ text }) => text)).toContain('2017年')
    expect(new Set(majors.map(({ style }) => style))).toEqual(new Set(['cluster']))
  })

  it('break in Chinese before a number, never after one', () => {
    expect(linesOf('-3399/-0999', chineseWords).labels).toContainEqual(['公元前', '3000年'])
    expect(linesOf('-0300-10/-0298-03', chineseWords).parent).toEqual(['公元前', '301年'])
    expect(linesOf('Y-13800000000/2019', chineseWords).labels).toContainEqual(['130亿', '年前'])
    expect(linesOf('2019-12/2020-02', chineseWords).labels).toContainEqual(['2020年', '1月'])
    const day = linesOf('1969-07-20T20:17:39.5Z/1969-07-20T20:17:41Z', chineseWords)
    expect(day.parent).toEqual(['1969年', '7月20日'])
  })
})
