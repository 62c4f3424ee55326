import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  escapeAttribute,
  escapeMarkdown,
  escapeText,
  snippetOf,
  type SnippetParts,
} from './shareSnippets.ts'

const parts: SnippetParts = {
  title: 'Ten & one',
  link: 'https://x.test/sub/?org=a&step=2',
  frame: 'https://x.test/sub/embed.html?mode=present&org=a&step=2',
  document: 'https://x.test/sub/timeline.json',
  elementScript: 'https://x.test/sub/element.js',
  revealScript: 'https://x.test/sub/reveal-plugin.js',
  query: 'mode=present&org=a&step=2',
  size: 'slide',
}

const hostile = `"><script>alert('1')</script>]( <img onerror=x>&quot;\n-->`

/** What a snippet opens and gives, as an HTML reader without scripts would see it. */
function readTags(
  html: string,
): { readonly name: string; readonly attributes: [string, string][] }[] {
  const decode = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  return [...html.matchAll(/<([a-z-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: [...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(
        ([, key = '', value = '']): [string, string] => [key, decode(value)],
      ),
    }),
  )
}

describe('what is pasted', () => {
  test('the link is the link', () => {
    expect(snippetOf('link', parts)).toBe(parts.link)
  })

  test('a frame has a title, a size, and loads late', () => {
    expect(snippetOf('frame', parts)).toBe(
      '<iframe src="https://x.test/sub/embed.html?mode=present&amp;org=a&amp;step=2" title="Ten &amp; one" width="960" height="540" loading="lazy" allow="fullscreen; clipboard-write" style="border: 0; max-width: 100%"></iframe>',
    )
  })

  test('a frame in a page is as wide as its column', () => {
    expect(snippetOf('frame', { ...parts, size: 'page' })).toContain(' width="100%" height="600"')
    expect(snippetOf('frame', { ...parts, size: 'phone' })).toContain(' width="390" height="640"')
  })

  test('the sandboxed one differs by the sandbox alone', () => {
    expect(snippetOf('sandboxed', parts).replace(' sandbox="allow-scripts"', '')).toBe(
      snippetOf('frame', parts),
    )
    expect(snippetOf('frame', parts)).not.toContain('sandbox')
  })

  test('the element takes the parameters as attributes, and holds a link to fall back on', () => {
    expect(snippetOf('element', { ...parts, query: 'src=a.json&org=a,b&q=x%20y' })).toBe(
      [
        '<script src="https://x.test/sub/element.js" async></script>',
        '<through-line src="https://x.test/sub/timeline.json" mode="embed" org="a,b" q="x y" style="display: block; width: 960px; max-width: 100%; height: 540px">',
        '  <a href="https://x.test/sub/?org=a&amp;step=2">Ten &amp; one</a>',
        '</through-line>',
      ].join('\n'),
    )
    expect(snippetOf('element', parts)).toContain(' mode="present" org="a" step="2" ')
  })

  test('the reveal section names no step: the deck turns them', () => {
    expect(snippetOf('reveal', parts)).toBe(
      [
        '<script src="https://x.test/sub/reveal-plugin.js"></script>',
        '<section data-throughline="https://x.test/sub/timeline.json" data-throughline-title="Ten &amp; one" data-throughline-params="org=a"></section>',
      ].join('\n'),
    )
    expect(snippetOf('reveal', { ...parts, query: 'mode=present&step=1' })).not.toContain('-params')
  })

  test('the reveal section tells the plugin when there is no story', () => {
    expect(snippetOf('reveal', { ...parts, query: 'src=x&org=a&step=1' })).toContain(
      ' data-throughline-steps="none" data-throughline-params="mode=embed&amp;org=a">',
    )
    expect(snippetOf('reveal', { ...parts, query: 'steps=events' })).toContain(
      ' data-throughline-steps="events" data-throughline-params="mode=embed">',
    )
  })

  test('Markdown and Slidev get one line each', () => {
    expect(snippetOf('markdown', { ...parts, link: 'https://x.test/(a)/?q=1' })).toBe(
      String.raw`[Ten \& one](https://x.test/%28a%29/?q=1)`,
    )
    expect(snippetOf('slidev', parts)).toBe(
      `---\nlayout: iframe\nurl: "https://x.test/sub/embed.html?mode=present&org=a&step=2"\n---`,
    )
  })
})

describe('hostile words stay words', () => {
  // What ends an attribute, a tag, a link or a line, and what escapes it.
  const title = fc.oneof(
    fc.constant(hostile),
    fc.string({ unit: fc.constantFrom(...Array.from(`"'<>&;=/\\[]()!\n\0 a中`)) }),
  )

  test.each([
    ['frame', ['iframe']],
    ['sandboxed', ['iframe']],
    ['element', ['script', 'through-line', 'a']],
    ['reveal', ['script', 'section']],
  ] as const)('%s opens no tag but its own', (kind, names) => {
    fc.assert(
      fc.property(title, (title) => {
        const query = `event=${encodeURIComponent(title)}&q=%22%3E%3Cscript%3E`
        const snippet = snippetOf(kind, { ...parts, title, query })
        expect(readTags(snippet).map(({ name }) => name)).toEqual(names)
        expect(snippet.match(/</g)).toHaveLength(names.length * 2)
      }),
    )
  })

  test('a title of Markdown closes no bracket and opens no tag', () => {
    fc.assert(
      fc.property(title, (title) => {
        expect(snippetOf('markdown', { ...parts, title })).toMatch(
          /^\[(?:[^\\[\]<>\n]|\\.)*\]\(https:[^()\s]*\)$/,
        )
      }),
    )
  })

  test('a hostile id comes back whole', () => {
    const id = `"><script>'&amp;`
    const query = `event=${encodeURIComponent(id)}`
    const attributes = readTags(snippetOf('element', { ...parts, query }))[1]?.attributes
    expect(new Map(attributes).get('event')).toBe(id)
    const frame = `https://x.test/embed.html?${query}`
    const src = new Map(readTags(snippetOf('frame', { ...parts, frame }))[0]?.attributes).get('src')
    expect(new URL(src ?? '').searchParams.get('event')).toBe(id)
  })

  test('each escape alone', () => {
    expect(escapeAttribute(`a"b'c<d>&\n\u0000`)).toBe('a&quot;b&#39;c&lt;d&gt;&amp;')
    expect(escapeText('x</a>\u2028y')).toBe('x&lt;/a&gt; y')
    expect(escapeMarkdown('a*[b](c)')).toBe(String.raw`a\*\[b\]\(c\)`)
  })
})
