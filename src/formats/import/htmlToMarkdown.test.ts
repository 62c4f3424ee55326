import { expect, test } from 'vitest'

import { htmlToMarkdown, htmlToText } from './htmlToMarkdown.ts'

const markdown = (html: string): string => htmlToMarkdown(html).markdown
const lost = (html: string): Record<string, number> => Object.fromEntries(htmlToMarkdown(html).lost)

test.each([
  'Two lines,\n  and  blanks\r\n\r\nas they were.',
  'AT&T, R&D and Q&A; 1 < 2, x<y, <3, a <b c',
  'Notes [1] and [2], 2 * 3 * 4',
  'C:\\temp',
])('leaves plain text as it is: %j', (text) => {
  expect(markdown(text)).toBe(text)
})

test('escapes what the grammar would take for a marker', () => {
  expect(markdown('*a* `b` [c](d)\n- e\n### f \\*')).toBe(
    '\\*a\\* \\`b\\` \\[c](d)\n\\- e\n\\### f \\\\\\*',
  )
})

test.each([
  ['<p>One&nbsp;two</p>\n<p>three &amp; &quot;four&quot;</p>', 'One\u00a0two\n\nthree & "four"'],
  ['a<br>b<br/><br />c', 'a\nb\n\nc'],
  [
    '<b>bold </b>and<i> italic</i>, <strong><em>both</em></strong>',
    '**bold** and *italic*, ***both***',
  ],
  ['<i>a<b>b</b></i>', '*a****b***'],
  [
    '<h1>Head</h1>Text<ul><li>a</li><li><p>b</p></li></ul>end',
    '### Head\n\nText\n\n- a\n- b\n\nend',
  ],
  ['<ol start="3"><li>a<li>b</ol>', '3. a\n4. b'],
  ['<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n- b'],
  ['<table><tr><th>a<th>b<tr><td>1<td>2</table>', 'a | b\n1 | 2'],
  ['10<sup>6</sup> m<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup>', '10⁶ m², H₂O, 1st'],
  ['<q>Quoted</q>', '“Quoted”'],
  ['<code>a*b</code>', '`a*b`'],
  ['<pre>a\n  b</pre>', 'a\nb'],
  ['One\n\ntwo <b>three</b>', 'One\n\ntwo **three**'],
  ['<o:p>Word</o:p> <font color="red">red</font>', 'Word red'],
  ['Read <a href="http://unclosed>this', 'Read this'],
  ['a <!-- never seen --> b', 'a b'],
])('%j becomes %j', (html, expected) => {
  expect(markdown(html)).toBe(expected)
})

test.each([
  ['<a href="https://a.b/x_(y)">text</a>', '[text](https://a.b/x_(y))'],
  ["<a href=' https://a.b/ '>[1]</a>", '[\\[1\\]](https://a.b/)'],
  ['<a href="//a.b/x y">t</a>', '[t](https://a.b/x%20y)'],
  ['<a href=www.a.b>t</a>', '[t](http://www.a.b/)'],
  ['<a href="mailto:a@b.org">mail</a>', '[mail](mailto:a@b.org)'],
  ['<a href="https://a.b/"><b>x</b> y</a>', '[**x** y](https://a.b/)'],
  ['<a href="https://www.a.b/c"></a>', '[a.b/c](https://www.a.b/c)'],
  ['<a href="javascript:alert(1)">t</a>', 't'],
  ['<a href="java\tscript:alert(1)">t</a>', 't'],
  ['<a href="data:text/html,x">t</a>', 't'],
  ['<a href="page.html">t</a>', 't'],
  ['<a href="#top">t</a>', 't'],
])('keeps links with a whole, safe address: %j', (html, expected) => {
  expect(markdown(html)).toBe(expected)
})

test('says what was lost, and links to what can be linked to', () => {
  const html =
    '<script>x</script><style>y</style><iframe src="https://www.youtube.com/embed/1"></iframe>' +
    '<video><source src="https://a.b/c.mp4">No video</video><s>no</s>' +
    '<a href="javascript:x">t</a><b style="color:red">u</b>'
  expect(markdown(html)).toBe(
    '[youtube.com/embed/1](https://www.youtube.com/embed/1) [a.b/c.mp4](https://a.b/c.mp4) not**u**',
  )
  expect(lost(html)).toEqual({
    '<script>': 1,
    '<style>': 1,
    '<iframe>': 1,
    '<video>': 1,
    '<s>': 1,
    'links without a whole https: address': 1,
    'colours and styles': 1,
  })
})

test('makes links of pictures, or hands them over', () => {
  const html =
    'A <img src="https://a.b/c.png" alt="map"> and <img src="x.png" alt="no"> 🎉<img alt="🎉" src="https://a.b/e.png">'
  expect(markdown(html)).toBe('A [map](https://a.b/c.png) and no 🎉🎉')
  expect(lost(html)).toEqual({ '<img>, now a link': 1, '<img>': 1 })
  const apart = htmlToMarkdown(html, { pictures: 'apart' })
  expect(apart.markdown).toBe('A and 🎉🎉')
  expect(apart.pictures).toEqual([
    { src: 'https://a.b/c.png', alt: 'map' },
    { src: 'x.png', alt: 'no' },
  ])
  expect(apart.lost.size).toBe(0)
})

test('makes links of addresses in plain text where the source would', () => {
  const linked = (text: string): string => htmlToMarkdown(text, { autolink: true }).markdown
  expect(linked('See https://a.b/c_(d), www.a.b. or me@a.org!')).toBe(
    'See [https://a.b/c_(d)](https://a.b/c_(d)), [www.a.b](http://www.a.b/). or [me@a.org](mailto:me@a.org)!',
  )
  expect(linked('<p>(https://a.b/?x=1&amp;y=2)</p> <a href="https://c.d/">https://e.f/</a>')).toBe(
    '([https://a.b/?x=1&y=2](https://a.b/?x=1&y=2))\n\n[https://e.f/](https://c.d/)',
  )
  expect(markdown('https://a.b/')).toBe('https://a.b/')
})

test('makes one plain line, with its links apart', () => {
  expect(htmlToText('Credit: <a href="https://a.b/">UN  Photo</a><br>*2019*')).toEqual({
    text: 'Credit: UN Photo *2019*',
    links: [{ title: 'UN Photo', url: 'https://a.b/' }],
    pictures: [],
    lost: new Map(),
  })
  expect(htmlToText('plain * text\nhttps://a.b/', { autolink: true }).links).toEqual([
    { title: 'https://a.b/', url: 'https://a.b/' },
  ])
})
