import { around, oddDocuments } from './oddDocument.ts'

const sound = around('{"date": "2016", "title": "微众"}')
const utf8 = new TextEncoder()

/** UTF-16 of a text, with the low byte first or last. */
function utf16(text: string, lowFirst: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), lowFirst)
  return bytes
}

/** The same with one byte of a Chinese character missing, as when a file is cut by length. */
function withoutByte(text: string): Uint8Array {
  const bytes = utf8.encode(text)
  const gap = bytes.findIndex((byte) => byte >= 0x80) + 2
  return bytes.filter((_, at) => at !== gap)
}

/** Files that are not what they should be before any syntax is looked at. */
export const brokenBytes = oddDocuments([
  ['nothing', '', 'empty'],
  ['only blanks', ' \n\t\n', 'empty'],
  ['a byte order mark', `\ufeff${sound}`, 1],
  ['a byte order mark alone', '\ufeff', 'empty'],
  ['UTF-16, low byte first', utf16(`\ufeff${sound}`, true), 'is-utf16'],
  ['UTF-16, high byte first', utf16(`\ufeff${sound}`, false), 'is-utf16'],
  ['UTF-16 without its mark', utf16(sound, true), 'is-utf16'],
  ['bytes that are no UTF-8', withoutByte(sound), 1, 'warning bytes-unreadable 2:1'],
  [
    'Latin-1',
    Uint8Array.from(around('{"date": "2016", "title": "Caf\u00e9"}'), (c) => c.charCodeAt(0)),
    1,
    'warning bytes-unreadable 2:1',
  ],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'is-gzip'],
  ['a web page', '<!doctype html>\n<title>404</title>', 'is-html'],
  ['XML', '\n<?xml version="1.0"?><rss/>', 'is-html'],
  ['zeros', new Uint8Array(64), 'not-json', 'invisible-character 1:1'],
  [
    'a picture',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    'not-json',
    'unexpected-character 1:1',
  ],
])
