/**
 * Weighs the build against sizeBudget.mjs, and checks that what should arrive on demand does.
 * Run after the build: node scripts/checkSize.mjs. Prints a table; exits 1 when anything is over.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { onDemandOnly, sizeBudget } from './sizeBudget.mjs'

/**
 * @typedef {{fileName: string, isEntry: boolean, imports: string[], modules: string[]}} Chunk
 *   as the build leaves them in .cache/chunks.json; names are relative to dist, modules to the root
 */

/** The chunks that a page fetches for `files`: these, and what they import statically. */
export function firstLoadChunks(chunks, files) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set(files.filter((file) => byName.has(file)))
  // A set visits what is added to it while it is walked.
  for (const file of found) byName.get(file)?.imports.forEach((name) => found.add(name))
  return chunks.filter((chunk) => found.has(chunk.fileName))
}

/** One sentence for each source file that should arrive on demand and is in `chunks`. */
export function findEager(chunks, rules = onDemandOnly) {
  return chunks.flatMap((chunk) =>
    chunk.modules.flatMap((module) =>
      rules
        .filter((rule) => rule.pattern.test(module))
        .map((rule) => `${module} (${rule.name}) is in the first load, in ${chunk.fileName}`),
    ),
  )
}

/** The name of a chunk without folder, hash and ending. */
export function chunkName(fileName) {
  return basename(fileName).replace(/-[\w-]{8}\.(?:js|css)$/, '')
}

/** @returns {number} kB of 1000 bytes, gzipped */
function weigh(fileName) {
  return gzipSync(readFileSync(`dist/${fileName}`), { level: 9 }).length / 1000
}

/** The same of the embed page, without what the document puts into it. */
function weighEmbed(fileName) {
  const page = readFileSync(fileName, 'utf8')
    .replace(/<noscript>.*?<\/noscript>/s, '')
    .replace(/<script type="application\/json".*?<\/script>/s, '')
  return gzipSync(page, { level: 9 }).length / 1000
}

function main() {
  if (!existsSync('.cache/chunks.json')) {
    console.error('There is nothing to weigh yet: npm run build')
    process.exitCode = 1
    return
  }
  const chunks = JSON.parse(readFileSync('.cache/chunks.json', 'utf8')).map((chunk) => ({
    ...chunk,
    modules: chunk.modules.map((module) => relative('.', module).split(sep).join('/')),
  }))
  const html = readFileSync('dist/index.html', 'utf8')
  const named = Array.from(html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g), (m) => m[1])
  const first = firstLoadChunks(chunks, named)
  const eager = new Set([...named, ...first.map((chunk) => chunk.fileName)])
  const files = readdirSync('dist/assets')
    .filter((file) => /\.(?:js|css)$/.test(file))
    .map((file) => `assets/${file}`)

  const offences = findEager(first)
  let total = 0
  for (const file of [...eager, ...files.filter((name) => !eager.has(name))]) {
    const size = weigh(file)
    if (eager.has(file)) total += size
    const budget = eager.has(file)
      ? undefined
      : (sizeBudget.lazyChunks[chunkName(file)] ?? sizeBudget.lazyChunk)
    const when = eager.has(file) ? 'first load' : `on demand, at most ${budget}`
    console.log(`${size.toFixed(1).padStart(7)} kB  ${file}  (${when})`)
    if (budget !== undefined && size > budget) offences.push(`${file} is over ${budget} kB`)
  }
  console.log(`${total.toFixed(1).padStart(7)} kB  first load, of ${sizeBudget.firstLoad} allowed`)
  if (total > sizeBudget.firstLoad) offences.push(`first load is over ${sizeBudget.firstLoad} kB`)
  for (const [file, budget] of Object.entries(sizeBudget.scripts)) {
    const size = existsSync(`dist/${file}`) ? weigh(file) : Infinity
    console.log(`${size.toFixed(1).padStart(7)} kB  ${file}  (alone, at most ${budget})`)
    if (size > budget) offences.push(`${file} is missing or over ${budget} kB`)
  }
  const embed = existsSync('dist/embed.html') ? weighEmbed('dist/embed.html') : Infinity
  console.log(
    `${embed.toFixed(1).padStart(7)} kB  embed.html without its document, of ${sizeBudget.embedPage} allowed`,
  )
  if (embed > sizeBudget.embedPage) {
    offences.push(`embed.html is missing or over ${sizeBudget.embedPage} kB`)
  }
  for (const offence of offences) console.error(offence)
  process.exitCode = offences.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
