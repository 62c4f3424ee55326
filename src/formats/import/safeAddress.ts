const linkSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/**
 * The address that a link of somebody else's text leads to, if it is a whole `https:`, `http:` or
 * `mailto:` one: in the spelling of the URL standard, and fit to stand in Markdown. `//host` and
 * `www.host` count as whole, since browsers and authors mean them so. Otherwise undefined.
 */
export function safeAddress(address: string): string | undefined {
  const text = address.trim()
  const whole = text.startsWith('//')
    ? `https:${text}`
    : /^www\.[^\s/.]+\./i.test(text)
      ? `http://${text}`
      : text
  if (!URL.canParse(whole)) return undefined
  const { protocol, href } = new URL(whole)
  if (!linkSchemes.has(protocol)) return undefined
  return fitForMarkdown(href)
}

/** Blanks, brackets and single parentheses would end an address before its end. */
function fitForMarkdown(href: string): string {
  const plain = href.replaceAll(/[\s[\]\\]/g, encodeURIComponent)
  return areParenthesesPaired(plain) ? plain : plain.replaceAll('(', '%28').replaceAll(')', '%29')
}

function areParenthesesPaired(text: string): boolean {
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
