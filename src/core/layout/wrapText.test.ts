import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { measureByTable } from './measureByTable.ts'
import { graphemes, wrapText } from './wrapText.ts'

/** Ten pixels for each character (not for each UTF-16 unit). */
const tens = (text: string): number => Array.from(text).length * 10

const linesOf = (text: string, width: number, lines: number): string[] =>
  wrapText(text, width, lines, tens).lines.map((line) => line.text)

describe('wrapText', () => {
  it('breaks between words into lines of even length', () => {
    expect(linesOf('one two three four', 140, 2)).toEqual(['one two', 'three four'])
    expect(linesOf('short', 140, 2)).toEqual(['short'])
    expect(linesOf('  much \n space  ', 200, 2)).toEqual(['much space'])
    expect(linesOf('', 140, 2)).toEqual([])
  })

  it('looks at no more of a text than could fit', () => {
    let longest = 0
    const measure = (text: string): number => {
      longest = Math.max(longest, text.length)
      return tens(text)
    }
    const { cut, lines } = wrapText('word '.repeat(1e5), 200, 2, measure)
    expect(lines.map(({ text }) => text)).toEqual(['word word word word', 'word word word word…'])
    expect(cut).toBe(true)
    expect(longest).toBeLessThanOrEqual(401)
    // Marks have no width of their own, so that only their number tells.
    expect(wrapText(`a${'\u0301'.repeat(1e5)}`, 200, 1, () => 10)).toMatchObject({ cut: true })
  })

  it('breaks Chinese anywhere but around its punctuation', () => {
    expect(linesOf('微众银行推出平台', 50, 2)).toEqual(['微众银行', '推出平台'])
    for (const line of linesOf('开源,开放。共享(代码)和《经济学人》封面', 70, 9)) {
      expect(line).not.toMatch(/^[,。)》]/)
      expect(line).not.toMatch(/[(《]$/)
    }
    // A Latin word inside stays whole.
    expect(linesOf('微众银行推出 FISCO BCOS 平台', 70, 9)).toContain('FISCO')
  })

  it('cuts with an ellipsis, between graphemes', () => {
    const family = '👩‍👩‍👧'
    const cut = wrapText(family.repeat(9), 120, 1, tens)
    expect(cut.cut).toBe(true)
    expect(cut.lines[0]?.text).toBe(`${family.repeat(2)}…`)
    expect(linesOf('Donaudampfschifffahrt', 100, 1)).toEqual(['Donaudamp…'])
    expect(linesOf('one two three four five', 90, 2)).toEqual(['one two', 'three fo…'])
  })

  it('never makes a line too wide or one too many, and tells widths truly', () => {
    const alphabet = fc.constantFrom(
      'a',
      'W',
      ' ',
      ' ',
      '微',
      '众',
      '。',
      '(',
      '👍',
      'e\u0301',
      '-',
    )
    const text = fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join(''))
    const measure = (part: string): number => measureByTable(part, 'label')
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (sample, width, most) => {
          const { lines, width: widest, cut } = wrapText(sample, width, most, measure)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) {
            expect(line.width).toBe(measure(line.text))
            expect(line.width).toBeLessThanOrEqual(width)
          }
          expect(widest).toBe(Math.max(0, ...lines.map((line) => line.width)))
          const squeezed = (value: string): string => value.replaceAll(/\s/g, '')
          const joined = squeezed(lines.map((line) => line.text).join(''))
          if (!cut) expect(joined).toBe(squeezed(sample))
        },
      ),
    )
  })
})

describe('graphemes', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found = (text: string): string[] =>
    Array.from(segmenter.segment(text), ({ segment }) => segment)

  it('are what the browser finds, beside every letter', () => {
    const wrong: string[] = []
    for (let code = 0x20; code <= 0xffff; code += 1) {
      const letter = String.fromCharCode(code)
      const text = `a${letter}${letter}字`
      if (graphemes(text).length !== found(text).length) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('are what the browser finds in any text', () => {
    const joining = fc.constantFrom('\u0301', '\u200d', '\ufe0f', '\u3099', '\uff9e')
    const any = fc.integer({ min: 0x20, max: 0xff60 }).map((code) => String.fromCharCode(code))
    const unit = fc.oneof({ weight: 30, arbitrary: any }, { weight: 1, arbitrary: joining })
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), (text) => {
        expect(graphemes(text)).toEqual(found(text))
      }),
    )
  })
})
