import type { Problem } from '#core/model/problem.ts'

/**
 * Problems as plain text, one a line, as compilers write them and editors read them:
 * `file:line:column: severity code message (hint)`.
 *
 * @param warnings sentences about the address of the page, which stand first
 */
export function problemLines(
  file: string,
  problems: readonly Problem[],
  warnings: readonly string[] = [],
): string {
  const lines = problems.map(({ line, column, severity, code, path, message, hint }) => {
    const place = line === undefined ? path : `${String(line)}:${String(column ?? 1)}`
    const head = [file, place].filter((part) => part !== '').join(':')
    return `${head}: ${severity} ${code} ${message}${hint === '' ? '' : ` (${hint})`}`
  })
  return [...warnings.map((warning) => `note ${warning}`), ...lines].join('\n')
}
