/** What is known of a file before its bytes are read. */
export interface SourceHints {
  /** Of a file that has no title of its own: the name of the file. */
  readonly title: string
  /** The name or the server calls it one event a line. */
  readonly isLines: boolean
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
  const isLines = /\.(ndjson|jsonl)$/i.test(file) || /ndjson|jsonl|json-seq/i.test(type ?? '')
  const words = decoded(file)
    .replace(/\.\w{1,8}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  return { title: words === '' ? '(untitled)' : words, isLines, expected }
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}
