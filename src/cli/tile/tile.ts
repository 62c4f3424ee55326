import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rmdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'

import type { DocumentHead } from '#core/model/document.ts'
import { readHeadOf } from '#core/tiles/readPart.ts'
import { tileLimits } from '#core/tiles/tileText.ts'
import { type Context, type ExitCode, visible } from '#cli/context.ts'
import { readBytes } from '#cli/files.ts'
import { findingLine } from '#cli/findings.ts'
import { readTimeline } from '#cli/readTimeline.ts'
import { type Options, seeHelp, textOption, UsageError } from '#cli/usage.ts'
import { addDocument } from './addDocument.ts'
import { cutEvents } from './cutEvents.ts'
import { type Database, openDatabase } from './database.ts'
import { readLines, readRows } from './readRows.ts'
import { columnOptions, readTable } from './readTable.ts'
import { collectFindings, type TileFindings } from './tileFindings.ts'

type Kind = 'document' | 'lines' | 'csv' | 'parquet'

const kinds: Readonly<Record<string, Kind>> = {
  '.json': 'document',
  '.ndjson': 'lines',
  '.jsonl': 'lines',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.parquet': 'parquet',
}

/** `throughline tile`. All is made in a folder beside DIR, which takes its name when it is whole. */
export async function tile(
  files: readonly string[],
  options: Options,
  context: Context,
): Promise<ExitCode> {
  const kind = await kindOf(files)
  const out = await freeFolder(textOption(options, 'out'))
  const work = await mkdtemp(join(dirname(out), `.${basename(out)}-`))
  const leave = (): never => {
    rmSync(work, { recursive: true, force: true })
    // As a shell says that somebody broke it off.
    process.exit(130)
  }
  process.once('SIGINT', leave).once('SIGTERM', leave)
  try {
    const database = await openDatabase(work)
    try {
      return await cutInto(database, { kind, files, out, work, options, context })
    } finally {
      database.close()
    }
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave)
    await rm(work, { recursive: true, force: true })
  }
}

interface Job {
  readonly kind: Kind
  readonly files: readonly string[]
  readonly out: string
  /** A folder that is taken away at the end. */
  readonly work: string
  readonly options: Options
  readonly context: Context
}

async function cutInto(database: Database, job: Job): Promise<ExitCode> {
  const { out, work, context } = job
  const findings = collectFindings()
  const head = await readInto(database, job, findings)
  await tell(database, job, findings)
  if (head === undefined) return 1
  const set = join(work, 'set')
  await mkdir(set)
  const cut = await cutEvents(database, head, set, tileLimits, context.talk)
  // On some systems nothing takes the place of a folder, not even of an empty one.
  await rmdir(out).catch(() => {})
  await rename(set, out)
  const megabytes = (cut.bytes / 1e6).toFixed(1)
  const kilobytes = Math.ceil(cut.largest / 1e3)
  context.talk(
    `${out}: ${cut.events} events in ${cut.files} tiles of ${cut.levels} levels, ${megabytes} MB; the largest has ${kilobytes} kB.`,
  )
  return findings.errors() > 0 ? 1 : 0
}

/** Fills the table `events`; undefined where there is no timeline in the files. */
async function readInto(
  database: Database,
  { kind, files, options, context }: Job,
  findings: TileFindings,
): Promise<DocumentHead | undefined> {
  const [file = ''] = files
  const given = textOption(options, 'title-of-timeline')
  if (kind === 'document') {
    const reading = await readTimeline(await readBytes(file))
    for (const finding of reading.findings) findings.add(finding)
    if (reading.document === undefined) return undefined
    await addDocument(database, reading.document)
    const { events: _events, ...head } = reading.document
    return given === undefined ? head : { ...head, title: given }
  }
  const named =
    given ??
    basename(file, extname(file))
      .replaceAll(/[_\s]+/g, ' ')
      .trim()
  if (kind === 'lines') {
    const line = await readLines(database, files)
    const json: unknown = line === undefined ? {} : JSON.parse(line)
    const head = readHeadOf({ title: named, ...Object(json), ...(given && { title: given }) })
    return head && readRows(database, head, {}, findings, context.talk)
  }
  const order = textOption(options, 'date-order')
  if (order !== undefined && order !== 'day-first' && order !== 'month-first') {
    throw new UsageError(`--date-order ${order} is not known.`, 'It is day-first or month-first.')
  }
  const asked = Object.entries(columnOptions).flatMap(([role, option]) => {
    const column = textOption(options, option)
    return column === undefined ? [] : [[role, column] as const]
  })
  const texts = await readTable(
    database,
    { kind, files, columns: Object.fromEntries(asked), dateOrder: order },
    (line) => context.talk(visible(line)),
  )
  const head = readHeadOf({ title: named })
  return head && readRows(database, head, texts, findings, context.talk)
}

/** Says what was found, with its file and line where these are known. */
async function tell(database: Database, { kind, files, context }: Job, findings: TileFindings) {
  const all = findings.all()
  const [file = ''] = files
  const starts =
    kind === 'lines' && all.length > 0
      ? await database.all(
          'SELECT filename, min(rowid) AS first FROM lines GROUP BY filename ORDER BY first',
        )
      : []
  for (const { finding, place } of all) {
    const start = starts.findLast(([, first]) => place !== undefined && Number(first) <= place)
    if (start === undefined || place === undefined) {
      context.talk(findingLine(file, finding))
    } else {
      const line = place - Number(start[1]) + 1
      context.talk(findingLine(String(start[0]), { ...finding, line }))
    }
  }
}

async function kindOf(files: readonly string[]): Promise<Kind> {
  if (files.length === 0) throw new UsageError('No file was given.', seeHelp('tile'))
  const found = new Set<Kind>()
  for (const file of files) {
    const kind = kinds[extname(file).toLowerCase()]
    if (kind === undefined) {
      throw new UsageError(
        `${file}: its ending does not say what it is.`,
        `Known are ${Object.keys(kinds).join(', ')}.`,
      )
    }
    const info = await stat(file).catch(() => undefined)
    if (info?.isFile() !== true) throw new UsageError(`${file}: There is no such file.`)
    found.add(kind)
  }
  const [kind, other] = found
  if (kind === undefined || other !== undefined) {
    throw new UsageError('The files are of different kinds.', 'Give those of one kind.')
  }
  if (kind === 'document' && files.length > 1) {
    throw new UsageError('One document at a time.', 'Events in several files are NDJSON: .ndjson.')
  }
  return kind
}

/** A folder that is not there yet, or is empty: nobody's files are mixed with ours, or taken away. */
async function freeFolder(name: string | undefined): Promise<string> {
  if (name === undefined || name === '') {
    throw new UsageError('Where to? No folder was given.', 'Write -o DIR.')
  }
  const folder = resolve(name)
  const there = await readdir(folder).catch((error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : undefined,
  )
  if (there === undefined) throw new UsageError(`${name}: This is not a folder.`)
  if (there.length > 0) {
    throw new UsageError(`${name}: This folder is not empty.`, 'Name one that is not there yet.')
  }
  await mkdir(dirname(folder), { recursive: true })
  return folder
}
