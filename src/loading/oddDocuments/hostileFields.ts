import { oddDocuments, withFields, withHead } from './oddDocument.ts'

const payload = '<img src=x onerror=\\"window.hurt=1\\">'
const t = `"${payload}"`
const everyText = `{"version": 1, "title": ${t}, "subtitle": ${t}, "description": ${t},
"organizations": [{"id": ${t}, "name": ${t}, "shortName": ${t}, "lane": ${t}, "aliases": [${t}], "description": ${t}}],
"lanes": [{"id": ${t}, "title": ${t}}],
"people": [{"id": ${t}, "name": ${t}, "role": ${t}}],
"topics": [{"id": ${t}, "title": ${t}}],
"sources": [{"id": ${t}, "title": ${t}, "author": ${t}, "publisher": ${t}}],
"eras": [{"id": ${t}, "title": ${t}, "date": "2016"}],
"events": [{"id": ${t}, "date": "2016", "dateNote": ${t}, "title": ${t}, "summary": ${t}, "body": ${t},
"organizations": [${t}], "people": [${t}], "topics": [${t}], "details": [{"label": ${t}, "value": ${t}}],
"figures": [{"label": ${t}, "value": ${t}, "prefix": ${t}, "unit": ${t}}], "diagram": ${t},
"media": [{"type": "image", "src": "a.png", "alt": ${t}, "caption": ${t}, "credit": ${t}, "license": ${t}}],
"sources": [{"id": ${t}, "at": ${t}}], "confidenceNote": ${t}}],
"story": [{"id": ${t}, "title": ${t}, "text": ${t}, "event": ${t}, "notes": ${t}}]}`

const link = (url: string): string => withFields(`"links": [{"title": "L", "url": "${url}"}]`)
const picture = (src: string): string =>
  withFields(`"media": [{"type": "image", "src": "${src}", "alt": "P"}]`)
const color = (value: string): string =>
  withHead(`"lanes": [{"id": "l", "title": "L", "color": "${value}"}]`)

/** Fields that would do something, if they were let. */
export const hostileFields = oddDocuments([
  ['markup in every text', everyText, 1],
  [
    'javascript:',
    link('javascript:alert(1)'),
    1,
    'warning address-refused events[0].links[0].url 2:64',
  ],
  [
    'javascript: in disguise',
    link(' java\\tSCRIPT:alert(1)'),
    1,
    'warning address-refused events[0].links[0].url 2:64',
  ],
  [
    'data:',
    link('data:text/html,<script>alert(1)</script>'),
    1,
    'warning address-refused events[0].links[0].url 2:64',
  ],
  ['vbscript:', link('vbscript:x'), 1, 'warning address-refused events[0].links[0].url 2:64'],
  [
    'blob:',
    link('blob:https://example.org/1'),
    1,
    'warning address-refused events[0].links[0].url 2:64',
  ],
  ['file:', link('file:///etc/passwd'), 1, 'warning address-refused events[0].links[0].url 2:64'],
  [
    'an address without a scheme',
    link('www.example.org'),
    1,
    'warning address-refused events[0].links[0].url 2:64',
  ],
  ['an address of nothing', link(''), 1, 'warning address-refused events[0].links[0].url 2:64'],
  ['a password in an address', link('https://bank.example@evil.example/'), 1],
  ['an address in Cyrillic', link('https://аррӏе.example/'), 1],
  [
    'a picture by javascript:',
    picture('javascript:alert(1)'),
    1,
    'warning address-refused events[0].media[0].src 2:67',
  ],
  [
    'a picture by data:',
    picture('data:image/svg+xml,<svg onload=alert(1)>'),
    1,
    'warning address-refused events[0].media[0].src 2:67',
  ],
  [
    'a film for a picture',
    withFields('"media": [{"type": "video", "src": "a.mp4", "alt": "V"}]'),
    1,
    'warning value-unknown events[0].media[0].type 2:51',
  ],
  ['a colour by name', color('red'), 1, 'warning value-unusable lanes[0].color 4:46'],
  ['a colour of three digits', color('#f00'), 1, 'warning value-unusable lanes[0].color 4:46'],
  [
    'a colour that fetches',
    color('url(https://evil.example/x)'),
    1,
    'warning value-unusable lanes[0].color 4:46',
  ],
  [
    'a colour with a rule behind it',
    color('#ff0000;position:fixed'),
    1,
    'warning value-unusable lanes[0].color 4:46',
  ],
  ['a colour with a variable', color('var(--x)'), 1, 'warning value-unusable lanes[0].color 4:46'],
  [
    'a colour of 10,000 signs',
    color('#'.repeat(10_000)),
    1,
    'warning value-unusable lanes[0].color 4:46',
  ],
  [
    'style, class and handlers',
    withFields('"style": "position:fixed", "className": "x", "onclick": "alert(1)"'),
    1,
    'note field-unknown events[0].style 2:41',
    'note field-unknown events[0].className 2:72',
    'note field-unknown events[0].onclick 2:88',
  ],
])
