import Papa from 'papaparse'
import type { Problem } from '#core/model/problem.ts'
import { startNotes } from './importNotes.ts'

export interface CsvRow {
  /** 1-based line of the file on which the row starts. */
  readonly line: number
  /** As many as there are columns, exactly as written. */
  readonly cells: readonly string[]
  /** Cells beyond the last column. */
  readonly extra: readonly string[]
}

export interface CsvTable {
  /** Names from the first row; "Column 3" where there is none. */
  readonly columns: readonly string[]
  /** All rows that hold anything. */
  readonly rows: readonly CsvRow[]
  readonly delimiter: string
  readonly problems: readonly Problem[]
}

/** What to know about a text that is no file of ours. */
interface TableOptions {
  /** Says of the first row whether it holds names; left out, it does. */
  readonly isHeader?: (cells: readonly string[]) => boolean
}

/**
 * Reads a table of values parted by commas, semicolons, tabs or bars, as spreadsheets write them, with
 * any line ends, a byte order mark, or Excel's `sep=;` in front. Never throws.
 */
export function readCsvTable(text: string, { isHeader }: TableOptions = {}): CsvTable {
  const notes = startNotes()
  // One kind of line end, so that the lines can be counted and a table of mixed ones holds together.
  const unified = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const declared = /^"?sep=(.)"?\n/i.exec(unified)
  const skipped = declared?.[0].length ?? 0
  const content = unified.slice(skipped)
  const delimiter = declared?.[1] ?? guessDelimiter(content)
  const { data, errors } = Papa.parse<string[]>(content, { delimiter, newline: '\n' })

  let line = skipped > 0 ? 2 : 1
  const lines: number[] = []
  const filled: { line: number; cells: string[] }[] = []
  for (const cells of data) {
    lines.push(line)
    if (cells.some((cell) => cell.trim() !== '')) {
      filled.push({ line, cells })
    }
    line += 1 + cells.reduce((breaks, cell) => breaks + countBreaks(cell), 0)
  }
  for (const { type, row, message } of errors) {
    if (type !== 'Quotes') continue
    notes.report(
      'warning',
      'import-quotes',
      `A quotation mark is out of place: ${message.toLowerCase()}.`,
      'Double the quotation marks inside of a cell. The rows from here on may run into each other.',
      { line: lines[row ?? 0] },
    )
  }

  const [first] = filled
  const named = first !== undefined && (isHeader?.(first.cells) ?? true)
  const body = named ? filled.slice(1) : filled
  // Sheets often end in columns without any name or value.
  const width = named
    ? lastFilled(first.cells) + 1
    : Math.max(0, ...filled.slice(0, 100).map(({ cells }) => lastFilled(cells) + 1))
  const columns = Array.from({ length: width }, (_, index) => {
    const name = named ? first.cells[index]?.trim() : undefined
    return name === undefined || name === '' ? `Column ${String(index + 1)}` : name
  })
  const rows = body.map(({ line, cells }): CsvRow => {
    const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
    return { line, cells: Array.from(columns, (_, index) => cells[index] ?? ''), extra }
  })
  return { columns, rows, delimiter, problems: notes.finish() }
}

/**
 * The sign that cuts most of the first rows into as many cells as the first of all. (The parser's own
 * guess gives up over blank lines and rows of one cell, which real tables have.)
 */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', share: 0, width: 1 }
  for (const delimiter of [',', '\t', ';', '|']) {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      preview: 30,
      skipEmptyLines: true,
    })
    const width = data[0]?.length ?? 1
    const share = data.filter((cells) => cells.length === width).length / Math.max(1, data.length)
    const isBetter = share > best.share || (share === best.share && width > best.width)
    if (width > 1 && isBetter) best = { delimiter, share, width }
  }
  return best.delimiter
}

function countBreaks(text: string): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks += 1
  return breaks
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '')
}
