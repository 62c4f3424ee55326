import { parseArgs } from 'node:util'
import { contestants } from './contestants.mjs'

export const phases = ['load', 'select', 'pan', 'zoom', 'filter']

const usage = `npm run bench -- [options]
  --quick             own, floor, floor-px and null, once, with 36, 10,000 and 100,000 events
  --peers a,b         only these: ${contestants.map(({ name }) => name).join(' ')}
  --n 36,1000         only these numbers of events: 36 1000 10000 100000 1000000
  --runs 3            how often each case is measured; the table has the medians
  --only pan,zoom     only these phases: ${phases.join(' ')} (every case loads)
  --dist FOLDER       another build of our page than dist/
  --docs              writes the table into docs/performance.md, too
  --pictures          leaves a picture of each case in bench/.tmp/pictures: look at them after a change`

const quickPeers = ['null', 'floor', 'floor-px', 'own']

/**
 * What the command line asks for. Prints the usage and ends where it asks for something unknown.
 * `kind` names the results: only a full run may replace the full results.
 */
export function readOptions(args = process.argv.slice(2)) {
  const { values } = read(args)
  const peers = values.peers?.split(',') ?? (values.quick ? quickPeers : allPeers())
  const sizes = values.n?.split(',').map(Number) ?? (values.quick ? [36, 1e4, 1e5] : allSizes)
  const only = values.only?.split(',') ?? phases
  for (const name of peers) insist(allPeers().includes(name), `unknown contestant ${name}`)
  for (const size of sizes) insist(allSizes.includes(size), `no data of ${size} events`)
  for (const phase of only) insist(phases.includes(phase), `unknown phase ${phase}`)
  const isPart = [values.peers, values.n, values.only].some((value) => value !== undefined)
  return {
    peers,
    sizes,
    only,
    runs: Number(values.runs ?? (values.quick ? 1 : 3)),
    dist: values.dist,
    docs: values.docs === true,
    pictures: values.pictures === true,
    kind: isPart ? 'part' : values.quick ? 'quick' : 'full',
  }
}

const allSizes = [36, 1000, 1e4, 1e5, 1e6]

function allPeers() {
  return contestants.map(({ name }) => name)
}

function read(args) {
  const text = { type: 'string' }
  const flag = { type: 'boolean' }
  const options = {
    quick: flag,
    peers: text,
    n: text,
    runs: text,
    only: text,
    dist: text,
    docs: flag,
    pictures: flag,
  }
  try {
    return parseArgs({ args, options })
  } catch (error) {
    return insist(false, error.message)
  }
}

function insist(isTrue, complaint) {
  if (isTrue) return undefined
  console.error(`${complaint}\n\n${usage}`)
  return process.exit(2)
}
