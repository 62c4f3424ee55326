/**
 * Draws the rows of scripts/dateRows.mjs to docs/dates/, and writes the table of docs/dates.md around
 * them. The drawings are what `throughline render` makes of a document with that one event.
 * Run: node scripts/dateDrawings.mjs. A test says when they are out of date.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { dateRows } from './dateRows.mjs'

const folder = 'docs/dates'
const page = 'docs/dates.md'
const opening = '<!-- Written by scripts/dateDrawings.mjs from scripts/dateRows.mjs. -->'
const closing = '<!-- That was all. -->'

/** A view is kept within what there is, so something has to be far outside of all ranges. */
const faraway = ['Y-16000000000', 'Y1000000000'].map((date) => ({ date, title: date }))

/** What has to be in the files, by their names. */
export async function makeDrawings() {
  const { run, formatDate, parseDate, english, chinese } = await loadCode()
  const scratch = mkdtempSync(join(tmpdir(), 'dates-'))
  const files = new Map()
  const lines = ['| EDTF | means | drawn | English | 中文 |', '|---|---|---|---|---|']
  for (const { name, edtf, means, range } of dateRows) {
    const { date } = parseDate(edtf)
    const words = formatDate(date, english, 'long')
    const file = join(scratch, 'timeline.json')
    const events = [{ date: edtf, title: words }, ...faraway]
    writeFileSync(file, JSON.stringify({ version: 1, title: edtf, events }))
    files.set(`${folder}/${name}.svg`, await render(run, file, range))
    const image = `![${words}, drawn](dates/${name}.svg)`
    const inChinese = formatDate(date, chinese, 'long')
    lines.push(`| \`${edtf}\` | ${means} | ${image} | ${words} | ${inChinese} |`)
  }
  rmSync(scratch, { recursive: true })
  files.set(page, withTable(readFileSync(page, 'utf8'), lines.join('\n')))
  return files
}

/** Files of ours that are not what they have to be, and drawings that belong to no row. */
export async function staleDrawings() {
  const files = await makeDrawings()
  const stale = [...files].filter(([file, content]) => readOrNothing(file) !== content)
  const extra = readdirSync(folder).filter((name) => !files.has(`${folder}/${name}`))
  return [...stale.map(([file]) => file), ...extra]
}

async function render(run, file, range) {
  let svg = ''
  const context = {
    out: (text) => {
      svg += text
    },
    talk: (line) => {
      throw new Error(line)
    },
    home: new URL('..', import.meta.url),
  }
  const state = `range=${range}&theme=light&lang=en`
  const code = await run(['render', file, '--size', '400x112', '--state', state], context)
  if (code !== 0) throw new Error(`${range}: exit code ${code}`)
  return `${svg.trimEnd()}\n`
}

/** Node 20 runs no TypeScript: Vite builds what we need. */
async function loadCode() {
  const outDir = resolve('.cache/dateDrawings')
  const input = {
    run: 'src/cli/run.ts',
    formatDate: 'src/core/time/formatDate.ts',
    parseDate: 'src/core/time/parseDate.ts',
    english: 'src/i18n/dateWords.en.ts',
    chinese: 'src/i18n/dateWords.zh-Hans.ts',
  }
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
  })
  const load = (name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href)
  const [{ run }, { formatDate }, { parseDate }, english, chinese] = await Promise.all(
    Object.keys(input).map(load),
  )
  return {
    run,
    formatDate,
    parseDate,
    english: english.dateWords,
    chinese: chinese.dateWords,
  }
}

function withTable(text, table) {
  const start = text.indexOf(opening)
  const end = text.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`${page} has lost its marks`)
  return `${text.slice(0, start + opening.length)}\n\n${table}\n\n${text.slice(end)}`
}

function readOrNothing(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(folder, { recursive: true })
  const files = await makeDrawings()
  for (const [file, content] of files) writeFileSync(file, content)
  for (const name of readdirSync(folder)) {
    if (!files.has(`${folder}/${name}`)) rmSync(join(folder, name))
  }
}
