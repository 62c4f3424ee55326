import fc from 'fast-check'
import { expect, test } from 'vitest'

import { htmlToMarkdown } from '#formats/import/htmlToMarkdown.ts'
import { escapeMarkdown, writeMarkdown, type Run } from '#formats/import/writeMarkdown.ts'
import { parseRichText, type Block, type Inline } from './parseRichText.ts'

// What importers write, read by the grammar that shows it.

function shownIn(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n'
      return 'children' in inline ? shownIn(inline.children) : inline.text
    })
    .join('')
}

function* walk(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    if ('children' in inline) yield* walk(inline.children)
  }
}

function entriesOf(block: Block): readonly (readonly Inline[])[] {
  return block.kind === 'list' ? block.entries : [block.children]
}

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(entriesOf).flatMap((inlines) => shownIn(inlines).split('\n'))

const filled = (text: string): string[] =>
  text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')

const signs = fc.constantFrom(
  ...'* ** ` [ ] ](https://a.b/) \\ # a b'.split(' '),
  '- ',
  '### ',
  ' ',
  '\n',
)
const text = fc
  .array(fc.oneof(signs, fc.string()), { maxLength: 12 })
  .map((parts) => parts.join(''))

test('plain text is shown as it was, whatever signs it holds', () => {
  fc.assert(
    fc.property(text, (source) => {
      const blocks = parseRichText(escapeMarkdown(source))
      expect(linesOf(blocks)).toEqual(filled(source))
      for (const inline of blocks.flatMap(entriesOf).flatMap((inlines) => [...walk(inlines)])) {
        expect(['text', 'break']).toContain(inline.kind)
      }
    }),
    { numRuns: 2000 },
  )
})

const run: fc.Arbitrary<Run> = fc
  .record({
    text,
    strong: fc.boolean(),
    emphasis: fc.boolean(),
    code: fc.boolean(),
    url: fc.constantFrom(undefined, 'https://a.b/', 'https://a.b/(c)'),
  })
  .map(({ url, ...rest }) => (url === undefined ? rest : { ...rest, url }))

/** One entry per visible character: the letter, and which styles it is shown in. */
function looks(inlines: readonly Inline[], style: readonly string[] = []): string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'break') return []
    if (inline.kind === 'link') return looks(inline.children, [...style, inline.url])
    if ('children' in inline) return looks(inline.children, [...style, inline.kind])
    return lettersOf(inline.text, style)
  })
}

const lettersOf = (words: string, style: readonly string[]): string[] =>
  Array.from(words.replaceAll(/\s/g, ''), (letter) => [letter, ...style.toSorted()].join(' '))

test('every character is shown in the style that its run has', () => {
  const kinds = fc.constantFrom('paragraph', 'heading', 'entry', 'line')
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), kinds, (runs, kind) => {
      const blocks = parseRichText(writeMarkdown([{ kind, runs }]))
      const wanted = runs.flatMap(({ text: words, strong, emphasis, url }) =>
        lettersOf(words, [
          ...(strong === true ? ['strong'] : []),
          ...(emphasis === true ? ['emphasis'] : []),
          ...(url === undefined ? [] : [url]),
        ]),
      )
      expect(blocks.flatMap(entriesOf).flatMap((inlines) => looks(inlines))).toEqual(wanted)
    }),
    { numRuns: 3000 },
  )
})

test('a code span is shown as one, unless it holds its own sign', () => {
  const code = (words: string): Run => ({ text: words, code: true })
  expect(parseRichText(writeMarkdown([{ kind: 'paragraph', runs: [code('a*b\\')] }]))).toEqual([
    { kind: 'paragraph', children: [{ kind: 'code', text: 'a*b\\' }] },
  ])
  expect(writeMarkdown([{ kind: 'paragraph', runs: [code('a`b')] }])).toBe('a\\`b')
})

const tag = fc.constantFrom(
  ...(
    '<p> </p> <b> </b> <i> </i> <br> <ul><li> </li></ul> <li> <h2> </h2> <ol><li> <pre> <code> </code> ' +
    '<table><tr><td> </td> <script> </script> <svg> </svg> <style> </style> <sup> </sup> <!-- --> </a> ' +
    '&lt; &amp; <3 <iframe/src="https://a.b/"></iframe> <img/src=x/onerror=y> <a/href="'
  ).split(' '),
  '<a href="javascript:alert(1)">',
  '<a href="data:text/html,x">',
  '<a href=https://a.b/?(c>',
)
const html = fc.array(fc.oneof(tag, signs, fc.string()), { maxLength: 20 }).map((p) => p.join(''))

test('no HTML and no other address comes out, whatever goes in', () => {
  const allowed = new Set(['text', 'code', 'break', 'strong', 'emphasis', 'link'])
  fc.assert(
    fc.property(html, fc.boolean(), (source, autolink) => {
      const { markdown } = htmlToMarkdown(source, { autolink })
      for (const inline of parseRichText(markdown)
        .flatMap(entriesOf)
        .flatMap((one) => [...walk(one)])) {
        expect(allowed).toContain(inline.kind)
        if (inline.kind === 'link') expect(inline.url).toMatch(/^(?:https?|mailto):/)
      }
    }),
    { numRuns: 2000 },
  )
})

test('no word of a text between tags is lost', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '<i>',
        '<li>',
        '<h3>',
        '<a href="https://a.b">',
        '</a>',
        '<td>',
      ),
      fc.stringMatching(/^[a-z*[\]`\\#-]{1,8}$/),
    ),
    { maxLength: 16 },
  )
  fc.assert(
    fc.property(words, (parts) => {
      const bare = (source: string): string => source.replaceAll(/[\s|]/g, '')
      const source = parts.join(' ')
      const expected = bare(parts.filter((part) => !part.startsWith('<')).join(''))
      const shown = bare(linesOf(parseRichText(htmlToMarkdown(source).markdown)).join(''))
      expect(shown.replaceAll('a.b', '')).toBe(expected.replaceAll('a.b', ''))
    }),
    { numRuns: 1000 },
  )
})

test('megabytes of hostile HTML are read to their end', () => {
  for (const piece of [
    '<b>',
    '<b',
    '<',
    '<a href="',
    '</i>',
    '&',
    '<!--',
    '<p><b></p>',
    '*_`[',
    'a.a',
  ]) {
    const source = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(typeof htmlToMarkdown(source, { autolink: true }).markdown).toBe('string')
    expect(typeof htmlToMarkdown(`${source}${source}<p>`, { autolink: true }).markdown).toBe(
      'string',
    )
  }
})
