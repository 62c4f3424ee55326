import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import papaparse from 'papaparse'

/**
 * The bench has vega-datasets and a reader of Parquet for the same flights: one place installs them, and
 * who does neither downloads neither.
 */
const bench = fileURLToPath(new URL('../../bench/', import.meta.url))

/**
 * Flights in a file of Parquet: how many, their rows from first to last in groups, and the airports by code.
 * @param {string | undefined} given path or address; the three million of vega-datasets when undefined
 */
export async function openFlights(given) {
  installBenchPackages()
  const { asyncBufferFromFile, asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } =
    await fromBench('hyparquet')
  const { compressors } = await fromBench('hyparquet-compressors')
  const data = `${bench}node_modules/vega-datasets/data`
  const name = given ?? `${data}/flights-3m.parquet`
  const file = /^https?:/.test(name)
    ? await asyncBufferFromUrl({ url: name })
    : await asyncBufferFromFile(name)
  const metadata = await parquetMetadataAsync(file)

  /** One group of rows is held at a time. */
  async function* groups(columns) {
    let start = 0
    for (const { num_rows: size } of metadata.row_groups) {
      const end = start + Number(size)
      const range = { rowStart: start, rowEnd: end }
      yield await parquetReadObjects({ file, metadata, columns, compressors, ...range })
      start = end
    }
  }
  const csv = readFileSync(`${data}/airports.csv`, 'utf8')
  const airports = papaparse.parse(csv, { header: true }).data
  return {
    total: Number(metadata.num_rows),
    groups,
    airports: new Map(airports.map(({ iata, name, city, state }) => [iata, { name, city, state }])),
  }
}

function installBenchPackages() {
  if (existsSync(`${bench}node_modules/hyparquet`)) return
  console.error('Installing the packages of bench/, among them vega-datasets.')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm is a script file on Windows.
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm ci failed in bench/')
}

function fromBench(name) {
  return import(pathToFileURL(createRequire(`${bench}package.json`).resolve(name)).href)
}
