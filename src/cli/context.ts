/** What a command has around it. */
export interface Context {
  /** Results, to standard output, as they are. */
  readonly out: (text: string | Uint8Array) => void
  /** A line of talk, to standard error. */
  readonly talk: (line: string) => void
  /** The folder of the package: its files lie there. */
  readonly home: URL
}

/** 0 done, 1 the input has errors, 2 wrong usage, or a file that cannot be read or written. */
export type ExitCode = 0 | 1 | 2

/** What a terminal obeys, or what turns the direction of the text around it, made visible. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
