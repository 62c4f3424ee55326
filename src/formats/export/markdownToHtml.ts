import { lexer, type Token } from 'marked'
import { inlineHtml } from '#formats/import/markdownText.ts'

/** Signs that mean nothing in our texts and something in Markdown or HTML, and what stands for them. */
const shields: readonly (readonly [sign: string, shield: string, html: string])[] = [
  ['<', '\uE000', '&lt;'],
  ['&', '\uE001', '&amp;'],
  ['_', '\uE002', '_'],
  ['~', '\uE003', '~'],
  ['|', '\uE004', '|'],
]

/**
 * The Markdown subset of our texts as HTML, for programs that know nothing else. HTML in the text is text
 * there, and stays text.
 */
export function markdownToHtml(markdown: string): string {
  const shielded = shields.reduce((text, [sign, shield]) => text.replaceAll(sign, shield), markdown)
  const html = lexer(shielded).map(blockHtml).join('')
  return shields.reduce((text, [, shield, sign]) => text.replaceAll(shield, sign), html)
}

function blockHtml(token: Token): string {
  if (token.type === 'space') return ''
  if (token.type === 'list' && 'items' in token && Array.isArray(token.items)) {
    const entries: readonly Token[] = token.items
    return `<ul>${entries.map((entry) => `<li>${innerHtml(entry)}</li>`).join('')}</ul>`
  }
  const name = token.type === 'heading' ? 'h3' : 'p'
  return `<${name}>${innerHtml(token)}</${name}>`
}

function innerHtml(token: Token): string {
  const html = 'tokens' in token ? inlineHtml(token.tokens) : ''
  return html.trim().replaceAll('\n', '<br>')
}
