/** A file of SQL, by the names of its steps: each is a list of statements. */
export type Steps = Readonly<Record<string, readonly string[]>>

/** Reads `-- step: name` lines, and the statements between them. */
export function stepsOf(sql: string): Steps {
  const steps: Record<string, readonly string[]> = {}
  for (const part of sql.split(/^-- step: /m).slice(1)) {
    const [name = '', ...lines] = part.split('\n')
    const code = lines.filter((line) => !line.startsWith('--')).join('\n')
    steps[name.trim()] = code.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  }
  return steps
}

/** The statements of a step, with `$name` replaced by a number, a text or a list of texts. */
export function fill(
  steps: Steps,
  name: string,
  values: Readonly<Record<string, number | string | readonly string[]>> = {},
): readonly string[] {
  return (steps[name] ?? []).map((statement) =>
    statement.replaceAll(/\$([a-z]+)/g, (whole, key: string) => {
      const value = values[key]
      if (value === undefined) throw new Error(`${name} wants ${whole}.`)
      if (typeof value === 'number') return numberText(value)
      return typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`
    }),
  )
}

/** As a literal that is read as the same float64. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : `CAST('${value}' AS DOUBLE)`
}

/** Text as a literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The name of a column as SQL writes it. */
export function columnName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
