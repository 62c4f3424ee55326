import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainSyntax } from './explainSyntax.ts'
import { formatPath, parsePath } from './jsonPath.ts'
import { findDuplicateKeys, locateInJson } from './locateInJson.ts'
import { scanJson } from './scanJson.ts'

const text = `{
  "title": "A",
  "events": [
    { "date": "2014", "title": {"zh-Hans": "一"} },
    { "date": 5 }
  ]
}`

describe('locateInJson', () => {
  it('finds values by path', () => {
    const places = locateInJson(text, ['', 'title', 'events[0].title["zh-Hans"]', 'events[1].date'])
    expect(Object.fromEntries(places)).toEqual({
      '': { line: 1, column: 1 },
      title: { line: 2, column: 12 },
      'events[0].title["zh-Hans"]': { line: 4, column: 44 },
      'events[1].date': { line: 5, column: 15 },
    })
  })

  it('gives the nearest ancestor of what is not there', () => {
    const places = locateInJson(text, ['events[1].title', 'events[9].date.x', 'nothing'])
    expect(places.get('events[1].title')).toEqual({ line: 5, column: 5 })
    expect(places.get('events[9].date.x')).toEqual({ line: 3, column: 13 })
    expect(places.get('nothing')).toEqual({ line: 1, column: 1 })
  })

  it('takes the last of a repeated key, escaped or not', () => {
    expect(locateInJson(String.raw`{"a":1,"\u0061":2}`, ['a']).get('a')?.column).toBe(17)
  })

  it('finds every value of any document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const written = JSON.stringify(value, undefined, 1)
        for (const [path, leaf] of leaves(value)) {
          const place = locateInJson(written, [path]).get(path)!
          const line = written.split('\n')[place.line - 1]!
          const start = JSON.stringify(leaf)?.slice(0, 1)
          expect(line.charAt(place.column - 1)).toBe(start)
        }
      }),
    )
  })

  it('is linear in depth and length, without recursion', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(scanJson(deep)).toBeUndefined()
    expect(explainSyntax('['.repeat(200_000))?.code).toBe('cut-off')
  })
})

function* leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<[string, unknown]> {
  yield [formatPath(path), value]
  if (Array.isArray(value)) {
    for (const [index, child] of value.entries()) yield* leaves(child, [...path, index])
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (key !== '') yield* leaves(child, [...path, key])
    }
  }
}

describe('paths', () => {
  it('go to text and back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.nat())), (path) => {
        expect(parsePath(formatPath(path))).toEqual(path.map(String))
      }),
    )
  })
})

describe('scanJson', () => {
  it('agrees with JSON.parse on damaged texts', () => {
    const damaged = fc
      .tuple(
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', ']', '"', '\\', '0', '-', ' '),
      )
      .map(([value, at, put]) => {
        const whole = JSON.stringify(value)
        const cut = at % (whole.length + 1)
        return whole.slice(0, cut) + put + whole.slice(cut + 1)
      })
    fc.assert(
      fc.property(damaged, (candidate) => {
        let sound = true
        try {
          JSON.parse(candidate)
        } catch {
          sound = false
        }
        expect({ candidate, isSound: scanJson(candidate) === undefined }).toEqual({
          candidate,
          isSound: sound,
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('explainSyntax', () => {
  it.each([
    ['{"a": 1,}', 'trailing-comma', 8],
    ['[1, 2,\n]', 'trailing-comma', 6],
    ['{"a": 1 // one\n}', 'comment', 9],
    ['{/* x */"a": 1}', 'comment', 2],
    ["{'a': 1}", 'single-quotes', 2],
    ['{“a”: 1}', 'curly-quotes', 2],
    ['{a: 1}', 'unquoted-key', 2],
    ['{"a": NaN}', 'unknown-word', 7],
    ['{"a": undefined}', 'unknown-word', 7],
    ['{"a": 01}', 'bad-number', 7],
    ['{"a": 2014-05-01}', 'bad-number', 7],
    ['{"a" 1}', 'missing-colon', 6],
    ['{"a":}', 'missing-value', 6],
    ['[1 2]', 'missing-comma', 4],
    ['[1}', 'wrong-bracket', 3],
    ['{"a": "x\ny"}', 'control-in-string', 9],
    ['{"a": "\u001f"}', 'control-in-string', 8],
    [String.raw`{"a": "\x"}`, 'bad-escape', 8],
    ['{"a": 1}\u200b', 'invisible-character', 9],
    ['{"a": 1} {}', 'text-after-end', 10],
    ['', 'cut-off', 1],
  ])('%s: %s', (candidate, code, column) => {
    expect(explainSyntax(candidate)).toMatchObject({ code, column, line: 1 })
  })

  it('explains a text of nothing but line breaks', () => {
    expect(explainSyntax('\n')).toMatchObject({ code: 'cut-off', excerpt: '\n^' })
  })

  it('lets a byte order mark pass, since the loader accepts it', () => {
    expect(explainSyntax('\ufeff{}')).toBeUndefined()
    expect(explainSyntax('{\ufeff}')?.message).toContain('U+FEFF')
  })

  it('says inside what a cut text ends', () => {
    const cut = text.slice(0, text.indexOf('5 }'))
    expect(explainSyntax(cut)).toMatchObject({
      message: 'The text ends inside events[1].date.',
      line: 5,
    })
  })

  it('draws a caret under the place', () => {
    expect(explainSyntax('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({
      line: 3,
      column: 3,
      excerpt: '  b: 2\n  ^',
    })
    const long = explainSyntax(`["${'x'.repeat(500)}" 5]`)!
    const [line, caret] = long.excerpt.split('\n')
    expect(line!.charAt(caret!.indexOf('^'))).toBe('5')
    expect(line!.length).toBeLessThan(90)
  })
})

describe('findDuplicateKeys', () => {
  it('reports a key that stands twice, with both lines', () => {
    const twice = '{"events": [\n {"date": "1",\n  "date": "2"}, {"date": "3"}]}'
    expect(findDuplicateKeys(twice)).toMatchObject([
      { code: 'key-repeated', severity: 'warning', path: 'events[0].date', line: 3, column: 3 },
    ])
    expect(findDuplicateKeys(twice)[0]?.message).toContain('first on line 2')
    expect(findDuplicateKeys(text)).toEqual([])
  })
})
