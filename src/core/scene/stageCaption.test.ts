import { describe, expect, it } from 'vitest'
import { measureByTable } from '#core/layout/measureByTable.ts'
import { englishWords, readStory } from '#core/scene/testing/story.ts'
import { type CaptionTexts, layoutCaption, type MeasureFace } from './stageCaption.ts'
import { stageFrame } from './stageFrame.ts'
import type { StageInput } from './stageInput.ts'
import { themes } from './theme.ts'

const table = readStory()
/** Wide letters: what fits so fits in any font. */
const measure: MeasureFace = (text, { size }) => (measureByTable(text, 'labelStrong') / 13.5) * size

function inputFor(width: number, height: number, row?: number): StageInput {
  return {
    table,
    matching: new Uint8Array(table.length).fill(1),
    overview: false,
    row,
    span: table.span,
    organizations: [],
    earlier: [],
    later: [],
    size: { width, height },
    theme: themes.light,
    words: englishWords,
    measure: measureByTable,
  }
}

const texts: CaptionTexts = {
  overlines: ['26 July 2019 · WeBank'],
  title: 'Ten in one day',
  text: 'One sentence. Another one, which is a little longer.',
  figure: undefined,
}
const long = {
  en: 'The alliance of twenty-odd institutions discovers that it has no software to stand on',
  zh: '二十多家机构组成的联盟随即发现自己没有任何可以站得住脚的区块链底层软件平台可用',
}
const figure = { prefix: 'more than', value: '98,550', unit: 'lines', label: 'Lines of code' }

describe('layoutCaption', () => {
  it('sets a short title large and the text whole', () => {
    const { title, text, shortened } = layoutCaption(texts, inputFor(1280, 720), measure)
    expect(title.lines).toEqual(['Ten in one day'])
    expect(title.size).toBeGreaterThanOrEqual(440 / 14)
    expect(text?.size).toBeGreaterThanOrEqual(440 / 30)
    expect(text?.lines.join(' ')).toBe(texts.text)
    expect(shortened).toBe(false)
  })

  it.each([
    ['en', 1280, 720],
    ['en', 1024, 768],
    ['zh', 1280, 720],
    ['zh', 1024, 768],
    ['zh', 390, 844],
  ] as const)('never clips a long title (%s, %i × %i)', (language, width, height) => {
    const row = table.rowOf('ten-releases')
    for (const input of [inputFor(width, height), inputFor(width, height, row)]) {
      for (const told of [undefined, figure]) {
        const body = 'A sentence that needs a whole line to be told. '.repeat(9)
        const caption = layoutCaption(
          { ...texts, title: long[language], text: body, figure: told },
          input,
          measure,
        )
        const frame = stageFrame(input.size)
        const { title, text, overline } = caption
        expect(title.lines.length).toBeLessThanOrEqual(frame.isTall ? 6 : 3)
        expect(title.size).toBeGreaterThanOrEqual(440 / 14)
        const height =
          overline.leading +
          title.lines.length * title.leading +
          10 +
          (text ? text.lines.length * text.leading : 0) +
          (caption.figure?.place === 'under' ? 22 + caption.figure.value.leading + 57 : 0)
        expect(height).toBeLessThanOrEqual(frame.captionFoot - frame.captionTop + 0.01)
        // The text gives way by whole sentences, and says so.
        if (frame.width > frame.height) expect(caption.shortened).toBe(true)
        expect(title.lines.join('')).not.toContain('…')
        if (text) expect(text.lines.at(-1)).toMatch(/\.$/)
        const beside = caption.figure?.place === 'beside' ? caption.figure.width : 0
        const room = frame.right - frame.left - beside
        for (const line of title.lines) {
          expect(
            measure(line, { family: 'serif', size: title.size, weight: 650 }),
          ).toBeLessThanOrEqual(room)
        }
      }
    }
  })

  it('takes the first overline that fits, cutting none', () => {
    const overlines = ['x'.repeat(400), '7 December 2019 · Babbitt College +8']
    const { overline } = layoutCaption({ ...texts, overlines }, inputFor(1024, 768), measure)
    expect(overline.lines).toEqual([overlines[1]])
  })

  it('makes a figure as large as it goes, never wider than its part', () => {
    const one = layoutCaption(
      { ...texts, figure: { prefix: '', value: '9', unit: 'banks', label: '' } },
      inputFor(1280, 720),
      measure,
    ).figure
    const many = layoutCaption(
      { ...texts, figure: { ...figure, value: '13,800,000,000' } },
      inputFor(1024, 768),
      measure,
    ).figure
    expect(one?.value.size).toBeGreaterThan(440 / 6)
    expect(many?.value.lines).toEqual(['13,800,000,000'])
    expect(many?.width).toBeLessThanOrEqual(587 * 0.5)
  })
})
