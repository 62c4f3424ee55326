import { expect, test } from 'vitest'

import { safeImageUrl, safeLinkUrl } from './safeUrl.ts'

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://example.org', 'http://example.org/'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
])('%s is a link', (url, href) => {
  expect(safeLinkUrl(url)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0000javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  '//example.org',
  '\\\\example.org',
  'example.org',
  '',
  'https://exa\u202Emple.org',
  'https://example.org/\u202Efdp.exe',
  'https://example.org/a b',
  `https://example.org/${'a'.repeat(2048)}`,
])('%j is not a link', (url) => {
  expect(safeLinkUrl(url)).toBeUndefined()
})

test('pictures come by https, from the host of the document, or as raster data', () => {
  const base = 'http://localhost:5173/data/timeline.json'
  expect(safeImageUrl('media/a.jpg', base)).toBe('http://localhost:5173/data/media/a.jpg')
  expect(safeImageUrl('https://example.org/a.png', base)).toBe('https://example.org/a.png')
  expect(safeImageUrl('data:image/png;base64,AAAA', base)).toBe('data:image/png;base64,AAAA')
  expect(safeImageUrl('http://example.org/a.png', base)).toBeUndefined()
  expect(safeImageUrl('data:image/svg+xml,<svg/>', base)).toBeUndefined()
  expect(safeImageUrl('data:text/html,x', base)).toBeUndefined()
  expect(safeImageUrl('javascript:alert(1)', base)).toBeUndefined()
})
