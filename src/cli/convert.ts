import type { TimelineDocument } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import type { Format } from '#formats/import/detectFormat.ts'
import { type FileToImport, importFile, type ImportedFile } from '#formats/import/importFile.ts'
import { loadWords } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { decodeForeign } from '#loading/decodeForeign.ts'
import { mappingFor, mappingLine } from './columnMap.ts'
import type { Context, ExitCode } from './context.ts'
import { readBytes, shownName, standard, writeResult } from './files.ts'
import { type Finding, findingLine, tally, tallyLine } from './findings.ts'
import { readTimeline } from './readTimeline.ts'
import { meant, onlyFile, type Options, seeHelp, textOption, UsageError } from './usage.ts'

const targets = ['json', 'csv', 'knightlab', 'ics'] as const
type Target = (typeof targets)[number]

/** By the names that `--from` takes. */
const sources: Readonly<Record<string, Format>> = {
  json: 'throughline',
  throughline: 'throughline',
  timelinejs: 'timelinejs',
  knightlab: 'knightlab-csv',
  csv: 'csv',
  ics: 'ics',
  vis: 'vis',
  markdown: 'markdown',
}

/** A document that came from a file: as JSON where it was somebody else's, and what was found. */
interface Converted {
  readonly json: unknown
  readonly document: TimelineDocument | undefined
  readonly findings: readonly Finding[]
}

/** `throughline convert`. What the target cannot hold is told like every other finding. */
export async function convert(
  files: readonly string[],
  options: Options,
  context: Context,
): Promise<ExitCode> {
  const file = onlyFile(files, 'convert')
  const out = textOption(options, 'out') ?? standard
  const to = targetOf(textOption(options, 'to'), out)
  const asked = importOptions(file, options)

  const bytes = await readBytes(file)
  const { json, document, findings } = await read(bytes, asked, options, context)
  const told = (finding: Finding): void => context.talk(findingLine(shownName(file), finding))
  for (const finding of findings) told(finding)
  if (document === undefined) return 1
  context.talk(`${shownName(file)}: ${tallyLine(document.events.length, tally(findings))}`)

  const { text, problems } = await write(document, json, to)
  for (const problem of problems) told(problem)
  await writeResult(out, text, context)
  return tally([...findings, ...problems]).errors > 0 ? 1 : 0
}

function targetOf(to: string | undefined, out: string): Target | undefined {
  const ending = out === standard ? undefined : /\.(\w+)$/.exec(out)?.[1]?.toLowerCase()
  const named = to ?? ending
  const target = targets.find((known) => known === named)
  if (target !== undefined || named === undefined) return target
  const hint = `Known are ${targets.join(', ')}.`
  throw to === undefined
    ? new UsageError(`${out}: its ending does not say what to write.`, `Use --to. ${hint}`)
    : new UsageError(`--to ${to} is not known.`, hint)
}

function importOptions(file: string, options: Options): Omit<FileToImport, 'text'> {
  const from = textOption(options, 'from')
  const format = from === undefined ? undefined : sources[from.toLowerCase()]
  if (from !== undefined && format === undefined) {
    const names = Object.keys(sources)
    throw new UsageError(
      `--from ${from} is not known.`,
      meant(from, names) ?? `Known are ${names.join(', ')}.`,
    )
  }
  const order = textOption(options, 'date-order')
  if (order !== undefined && order !== 'day-first' && order !== 'month-first') {
    throw new UsageError(`--date-order ${order} is not known.`, 'It is day-first or month-first.')
  }
  return {
    name: file,
    ...(format !== undefined && { format }),
    ...(order !== undefined && { dateOrder: order }),
  }
}

async function read(
  bytes: Uint8Array,
  asked: Omit<FileToImport, 'text'>,
  options: Options,
  context: Context,
): Promise<Converted> {
  const map = textOption(options, 'map')
  // Whoever names columns says that it is a table.
  const format = asked.format ?? (map === undefined ? undefined : ('csv' as const))
  const file: FileToImport = {
    ...asked,
    text: decodeForeign(bytes),
    ...(format !== undefined && { format }),
  }
  let result: ImportedFile = await importFile(file)
  if ('needsMapping' in result) {
    const mapping = mappingFor(result.needsMapping, map)
    if (map === undefined) context.talk(mappingLine(result.needsMapping, mapping))
    result = await importFile({ ...file, mapping })
  } else if (map !== undefined) {
    throw new UsageError('--map: what the columns of this file mean is known.', seeHelp('convert'))
  }
  if ('imported' in result) return readImported(result.imported.json, result.imported.problems)
  if (result.format === 'throughline') {
    return { json: undefined, ...(await readTimeline(bytes)) }
  }
  const hint = 'hint' in result ? result.hint : ''
  const unknown = { code: 'import-unknown', severity: 'fatal', path: '' } as const
  const message = 'The file holds no timeline that is known here.'
  return { json: undefined, document: undefined, findings: [{ ...unknown, message, hint }] }
}

/** What an importer made is read like any other document; what is wrong then has no line of its own. */
function readImported(json: unknown, problems: readonly Finding[]): Converted {
  const reading = readDocument(json)
  const later = reading.problems.map((problem) => ({
    ...problem,
    message: problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`,
  }))
  return { json, document: reading.document, findings: [...problems, ...later] }
}

interface Written {
  readonly text: string
  readonly problems: readonly Finding[]
}

async function write(
  document: TimelineDocument,
  json: unknown,
  to: Target | undefined,
): Promise<Written> {
  switch (to) {
    case 'csv':
      return (await import('#formats/export/csv.ts')).exportCsv(document)
    case 'knightlab': {
      const { exportKnightLabCsv } = await import('#formats/export/knightLabCsv.ts')
      const { dateWords } = await loadWords(chooseLocale([document.language]))
      return exportKnightLabCsv(document, dateWords)
    }
    case 'ics':
      return (await import('#formats/export/ics.ts')).exportIcs(document)
    default:
      if (json === undefined) {
        throw new UsageError(
          'This is a document already.',
          'Say what to make of it: --to csv, or --to ics.',
        )
      }
      return { text: `${JSON.stringify(json, undefined, 2)}\n`, problems: [] }
  }
}
