import type { Run, TextBlock } from './writeMarkdown.ts'

export type Style = Omit<Run, 'text'>

/** Gathers text into blocks, with blanks and line ends as HTML shows them. */
export interface TextGatherer {
  add(text: string, style: Style, keepsLines: boolean): void
  lineBreak(): void
  /** Ends the block, if it holds anything, and starts another one. */
  open(kind: TextBlock['kind']): void
  /** True where the block holds nothing to see yet. */
  isEmpty(): boolean
  finish(): readonly TextBlock[]
}

export function gatherText(): TextGatherer {
  const blocks: TextBlock[] = []
  let kind: TextBlock['kind'] = 'paragraph'
  let runs: Run[] = []
  let last = ''

  const append = (text: string, style: Style): void => {
    if (text === '') return
    runs.push({ ...style, text })
    last = text.slice(-1)
  }
  const addOnOneLine = (text: string, style: Style): void => {
    const collapsed = text.replaceAll(/[ \t\n\r\f]+/g, ' ')
    append(/^$|[ \n]/.test(last) ? collapsed.replace(/^ /, '') : collapsed, style)
  }
  const gatherer: TextGatherer = {
    add: (text, style, keepsLines) => {
      if (!keepsLines) {
        addOnOneLine(text, style)
        return
      }
      for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
        if (at > 0) gatherer.lineBreak()
        addOnOneLine(line, style)
      }
    },
    lineBreak: () => {
      if (kind === 'heading' || kind === 'entry') addOnOneLine(' ', {})
      else if (last === '\n') gatherer.open(kind)
      else if (!gatherer.isEmpty()) append('\n', {})
    },
    open: (next) => {
      if (!gatherer.isEmpty()) blocks.push({ kind, runs })
      kind = next
      runs = []
      last = ''
    },
    isEmpty: () => runs.every(({ text }) => text.trim() === ''),
    finish: () => {
      gatherer.open('paragraph')
      return blocks
    },
  }
  return gatherer
}
