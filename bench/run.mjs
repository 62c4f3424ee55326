/**
 * Measures Throughline and other timeline libraries side by side, and prints one table.
 * Run: npm run bench (README.md has the options, and says what each figure is).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { contestants, takesPart } from './harness/contestants.mjs'
import { makeData } from './harness/makeData.mjs'
import { cutShared } from './harness/makeTiles.mjs'
import { readOptions } from './harness/options.mjs'
import {
  benchFolder,
  dataFolder,
  pagesFolder,
  projectFolder,
  resultsFolder,
} from './harness/paths.mjs'
import { buildOwn, buildPages, installPeers } from './harness/prepare.mjs'
import { serve } from './harness/server.mjs'
import { spreadOf, tableOf } from './harness/table.mjs'

const options = readOptions()
installPeers()
const dist = buildOwn(options.dist)
await buildPages()
const data = await makeData()
if (options.peers.includes('own-tiles')) cutShared(1e6)
// Only now: it starts a browser to see which one runs.
const { browserVersion } = await import('./harness/browser.mjs')
const { runCase } = await import('./harness/runCase.mjs')
if (options.peers.some((name) => name.startsWith('drawn-'))) {
  const { writeDrawnPages } = await import('./harness/drawnPages.mjs')
  await writeDrawnPages(dist, 36)
}

const server = await serve({ '/own/': dist, '/data/': dataFolder, '/pages/': pagesFolder })
const wanted = contestants.filter(({ name }) => options.peers.includes(name))
const plan = planOf(wanted)
const cases = []
/** The smallest size that a contestant did not load, by its name: larger ones are not tried. */
const gaveUp = new Map()
const begin = Date.now()

console.log(`${plan.length} cases in Chromium ${browserVersion}, without a graphics processor.`)
for (const [i, { contestant, size, run }] of plan.entries()) {
  const { name } = contestant
  const result = { ...(await resultOf(contestant, size)), run }
  if (result.dnf !== undefined) {
    gaveUp.set(name, Math.min(size, gaveUp.get(name) ?? Infinity))
  }
  cases.push(result)
  console.log(`[${i + 1}/${plan.length}, ${elapsed()}] ${told(result)}`)
  writeResults()
}
server.close()
console.log(`\n${report()}`)
if (options.docs) writeDocs()

/** Runs are interleaved, and take turns in who comes first: what drifts, drifts for all. */
function planOf(wanted) {
  const plan = []
  for (let run = 0; run < options.runs; run++) {
    for (const size of options.sizes) {
      const able = wanted.filter((contestant) => takesPart(contestant, size))
      const first = (run * 4) % Math.max(1, able.length)
      for (const contestant of [...able.slice(first), ...able.slice(0, first)]) {
        plan.push({ contestant, size, run })
      }
    }
  }
  return plan
}

async function resultOf(contestant, size) {
  const { name } = contestant
  const limit = gaveUp.get(name)
  if (limit < size) return { peer: name, size, dnf: `${limit} events did not load` }
  const { only, pictures } = options
  return runCase({ contestant, size, about: data[size], only, server, pictures })
}

function writeResults() {
  mkdirSync(resultsFolder, { recursive: true })
  const file = join(resultsFolder, options.kind)
  const results = {
    made: new Date().toISOString(),
    machine: machine(),
    versions: versions(),
    cases,
  }
  writeFileSync(`${file}.json`, `${JSON.stringify(results, undefined, 1)}\n`)
  writeFileSync(`${file}.md`, report())
}

function report() {
  return `${conditions()}\n\n${tableOf({ cases, contestants })}\n${spreadOf(cases)}`
}

function conditions() {
  const { cores, processor, memoryGB, browser } = machine()
  const day = new Date().toISOString().slice(0, 10)
  const runs = options.runs === 1 ? 'one run' : `${options.runs} runs`
  return `${day}, ${cores} cores (${processor}), ${memoryGB} GB, no graphics processor, Chromium ${browser} headless, 1280 × 800, ${runs}.`
}

function machine() {
  return {
    processor: os.cpus()[0].model.trim(),
    cores: os.cpus().length,
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    browser: browserVersion,
  }
}

/** The versions of what was measured. */
function versions() {
  const { devDependencies } = JSON.parse(readFileSync(join(benchFolder, 'package.json'), 'utf8'))
  return devDependencies
}

/** Puts the table between its two marks in docs/performance.md. */
function writeDocs() {
  const file = join(projectFolder, 'docs/performance.md')
  const marked = /(<!-- table -->\n)[^]*(\n<!-- end of table -->)/
  const before = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    before.replace(marked, (_, open, close) => `${open}\n${report()}${close}`),
  )
}

/** One line about a case, while the others are still to come. */
function told({ peer, size, dnf, load, pan, zoom, filter, select, memory }) {
  const what = `${peer}, ${size.toLocaleString('en-US')}:`
  if (dnf !== undefined) return `${what} ${dnf}`
  const parts = [
    `load ${Math.round(load.ms)} ms`,
    `heap ${memory.heapMB.toFixed(1)} MB`,
    ...[
      ['pan', pan, 'main'],
      ['zoom', zoom, 'main'],
      ['filter', filter, 'ms'],
      ['select', select, 'ms'],
    ]
      .filter(([, phase]) => phase !== undefined)
      .map(([name, phase, key]) => `${name} ${phase.dnf ?? phase.none ?? phase[key].toFixed(1)}`),
  ]
  return `${what} ${parts.join(', ')}`
}

function elapsed() {
  const seconds = Math.round((Date.now() - begin) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
