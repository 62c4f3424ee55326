import { formatPath, unquote } from './jsonPath.ts'
import { type Place, placeAt } from './locateInJson.ts'
import { scanJson, type SyntaxFault, type SyntaxFaultCode } from './scanJson.ts'

/** Why a text is not JSON, for a person who has to mend it. */
export interface SyntaxExplanation extends Place {
  readonly code: SyntaxFaultCode
  /** What is wrong, one English sentence. */
  readonly message: string
  /** What would be right. */
  readonly hint: string
  /** The line (at most 80 characters of it around the place), and a caret under the place. */
  readonly excerpt: string
}

const words: Record<SyntaxFaultCode, readonly [message: string, hint: string]> = {
  'cut-off': ['The text ends too early.', 'Part of the file seems to be missing: send it again.'],
  'trailing-comma': ['A comma stands before a closing bracket.', 'Remove this comma.'],
  'missing-comma': ['A comma is missing before this.', 'Put a comma between two values.'],
  'missing-colon': ['A colon is missing after the name of a field.', 'Write "name": value.'],
  'missing-value': ['A field has a name, but no value.', 'Write a value after the colon.'],
  'wrong-bracket': ['This bracket closes nothing that is open.', 'Pair { with }, and [ with ].'],
  comment: ['JSON has no comments.', 'Remove the comment.'],
  'single-quotes': ['Text stands in the wrong kind of quotes.', 'Use straight double quotes: "…".'],
  'curly-quotes': ['Text stands in typographic quotes.', 'Use straight double quotes: "…".'],
  'unquoted-key': ['The name of a field stands without quotes.', 'Write it as "name".'],
  'unknown-word': [
    'This word is not JSON.',
    'Use true, false, null, a number, or text in double quotes.',
  ],
  'bad-number': [
    'This is not a number as JSON writes it.',
    'Write 5, -0.5 or 1e9; a date in quotes.',
  ],
  'bad-escape': [
    'A backslash stands before a character that takes none.',
    'Write \\\\ for a backslash.',
  ],
  'control-in-string': [
    'A line break or another control character stands inside a text.',
    'Close the quotes on the same line, or write \\n for a line break.',
  ],
  'invisible-character': ['An invisible character stands between the values.', 'Remove it.'],
  'unexpected-character': ['This character has no meaning here.', 'Remove it, or quote the text.'],
  'text-after-end': ['Something follows after the end of the document.', 'Remove what follows.'],
}

/** The first fault of a JSON text; undefined when the text is sound. */
export function explainSyntax(text: string): SyntaxExplanation | undefined {
  const open: { step: string | number }[] = []
  const fault = scanJson(text, {
    key: (start, end) => {
      const top = open.at(-1)
      if (top) top.step = unquote(text.slice(start, end))
    },
    value: (_offset, kind) => {
      const top = open.at(-1)
      if (typeof top?.step === 'number') top.step += 1
      if (kind !== 'plain') open.push({ step: kind === 'array' ? -1 : '' })
    },
    leave: () => {
      open.pop()
    },
  })
  if (!fault) return undefined
  const [message, hint] = words[fault.code]
  return {
    ...placeAt(text, fault.offset),
    code: fault.code,
    message: messageFor(fault, message, text, open),
    hint,
    excerpt: excerptAt(text, fault.offset),
  }
}

function messageFor(
  fault: SyntaxFault,
  message: string,
  text: string,
  open: readonly { readonly step: string | number }[],
): string {
  if (fault.code === 'cut-off') {
    const path = pathOfEnd(text, open)
    return path === '' ? message : `The text ends inside ${path}.`
  }
  if (fault.code === 'invisible-character') {
    const code = text.codePointAt(fault.offset) ?? 0
    return `${message.slice(0, -1)} (U+${code.toString(16).toUpperCase().padStart(4, '0')}).`
  }
  return message
}

/** Where the text stops; after a comma that is the entry which does not follow. */
function pathOfEnd(text: string, open: readonly { readonly step: string | number }[]): string {
  const awaits = text.trimEnd().endsWith(',')
  // Brackets may be open by the thousand.
  const outer = open.slice(0, 8).map(({ step }) => step)
  const steps = outer.map((step, at) =>
    awaits && at === open.length - 1 && typeof step === 'number' ? step + 1 : step,
  )
  return formatPath(steps.filter((step) => step !== '' && step !== -1)).slice(0, 80)
}

const around = 40

function excerptAt(text: string, offset: number): string {
  // Of a text that ends in empty lines, show the last line that says something.
  const at = offset >= text.length ? text.trimEnd().length : offset
  const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const nextBreak = text.indexOf('\n', at)
  const lineEnd = nextBreak < 0 ? text.length : nextBreak
  const from = Math.max(lineStart, at - around)
  const line = text.slice(from, Math.min(lineEnd, at + around))
  const lead = from > lineStart ? '…' : ''
  const plain = (part: string): string => part.replaceAll(/[\p{C}\s]/gu, ' ')
  return `${lead}${plain(line).trimEnd()}\n${' '.repeat(lead.length + at - from)}^`
}
