import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { compileReader, isRecord } from './compileReader.ts'
import { addressSchema, eventSchema, imageAddressSchema } from './document.ts'
import { readEvent } from './readDocumentInSteps.ts'
import { startReading } from './reading.ts'
import { randomEvent } from '#core/model/testing/randomDocuments.ts'

function problemsOf(read: (reading: ReturnType<typeof startReading>) => unknown) {
  const reading = startReading()
  const result = read(reading)
  return { result, problems: reading.finish() }
}

/** Fields that hold texts by language, in which any key means something. */
const texts = new Set([
  'title',
  'summary',
  'body',
  'dateNote',
  'at',
  'label',
  'value',
  'alt',
  'credit',
])

/** The same with a field that the format does not know in every object, so that none is taken as it is. */
function withOdd(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOdd)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, entry]) => [
    name,
    texts.has(name) || name === 'deep' ? entry : withOdd(entry),
  ])
  return { ...Object.fromEntries(entries), odd: 1 }
}

function withoutOdd(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOdd)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([name]) => name !== 'odd')
  return Object.fromEntries(entries.map(([name, entry]) => [name, withoutOdd(entry)]))
}

describe('readers', () => {
  it('give for what is sound just what they give when they go through it', () => {
    let sound = 0
    fc.assert(
      fc.property(randomEvent, (event) => {
        const quick = problemsOf((reading) => readEvent(event, reading))
        const slow = problemsOf((reading) => readEvent(withOdd(event), reading))
        expect(withoutOdd(slow.result)).toEqual(quick.result)
        expect(slow.problems.filter(({ path }) => !path.endsWith('odd'))).toEqual(quick.problems)
        if (quick.result === event) sound += 1
      }),
      { numRuns: 2000 },
    )
    expect(sound).toBeGreaterThan(500)
  })

  it('take as it is only what the schema allows, and find nothing in what they made', () => {
    fc.assert(
      fc.property(randomEvent, (event) => {
        const { result } = problemsOf((reading) => readEvent(event, reading))
        if (result === undefined) return
        expect(v.is(eventSchema, result)).toBe(true)
        const again = problemsOf((reading) => readEvent(result, reading))
        expect(again.result).toEqual(result)
        const codes = again.problems.map(({ code }) => code)
        expect(codes.filter((code) => code !== 'field-unknown' && code !== 'date-note')).toEqual([])
      }),
    )
  })

  it('take the addresses that a browser takes', () => {
    const label = fc.constantFrom(
      'a',
      'example',
      'xn--',
      'xn--a',
      '1',
      '0x1',
      '256',
      '-',
      'a--b',
      '',
    )
    const host = fc.array(label, { maxLength: 4 }).map((labels) => labels.join('.'))
    const rest = fc.oneof(
      fc.constantFrom('', '/', '/a b', '?q', ':80/', ' ', '\u3000'),
      fc.string(),
    )
    const scheme = fc.constantFrom('https://', 'http://', 'HTTP://', 'mailto:', 'ftp://', '//', '')
    const written = fc.tuple(scheme, host, rest).map((parts) => parts.join(''))
    const address = compileReader(addressSchema)
    const picture = compileReader(imageAddressSchema)
    fc.assert(
      fc.property(fc.oneof(written, fc.webUrl()), (text) => {
        const clean = text.trim()
        const isTaken = (protocols: string[], base?: string): boolean =>
          clean !== '' &&
          URL.canParse(clean, base) &&
          protocols.includes(new URL(clean, base).protocol)
        const read = problemsOf((reading) => address(text, reading)).result
        expect(read).toBe(isTaken(['https:', 'http:', 'mailto:']) ? clean : undefined)
        const shown = problemsOf((reading) => picture(text, reading)).result
        expect(shown).toBe(isTaken(['https:', 'http:'], 'https://x.example/') ? clean : undefined)
      }),
      { numRuns: 2000 },
    )
  })
})
