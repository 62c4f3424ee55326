import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, projectFolder } from './paths.mjs'

/** Cuts the shared events of one size into tiles, once, as a reader of docs/tiles.md would. */
export function cutShared(size) {
  return cut(`own-${size}.ndjson`, `own-${size}.tiles`)
}

/**
 * Makes `size` rows that look like nothing else, as Parquet, and cuts them: forty years, to the second, that
 * grow busier and have quiet nights, with twelve owners of uneven size, of which few rows matter.
 */
export async function cutGenerated(size) {
  const rows = `generated-${size}.parquet`
  if (!existsSync(join(dataFolder, rows))) {
    console.log(`Making ${size.toLocaleString('en-US')} rows.`)
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const database = await (await DuckDBInstance.create(':memory:')).connect()
    await database.run(generate(size, join(dataFolder, rows)))
  }
  return cut(rows, `generated-${size}.tiles`)
}

/** `hash` gives the same numbers everywhere, which `random` does not. */
const generate = (size, file) => `
  COPY (
    WITH numbered AS (
      SELECT i, hash(i) % 1000003 / 1000003.0 AS p, hash(i + 7) % 1000003 / 1000003.0 AS q
      FROM range(${size}) AS r(i)
    ), placed AS (
      SELECT i, q, floor(14610 * pow(p, 0.7)) AS day,
        -- Three of four fall into the busy half of their day.
        CASE WHEN hash(i + 13) % 4 < 3 THEN 28800 + hash(i + 3) % 43200 ELSE hash(i + 3) % 86400 END AS second
      FROM numbered
    )
    SELECT
      TIMESTAMP '1984-01-01' + to_seconds(CAST(day * 86400 + second AS BIGINT)) AS date,
      'Event ' || i AS title,
      'Source ' || chr(65 + CAST(floor(12 * q * q) AS INTEGER)) AS organization,
      CASE WHEN i % 100000 = 7 THEN 5 WHEN i % 2000 = 7 THEN 4 ELSE 3 END AS importance
    FROM placed
  ) TO '${file}' (FORMAT parquet)`

/** Makes a set beside its rows, and gives the name of its folder. */
function cut(rows, name) {
  const folder = join(dataFolder, name)
  if (existsSync(folder)) return name
  console.log(`Cutting ${rows} into tiles.`)
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const { status } = spawnSync(
    'npm',
    ['run', '--silent', 'cli', '--', 'tile', join(dataFolder, rows), '-o', unfinished],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) throw new Error(`${rows} could not be cut.`)
  renameSync(unfinished, folder)
  return name
}
