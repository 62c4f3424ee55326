import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuplicateKeys } from './locateInJson.ts'
import { repeatsKeys } from './repeatsKeys.ts'

const repeats = (text: string): boolean => repeatsKeys(text, JSON.parse(text))

describe('repeatsKeys', () => {
  it('sees a key that stands twice, however it is written and however deep', () => {
    expect(repeats('{"a": 1, "b": [{"c": {"d" \n : 1, "d": 2}}]}')).toBe(true)
    expect(repeats(String.raw`{"a": 1, "\u0061": 2}`)).toBe(true)
    expect(repeats('{"__proto__": 1, "__proto__": 2}')).toBe(true)
  })

  it('takes nothing else for a key', () => {
    expect(
      repeats(String.raw`{"a\": 1, \"a": "a\\", "b": ["a", "\": "], "c": {"a": "x:\":"}}`),
    ).toBe(false)
    expect(repeats('{"__proto__": 1, "1": [], "": {}}')).toBe(false)
    expect(repeats('5')).toBe(false)
  })

  it('tells of the same documents as what finds the keys', () => {
    const key = fc.constantFrom('a', 'b', String.raw`\u0061`, String.raw`\"`, '')
    const text = fc.letrec<{ readonly json: string }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', 'null', String.raw`"a\\\": {"`, '"b"'),
        fc.array(tie('json'), { maxLength: 3 }).map((list) => `[${list.join()}]`),
        fc
          .array(fc.tuple(key, tie('json')), { maxLength: 3 })
          .map((list) => `{${list.map(([name, value]) => `"${name}" :${value}`).join()}}`),
      ),
    })).json
    fc.assert(
      fc.property(text, (written) => {
        expect(repeats(written)).toBe(findDuplicateKeys(written).length > 0)
      }),
    )
  })

  it('bears a text of any depth, and strings of any length', () => {
    const deep = `${'['.repeat(100_000)}"${'x'.repeat(5_000_000)}"${']'.repeat(100_000)}`
    expect(repeats(deep)).toBe(false)
  })
})
