/**
 * Records where our page spends its time in one load, pan or zoom, and prints the heaviest functions.
 * Run: npm run bench:profile -- --n 100000 --phase pan [--top 25]. The whole profile is left in
 * bench/.tmp for the browser's developer tools. docs/performance.md names what it finds.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contestants } from './harness/contestants.mjs'
import { heaviest, sourceNames } from './harness/heaviest.mjs'
import { makeData } from './harness/makeData.mjs'
import { dataFolder, madeFolder } from './harness/paths.mjs'
import { buildOwnWithMaps, installPeers } from './harness/prepare.mjs'
import { serve } from './harness/server.mjs'
import { traceCategories, traceShares } from './harness/traceShares.mjs'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '1000000' },
    phase: { type: 'string', default: 'pan' },
    top: { type: 'string', default: '25' },
    dist: { type: 'string' },
  },
})
const size = Number(values.n)

/** Microseconds between samples. */
const samplingInterval = 200

installPeers()
const data = await makeData()
const folder = values.dist ?? buildOwnWithMaps()
const { load, openCase } = await import('./harness/runCase.mjs')
const { measureMove } = await import('./harness/phases.mjs')
const server = await serve({ '/own/': folder, '/data/': dataFolder })
const own = contestants.find(({ name }) => name === 'own')
const opened = await openCase(own, size, data[size], server.origin)
try {
  if (values.phase !== 'load') await load(opened)
  const move = () => measureMove(opened, values.phase, recorded)
  const { profile, events, frames = 1 } = await (values.phase === 'load' ? profiledLoad() : move())
  const file = join(madeFolder, `${values.phase}-${size}.cpuprofile`)
  writeFileSync(file, JSON.stringify(profile))
  const what = `${values.phase} of ${size.toLocaleString('en-US')} events`
  const unit = frames > 1 ? `ms a frame, ${frames} frames` : 'ms'
  console.log(`\n${what}: the browser's own work and scripts, ${unit}`)
  print(traceShares(events), frames)
  console.log(`\n${what}: scripts by their own time, ${unit}; (program) is all that is no script`)
  print(heaviest(profile, sourceNames(folder)), frames)
} finally {
  await opened.close()
  server.close()
}

async function profiledLoad() {
  // A page of the same origin first: the browser keeps its process, and the profiler lives in that.
  await opened.page.goto(`${server.origin}/own/timeline.json`)
  return recorded(() => load(opened))
}

/** What `run` gives, with the profile and the trace of it. */
async function recorded(run) {
  const { cdp, traced } = opened
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.setSamplingInterval', { interval: samplingInterval })
  await cdp.send('Profiler.start')
  const { result, events } = await traced(traceCategories, run)
  const { profile } = await cdp.send('Profiler.stop')
  return { ...result, profile, events }
}

/** The parts of a whole, most first; what the thread did not do is no part. */
function print(parts, frames) {
  const busy = parts.filter(({ name }) => name !== '(idle)')
  const total = busy.reduce((sum, { ms }) => sum + ms, 0)
  const line = (share, ms, name) =>
    console.log(
      `${share.toFixed(1).padStart(6)} % ${(ms / frames).toFixed(2).padStart(9)}  ${name}`,
    )
  line(100, total, 'all')
  for (const { name, ms } of busy.slice(0, Number(values.top))) line((100 * ms) / total, ms, name)
}
