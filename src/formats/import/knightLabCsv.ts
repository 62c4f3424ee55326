import { type CsvRow, type CsvTable, readCsvTable } from './csvTable.ts'
import type { ForeignParts } from './foreignDate.ts'
import { type ImportNotes, type Spot, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import { type KnightLabColumn, knightLabColumns } from './knightLabColumns.ts'
import { readTimeOfDay } from './readTimeOfDay.ts'
import { noMedia, type Slide, type SlideDate, type SlideMedia } from './slide.ts'
import { slidesToDocument } from './slidesToDocument.ts'

/**
 * Reads a table with the columns of Knight Lab's spreadsheet for TimelineJS: those of today, and those
 * of its first version. Columns that it does not know become details. Never throws; lines in problems
 * are those of the file, also after cells with line breaks.
 */
export function importKnightLabCsv(source: string | CsvTable): Imported {
  const table = typeof source === 'string' ? readCsvTable(source) : source
  const notes = startNotes()
  const columns = knightLabColumns(table.columns)
  if (columns[0] === 'year' && /^Column 1$/.test(table.columns[0] ?? '')) {
    const message = 'The first column has no name.'
    notes.report('note', 'import-date-guessed', message, 'It was read as "Year".', { line: 1 })
  }
  let title: Slide | undefined
  const slides: Slide[] = []
  const eras: Slide[] = []
  for (const row of table.rows) {
    const slide = slideOf(row, table.columns, columns, notes)
    const type = cellOf(row, columns, 'type').toLowerCase()
    if (type === 'era') eras.push(slide)
    else if (type === 'title' && title === undefined) title = slide
    else {
      slides.push(slide)
      if (type === 'title') {
        const message = 'There is a title already.'
        const hint = 'This row was read as an event.'
        notes.report('warning', 'import-repeats', message, hint, slide.spot('type'))
      } else if (type !== '' && type !== 'event')
        notes.lose(`The type "${type}" of a row`, slide.spot('type'))
    }
  }
  const { json, problems } = slidesToDocument({ title, slides, eras }, notes)
  return { json, problems: [...table.problems, ...problems] }
}

function cellOf(
  row: CsvRow,
  columns: readonly (KnightLabColumn | undefined)[],
  column: KnightLabColumn,
): string {
  return row.cells[columns.indexOf(column)]?.trim() ?? ''
}

function slideOf(
  row: CsvRow,
  names: readonly string[],
  columns: readonly (KnightLabColumn | undefined)[],
  notes: ImportNotes,
): Slide {
  const cell = (column: KnightLabColumn): string => cellOf(row, columns, column)
  const spot = (field?: string): Spot => {
    const column = columnOf(field)
    const name = column === undefined ? undefined : names[columns.indexOf(column)]
    return {
      line: row.line,
      ...(name === undefined ? {} : { path: `column ${JSON.stringify(name)}` }),
    }
  }
  if (cell('mediaThumbnail') !== '') notes.lose('A thumbnail', spot('mediaThumbnail'))
  const { picture, color } = backgroundOf(cell('background'))
  if (color !== '' || cell('backgroundColor') !== '') {
    notes.lose('A colour behind a slide', spot(color === '' ? 'backgroundColor' : 'background'))
  }
  const media: SlideMedia = {
    ...noMedia,
    url: cell('media'),
    caption: cell('mediaCaption'),
    credit: cell('mediaCredit'),
    alt: cell('mediaAlt'),
  }
  const unknown = names.flatMap((label, at) => {
    const value = row.cells[at]?.trim() ?? ''
    return columns[at] === undefined && value !== '' ? [{ label, value }] : []
  })
  const extra = row.extra.map((value, at) => ({
    label: `Column ${String(names.length + at + 1)}`,
    value,
  }))
  if (extra.length > 0) {
    const message = `The row has ${String(names.length + extra.length)} cells, and there are ${String(names.length)} columns.`
    notes.report('warning', 'import-cells-extra', message, 'The rest was kept as details.', {
      line: row.line,
    })
  }
  return {
    spot,
    id: cell('id'),
    start: dateOf(cell('startDate'), {
      year: cell('year'),
      month: cell('month'),
      day: cell('day'),
      ...timeOf(cell('time'), 'time', spot, notes),
    }),
    end: dateOf(cell('endDate'), {
      year: cell('endYear'),
      month: cell('endMonth'),
      day: cell('endDay'),
      ...timeOf(cell('endTime'), 'endTime', spot, notes),
    }),
    displayDate: cell('displayDate'),
    headline: cell('headline'),
    text: cell('text'),
    group: cell('group'),
    media,
    background: { ...noMedia, url: cell('backgroundUrl') || picture },
    autolink: true,
    details: [...unknown, ...extra],
  }
}

/** The column that a field of a slide comes from. */
function columnOf(field: string | undefined): KnightLabColumn | undefined {
  const columns: Readonly<Record<string, KnightLabColumn>> = {
    start: 'year',
    end: 'endYear',
    display_date: 'displayDate',
    headline: 'headline',
    text: 'text',
    media: 'media',
    background: 'background',
    backgroundColor: 'backgroundColor',
    mediaThumbnail: 'mediaThumbnail',
    type: 'type',
    time: 'time',
    endTime: 'endTime',
  }
  return field === undefined ? undefined : columns[field]
}

/** Sheets of the first version have dates in one cell. */
function dateOf(text: string, parts: ForeignParts): SlideDate {
  return text === '' ? parts : { text }
}

function timeOf(
  text: string,
  column: 'time' | 'endTime',
  spot: Slide['spot'],
  notes: ImportNotes,
): ForeignParts {
  if (text === '') return {}
  const time = readTimeOfDay(text)
  if (time !== undefined) return time
  const message = `The time ${JSON.stringify(text.slice(0, 80))} cannot be read.`
  const hint = 'Expected a time such as 18:30 or 6:30 PM. The date was kept without it.'
  notes.report('warning', 'import-date-part', message, hint, spot(column))
  return {}
}

/** An address, or a colour: TimelineJS tells them apart by their first letters. */
function backgroundOf(text: string): { readonly picture: string; readonly color: string } {
  return /^(?:https?:)?\/\/?/i.test(text)
    ? { picture: text, color: '' }
    : { picture: '', color: text }
}
