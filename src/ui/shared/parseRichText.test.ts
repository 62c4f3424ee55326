import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseRichText, type Block, type Inline } from './parseRichText.ts'

const text = (value: string): Inline => ({ kind: 'text', text: value })

function inlineOf(source: string): readonly Inline[] {
  const [block] = parseRichText(source)
  return block?.kind === 'paragraph' ? block.children : []
}

test('reads blocks: paragraphs, lists, headings, line breaks', () => {
  expect(parseRichText('One\ntwo\n\n### Head\n- a\n- b\nafter')).toEqual([
    { kind: 'paragraph', children: [text('One'), { kind: 'break' }, text('two')] },
    { kind: 'heading', children: [text('Head')] },
    { kind: 'list', entries: [[text('a')], [text('b')]] },
    { kind: 'paragraph', children: [text('after')] },
  ])
})

test('reads bold, italic, code and links, also inside each other', () => {
  expect(inlineOf('a **b *c*** `*d*` [**e**](https://example.org/x_(y)).')).toEqual([
    text('a '),
    { kind: 'strong', children: [text('b '), { kind: 'emphasis', children: [text('c')] }] },
    text(' '),
    { kind: 'code', text: '*d*' },
    text(' '),
    {
      kind: 'link',
      url: 'https://example.org/x_(y)',
      children: [{ kind: 'strong', children: [text('e')] }],
    },
    text('.'),
  ])
})

test.each([
  '2 * 3 * 4',
  '**never closed',
  '[1] and [2]',
  '[a](javascript:alert(1))',
  '[a](https://example.org',
  '[](https://example.org)',
  '<b onclick="x()">raw</b> <script>',
  '****',
  '``',
  '# not a heading',
])('%s stays text', (source) => {
  expect(inlineOf(source)).toEqual([text(source)])
})

test('a backslash makes a marker plain text, and is itself text before anything else', () => {
  expect(inlineOf('\\*a\\* \\`b\\` \\[c](https://example.org/) \\\\*d* C:\\temp')).toEqual([
    text('*a* `b` [c](https://example.org/) \\'),
    { kind: 'emphasis', children: [text('d')] },
    text(' C:\\temp'),
  ])
  expect(parseRichText('\\- a\n\\### b')).toEqual([
    { kind: 'paragraph', children: [text('- a'), { kind: 'break' }, text('### b')] },
  ])
})

test('a bracket that is no link does not hide the link after it', () => {
  expect(inlineOf('[1] [a](https://example.org/)')).toEqual([
    text('[1] '),
    { kind: 'link', url: 'https://example.org/', children: [text('a')] },
  ])
})

const allowed = new Set(['text', 'code', 'break', 'strong', 'emphasis', 'link'])

function* walk(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    if ('children' in inline) yield* walk(inline.children)
  }
}

const inlinesOf = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((block) => [
    ...walk(block.kind === 'list' ? block.entries.flat() : block.children),
  ])

const shown = (blocks: readonly Block[]): string =>
  inlinesOf(blocks)
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('')

const pieces = [
  '\\',
  '*',
  '**',
  '***',
  '`',
  '[',
  ']',
  '](',
  '](https://a.b/c)',
  '](javascript:x)',
  '(',
  ')',
]
const sources = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces, '\n', '\n\n', '- ', '### ', '<img onerror=x>'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''))

test('only allowed kinds and allowed addresses come out, whatever goes in', () => {
  fc.assert(
    fc.property(sources, (source) => {
      for (const inline of inlinesOf(parseRichText(source))) {
        expect(allowed).toContain(inline.kind)
        if (inline.kind === 'link') expect(inline.url).toMatch(/^(?:https?|mailto):/)
      }
    }),
  )
})

test('nothing but markers, addresses and line ends is lost', () => {
  const bare = (value: string): string =>
    value.replaceAll(/\(https:\/\/a\.b\/c\)|[\\*`[\]()#\s-]/g, '')
  fc.assert(
    fc.property(sources, (source) => {
      expect(bare(shown(parseRichText(source)))).toBe(bare(source))
    }),
    { numRuns: 500 },
  )
})

test.each(['*', '**a', '[', '](', '[](', '`', '[a](b', '*a**b', '\n- ', '[](https://a.b/('])(
  'a megabyte of %j is read to its end',
  (piece) => {
    const source = piece.repeat(Math.ceil(1_000_000 / piece.length))
    // No clock here: a quadratic reader would run into the test's own limit, a linear one never.
    expect(parseRichText(source).length).toBeGreaterThan(0)
  },
)
