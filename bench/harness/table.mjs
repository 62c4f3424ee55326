import { median, ratio, spread } from './statistics.mjs'

/** The columns of the table: their heads, and what a row of figures shows in them. */
const columns = [
  ['load ms (× floor)', (row) => timed(row.load, 'ms', row.loadRatio)],
  ['longest task ms', (row) => figure(row.load.longestTask || undefined, '≤ 50')],
  ['pan: main thread ms a frame (× floor-px)', (row) => timed(row.pan, 'main', row.panRatio)],
  ['zoom: the same', (row) => timed(row.zoom, 'main', row.zoomRatio)],
  ['late frames, pan / zoom', (row) => `${late(row.pan)} / ${late(row.zoom)}`],
  ['pan: all processors ms a frame', (row) => timed(row.pan, 'cpu')],
  ['filter ms', (row) => timed(row.filter, 'ms')],
  ['select ms', (row) => timed(row.select, 'ms') + (row.select.turns > 0 ? '¹' : '')],
  ['heap + buffers + workers MB', (row) => memory(row.memory)],
  ['elements', (row) => figure(row.memory.elements)],
  ['code kB', (row) => figure(row.codeKB)],
]

/** Signs behind a figure: the gesture that it was taken with, where it is not the usual one. */
const signs = { api: '²', buttons: '³', wheelDown: '⁴', wheelAcross: '⁴' }

const legend = `Medians. In brackets: how many times the floor of the same call. DNF: did not finish in time. –: the library has no such thing. ¹ after zooming in until an event stands alone. ² by its API, as it has no such gesture. ³ by its buttons. ⁴ by scrolling. "still": nothing moved.`

/**
 * The results as one Markdown table, a block a size.
 * @param {{cases: object[], contestants: object[]}} results `cases` are single runs, as runCase gives them
 */
export function tableOf({ cases, contestants }) {
  const rows = rowsOf(cases)
  const lines = [
    `| events | | ${columns.map(([head]) => head).join(' | ')} |`,
    `|---:|---|${columns.map(() => '---:|').join('')}`,
  ]
  const sizes = [...new Set(rows.map(({ size }) => size))].sort((a, b) => a - b)
  for (const size of sizes) {
    for (const { name, title } of contestants) {
      const row = rows.find((row) => row.size === size && row.peer === name)
      if (row === undefined) continue
      const cells = row.dnf
        ? [`DNF (${row.dnf})`, ...columns.slice(1).map(() => '')]
        : columns.map(([, cell]) => cell(row))
      lines.push(`| ${number(size)} | ${title} | ${cells.join(' | ')} |`)
    }
  }
  return `${lines.join('\n')}\n\n${legend}\n`
}

/** One sentence: how far runs of one case lie apart, to know which differences mean anything. */
export function spreadOf(cases) {
  const figures = {
    load: (run) => run.load?.ms,
    'pan, main thread': (run) => run.pan?.main,
    'zoom, main thread': (run) => run.zoom?.main,
    filter: (run) => run.filter?.ms,
    select: (run) => run.select?.ms,
  }
  const parts = Object.entries(figures).map(([name, figure]) => {
    const spreads = groupedRuns(cases).map((runs) => spread(runs.map(figure)))
    const middle = median(spreads)
    return middle === undefined ? undefined : `${name} ${percent(middle)}`
  })
  const told = parts.filter((part) => part !== undefined)
  return told.length === 0
    ? ''
    : `Runs of one case lie apart by (largest − smallest) / median, in the middle of all cases: ${told.join(', ')}.\n`
}

/** The medians of each contestant and size, with the ratios to the floors of the same size. */
export function rowsOf(cases) {
  const rows = groupedRuns(cases).map(rowOf)
  const of = (peer, size) => rows.find((row) => row.peer === peer && row.size === size)
  return rows.map((row) => {
    const floor = of(row.loadFloor ?? 'floor', row.size)
    const floorPx = of('floor-px', row.size)
    return {
      ...row,
      loadRatio: ratio(row.load?.ms, floor?.load?.ms),
      panRatio: ratio(row.pan?.main, floorPx?.pan?.main),
      zoomRatio: ratio(row.zoom?.main, floorPx?.zoom?.main),
    }
  })
}

function groupedRuns(cases) {
  const groups = new Map()
  for (const run of cases) groups.set(keyOf(run), [...(groups.get(keyOf(run)) ?? []), run])
  return [...groups.values()]
}

function keyOf({ peer, size }) {
  return `${peer} ${size}`
}

/** A phase counts as not finished when it was so in half of the runs or more. */
function rowOf(runs) {
  const [{ peer, size }] = runs
  const finished = runs.filter(({ dnf }) => dnf === undefined)
  if (finished.length * 2 <= runs.length) {
    return { peer, size, dnf: runs.find(({ dnf }) => dnf !== undefined).dnf }
  }
  const row = { peer, size, codeKB: median(finished.map(({ codeKB }) => codeKB)) }
  for (const name of ['load', 'memory', 'select', 'pan', 'zoom', 'filter']) {
    row[name] = medianOf(finished.map((run) => run[name] ?? { none: 'not asked for' }))
  }
  return row
}

function medianOf(results) {
  const good = results.filter(({ dnf, none }) => dnf === undefined && none === undefined)
  if (good.length * 2 <= results.length) {
    return results.find(({ dnf }) => dnf !== undefined) ?? results.find(({ none }) => none)
  }
  const middle = { kind: good[0].kind }
  for (const [key, value] of Object.entries(good[0])) {
    if (typeof value === 'number') middle[key] = median(good.map((result) => result[key]))
  }
  return middle
}

function timed(phase, key, times) {
  if (phase.dnf !== undefined) return 'DNF'
  if (phase.none !== undefined) return '–'
  if (phase.moved === 0 || (phase.moved < 0.3 && key === 'main'))
    return `still, ${figure(phase[key])}`
  const ratio = times === undefined ? '' : ` (${times.toFixed(1)}×)`
  return `${figure(phase[key])}${ratio}${signs[phase.kind] ?? ''}`
}

function late(phase) {
  return phase.late === undefined ? '–' : percent(phase.late)
}

function memory({ heapMB, buffersMB, workers, workersMB }) {
  const parts = [heapMB, buffersMB, workers > 0 ? workersMB : undefined]
  return parts
    .filter((part) => part !== undefined)
    .map((part) => figure(part))
    .join(' + ')
}

function percent(share) {
  return `${Math.round(100 * share)} %`
}

/** Three figures: nothing here is known to more. */
function figure(value, otherwise = '–') {
  if (!Number.isFinite(value)) return otherwise
  return value >= 100 || Number.isInteger(value) ? number(Math.round(value)) : value.toFixed(1)
}

function number(value) {
  return value.toLocaleString('en-US')
}
