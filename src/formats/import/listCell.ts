const companyEnding =
  /^(inc|llc|ltd|limited|co|corp|gmbh|ag|plc|s\.?a|s\.?r\.?l|b\.?v|jr|sr|ph\.?d)\.?$/i

/**
 * The sign that parts several names in one cell, told from the whole column: `;`, `|`, `、` or a line
 * break wherever one stands, a comma only where it parts names and not the words of one.
 */
export function separatorOf(cells: readonly string[], commas: 'always' | 'full-names'): RegExp {
  for (const sign of [';', '；', '|', '、', '\n']) {
    if (cells.some((cell) => cell.includes(sign))) return /[;；|、\n]/
  }
  const parted = cells.filter((cell) => /[,，]/.test(cell))
  const isList =
    commas === 'always' ||
    parted.every((cell) =>
      cell.split(/[,，]/).every((name) => /\S\s+\S|^\s*$|\p{Script=Han}/u.test(name)),
    )
  return isList && parted.length > 0 ? /[,，]/ : /\n/
}

/** The names in a cell, each once. `Acme, Inc.` stays one name. */
export function splitNames(cell: string, separator: RegExp): readonly string[] {
  const names: string[] = []
  for (const part of cell.split(separator)) {
    const name = part.trim()
    const last = names.at(-1)
    if (last !== undefined && companyEnding.test(name)) names[names.length - 1] = `${last}, ${name}`
    else if (name !== '' && !names.includes(name)) names.push(name)
  }
  return names
}
