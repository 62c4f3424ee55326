/** What is known of a file before its bytes are read. */
export interface SourceHints {
  /** Its name or address. */
  readonly name: string
  /** Of a file that has no title of its own: its name, as words. */
  readonly title: string
  /** The name or the server calls it one event a line. */
  readonly isLines: boolean
  /** The name or the server calls it a table. */
  readonly isTable: boolean
  /** How many bytes are to come; undefined where nobody says. */
  readonly expected: number | undefined
}

/** From the name or address of a file, and its media type. */
export function hintsOf(
  name: string,
  type: string | null,
  expected: number | undefined,
): SourceHints {
  const file = name.replace(/[?#].*$/s, '').replace(/^.*[/\\]/s, '')
  const says = (ending: RegExp, media: RegExp): boolean =>
    ending.test(file) || media.test(type ?? '')
  const words = decoded(file)
    .replace(/\.\w{1,8}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  return {
    name,
    title: words === '' ? '(untitled)' : words,
    isLines: says(/\.(ndjson|jsonl)$/i, /\b(x-)?(ndjson|jsonl|jsonlines)\b/i),
    isTable: says(/\.(csv|tsv)$/i, /\b(csv|tab-separated-values)\b/i),
    expected,
  }
}

/** Names in addresses have their blanks as `%20`. */
function decoded(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}
