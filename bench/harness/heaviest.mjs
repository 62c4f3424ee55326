import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, join } from 'node:path'

/**
 * The functions of a CPU profile, heaviest first, by the milliseconds spent in their own code.
 * @param {object} profile as Chromium's profiler gives it
 * @param {(frame: object) => string} nameOf
 * @returns {{name: string, ms: number}[]}
 */
export function heaviest({ nodes, samples, timeDeltas }, nameOf) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const sums = new Map()
  for (const [i, id] of samples.entries()) {
    const name = nameOf(frames.get(id))
    sums.set(name, (sums.get(name) ?? 0) + timeDeltas[i] / 1000)
  }
  return [...sums].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms)
}

/** Names functions by the source that a build was made of; `folder` has its files and their maps. */
export function sourceNames(folder) {
  const maps = new Map()

  const mapOf = (url) => {
    if (!maps.has(url)) maps.set(url, readMap(folder, url))
    return maps.get(url)
  }

  return ({ functionName, url, lineNumber, columnNumber }) => {
    if (url === '') return functionName
    const entry = mapOf(url)?.findEntry(lineNumber, columnNumber)
    if (entry?.originalSource === undefined) {
      return `${functionName || '(anonymous)'} ${basename(url)}:${lineNumber + 1}:${columnNumber + 1}`
    }
    const source = entry.originalSource.replace(/^.*?(src|node_modules)\//, '$1/')
    return `${entry.name ?? functionName ?? ''} ${source}:${entry.originalLine + 1}`.trim()
  }
}

function readMap(folder, url) {
  const path = new URL(url).pathname.replace(/^\/own\//, '')
  try {
    return new SourceMap(JSON.parse(readFileSync(`${join(folder, path)}.map`, 'utf8')))
  } catch {
    // The probe's own script, or a worker's: it goes by the name that it runs under.
    return undefined
  }
}
