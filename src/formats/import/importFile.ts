import type { CsvMapping, CsvQuestion } from './csvMapping.ts'
import { detectFormat, type Format, isZip } from './detectFormat.ts'
import type { Imported } from './imported.ts'
import type { DateOrder } from './looseDate.ts'

export { detectFormat, type Format }

/** A file by its name and text, and what the person who gave it has said about it. */
export interface FileToImport {
  readonly name: string
  readonly text: string
  /** Left out: what `detectFormat` says. */
  readonly format?: Format
  /** For a table: which column means what. Left out, it is asked for unless the columns are ours. */
  readonly mapping?: CsvMapping
  /** What `03/04/2018` means, for files that do not tell. */
  readonly dateOrder?: DateOrder
}

export type ImportedFile =
  | {
      readonly format: Exclude<Format, 'throughline' | 'unknown'>
      readonly imported: Imported
    }
  /** A table whose columns somebody has to name: call again with `mapping`. */
  | { readonly format: 'csv'; readonly needsMapping: CsvQuestion }
  /**
   * `throughline`: the text is a document already; read it as one, so that problems keep their lines.
   * `unknown`: no timeline that we can read. `hint` says what to do, in one English sentence.
   */
  | { readonly format: 'throughline' | 'unknown'; readonly hint: string }

/** Rows that a guess is made from, and a preview shows. */
const sampleRows = 50

/**
 * Makes a document of somebody else's file. Each importer is fetched when it is first needed. A timeline
 * without a title of its own is called by the name of its file.
 */
export async function importFile(file: FileToImport): Promise<ImportedFile> {
  const result = await importAs(file)
  return 'imported' in result ? { ...result, imported: titled(result.imported, file.name) } : result
}

function titled(imported: Imported, name: string): Imported {
  const { title } = imported.json
  const words = name
    .replace(/[?#].*$/s, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/\.\w{1,8}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  const isUntitled =
    title === undefined || (typeof title === 'string' && /^\(?untitled\b/i.test(title))
  if (!isUntitled || words === '' || words === '-') return imported
  return { ...imported, json: { ...imported.json, title: words } }
}

async function importAs(file: FileToImport): Promise<ImportedFile> {
  const { name, text } = file
  const format = file.format ?? detectFormat(name, text)
  switch (format) {
    case 'throughline':
      return { format, hint: 'This is a document of ours: read it as it is.' }
    case 'unknown':
      return { format, hint: hintFor(text) }
    case 'csv':
      return importAnyCsv(file)
    case 'timelinejs': {
      const { importTimelineJs } = await import('./timelineJs.ts')
      return { format, imported: importTimelineJs(text) }
    }
    case 'knightlab-csv': {
      const { importKnightLabCsv } = await import('./knightLabCsv.ts')
      return { format, imported: importKnightLabCsv(text) }
    }
    case 'vis': {
      const { importVis } = await import('./vis.ts')
      return { format, imported: importVis(text) }
    }
    case 'ics': {
      const { importIcs } = await import('./ics.ts')
      return { format, imported: importIcs(text) }
    }
    case 'markdown': {
      const { importMarkdown } = await import('./markdownList.ts')
      return { format, imported: importMarkdown(text, orderOption(file)) }
    }
  }
}

function orderOption({ dateOrder }: FileToImport): { readonly dateOrder?: DateOrder } {
  return dateOrder === undefined ? {} : { dateOrder }
}

async function importAnyCsv(file: FileToImport): Promise<ImportedFile> {
  const { text, mapping } = file
  const { importTable, readTableOfEvents } = await import('./csv.ts')
  const table = readTableOfEvents(text)
  const options = orderOption(file)
  if (mapping !== undefined) {
    return { format: 'csv', imported: importTable(table, mapping, options) }
  }
  const { isOwnTable } = await import('./ownColumns.ts')
  if (isOwnTable(table.columns)) {
    const { importOwnCsv } = await import('./ownCsv.ts')
    return { format: 'csv', imported: importOwnCsv(table, options) }
  }
  const { guessMapping } = await import('./guessMapping.ts')
  const sample = table.rows.slice(0, sampleRows).map(({ cells }) => cells)
  const guess = guessMapping(table.columns, sample)
  return { format: 'csv', needsMapping: { columns: table.columns, guess, sample } }
}

function hintFor(text: string): string {
  const start = text.trimStart().slice(0, 100)
  if (start === '') return 'The file is empty.'
  if (isZip(start)) {
    return 'This looks like a workbook or an archive: save the sheet as CSV, and give that.'
  }
  if (/^<(!doctype|html)/i.test(start)) {
    return 'This is a web page: give the file that it shows, not the page around it.'
  }
  return 'Known are documents of ours, TimelineJS JSON, CSV, iCalendar, vis-timeline and Markdown lists with dates.'
}
