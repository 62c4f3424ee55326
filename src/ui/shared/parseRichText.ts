import { safeLinkUrl } from './safeUrl.ts'

/** Text inside a block. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly entries: readonly (readonly Inline[])[] }

/**
 * Reads the small Markdown subset of a document's texts: paragraphs parted by empty lines,
 * `**bold**`, `*italic*`, `` `code` ``, `[text](url)` with an allowed address, lines that begin with
 * `- ` (a list) or `### ` (a heading), and line breaks. A backslash before one of ``\ * ` [ ] # -``
 * makes it plain text. Everything else, HTML included, is text.
 * Never throws; one pass, linear in the length of `source`.
 */
export function parseRichText(source: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let entries: string[] = []
  const flush = (): void => {
    if (lines.length > 0)
      blocks.push({ kind: 'paragraph', children: parseInline(lines.join('\n')) })
    if (entries.length > 0) blocks.push({ kind: 'list', entries: entries.map(parseInline) })
    lines = []
    entries = []
  }
  for (const line of source.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      flush()
    } else if (line.startsWith('### ')) {
      flush()
      blocks.push({ kind: 'heading', children: parseInline(line.slice(4)) })
    } else if (line.startsWith('- ')) {
      if (lines.length > 0) flush()
      entries.push(line.slice(2))
    } else {
      if (entries.length > 0) flush()
      lines.push(line)
    }
  }
  flush()
  return blocks
}

type SpanKind = 'strong' | 'emphasis' | 'link'

/** What a backslash takes the meaning from; before anything else it is a backslash. */
const escapable: ReadonlySet<string | undefined> = new Set('\\*`[]#-')

/** A span whose end is not yet seen: if none comes, its `marker` was only text. */
interface OpenSpan {
  readonly kind: SpanKind | 'root'
  readonly marker: string
  readonly children: Inline[]
}

/**
 * Reads the text of one block. Each kind of span is open at most once, so the stack is at most four
 * high and every piece of text moves at most four times: that is what keeps this linear.
 */
export function parseInline(source: string): Inline[] {
  const root: OpenSpan = { kind: 'root', marker: '', children: [] }
  const stack: OpenSpan[] = [root]
  const top = (): OpenSpan => stack.at(-1) ?? root
  const isOpen = (kind: SpanKind): boolean => stack.some((span) => span.kind === kind)
  /** The innermost span was none: its marker and children are its parent's text. */
  const demote = (): void => {
    const span = stack.pop() ?? root
    addText(top().children, span.marker)
    for (const child of span.children) add(top().children, child)
  }
  const demoteDownTo = (kind: SpanKind): OpenSpan => {
    while (stack.length > 1 && top().kind !== kind) demote()
    return stack.pop() ?? root
  }

  let lastTick = source.lastIndexOf('`')
  let at = 0
  let plainFrom = 0
  const takePlain = (): void => {
    if (at > plainFrom) addText(top().children, source.slice(plainFrom, at))
  }
  const step = (length: number): void => {
    at += length
    plainFrom = at
  }

  while (at < source.length) {
    const character = source[at]
    if (character === '\\' && escapable.has(source[at + 1])) {
      takePlain()
      addText(top().children, source.charAt(at + 1))
      step(2)
    } else if (character === '`' && at < lastTick) {
      const end = source.indexOf('`', at + 1)
      takePlain()
      if (end === at + 1) addText(top().children, '``')
      else top().children.push({ kind: 'code', text: source.slice(at + 1, end) })
      step(end + 1 - at)
    } else if (character === '\n') {
      takePlain()
      top().children.push({ kind: 'break' })
      step(1)
    } else if (character === '*') {
      const double = source[at + 1] === '*'
      // `***` closes the inner span first, whichever of the two it is.
      const innerFirst = double && source[at + 2] === '*' && top().kind === 'emphasis'
      const marker = double && !innerFirst ? '**' : '*'
      const kind = marker === '**' ? 'strong' : 'emphasis'
      takePlain()
      if (isOpen(kind) && !isSpace(source[at - 1])) {
        const span = demoteDownTo(kind)
        if (span.children.length === 0) addText(top().children, span.marker + marker)
        else top().children.push({ kind, children: span.children })
      } else if (!isOpen(kind) && !isSpace(source[at + marker.length])) {
        stack.push({ kind, marker, children: [] })
      } else {
        addText(top().children, marker)
      }
      step(marker.length)
    } else if (character === '[' && !isOpen('link')) {
      takePlain()
      stack.push({ kind: 'link', marker: '[', children: [] })
      step(1)
    } else if (character === ']' && isOpen('link')) {
      takePlain()
      const end = source[at + 1] === '(' ? addressEnd(source, at + 2) : -1
      const url = end === -1 ? undefined : safeLinkUrl(source.slice(at + 2, end))
      const span = demoteDownTo('link')
      if (url === undefined || span.children.length === 0) {
        addText(top().children, span.marker)
        for (const child of span.children) add(top().children, child)
        plainFrom = at
        at += 1
      } else {
        top().children.push({ kind: 'link', url, children: span.children })
        step(end + 1 - at)
      }
    } else {
      at += 1
    }
  }
  takePlain()
  while (stack.length > 1) demote()
  return root.children
}

/** Index of the `)` that ends an address, with pairs of parentheses inside allowed, or -1. */
function addressEnd(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    const character = source[at]
    // `[` ends the search, so that no two searches read the same text.
    if (character === '[' || isSpace(character)) return -1
    if (character === '(') depth += 1
    if (character === ')' && depth-- === 0) return at
  }
  return -1
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}

function add(children: Inline[], child: Inline): void {
  if (child.kind === 'text') addText(children, child.text)
  else children.push(child)
}

/** Appends text, joined to a text that is already last: searches must see whole words. */
function addText(children: Inline[], text: string): void {
  const last = children.at(-1)
  if (last?.kind === 'text')
    children[children.length - 1] = { kind: 'text', text: last.text + text }
  else children.push({ kind: 'text', text })
}
