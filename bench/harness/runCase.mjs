import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, TooLate, withinTime } from './browser.mjs'
import { organizationId } from './ownDocument.mjs'
import { benchFolder, madeFolder } from './paths.mjs'
import { measureMemory, measureMove, measureSelect } from './phases.mjs'

/** Milliseconds after which a phase did not finish. */
export const caps = { load: 60_000, move: 20_000, filter: 30_000 }

const probe = readFileSync(join(benchFolder, 'page/probe.js'), 'utf8')
const ownProbe = readFileSync(join(benchFolder, 'page/own.js'), 'utf8')

/** Opens a contestant with so many events in a fresh browser. `about` is what is in the data. */
export async function openCase(contestant, size, about, origin) {
  const browser = await openBrowser()
  const { page, cdp } = browser
  const errors = []
  page.on('pageerror', ({ message }) => errors.push(message.slice(0, 200)))
  await page.addInitScript(probe)
  if (contestant.format !== undefined) await page.addInitScript(ownProbe)
  await cdp.send('Performance.enable')
  return { ...browser, errors, address: addressOf(contestant, size, about, origin) }
}

function addressOf({ format, page, variant = '' }, size, about, origin) {
  if (format !== undefined) {
    // As a reader opens it, but that the wheel zooms; `testing` gives the hooks, and stills what moves
    // by itself, which `motion` takes back.
    const file = format === 'tiles' ? `own-${size}.tiles/tiles.json` : `own-${size}.${format}`
    return `${origin}/own/?src=/data/${file}&testing=1&motion=on&wheel=zoom`
  }
  const query = new URLSearchParams({
    src: `/data/events-${size}.json`,
    variant,
    from: about.start,
    to: about.end,
    groups: about.groups.join('|'),
  })
  return `${origin}/pages/${page}/?${query}`
}

/** Opens the page, and waits until its events are on screen. */
export async function load({ page, address }) {
  const begin = Date.now()
  await page.goto(address, { waitUntil: 'commit', timeout: caps.load })
  const left = caps.load - (Date.now() - begin)
  return withinTime(
    page.evaluate(() => window.__probe.loaded()),
    left,
    'load',
  )
}

/**
 * Measures one case: load and memory, and of the rest what `only` names. What does not finish is
 * `{dnf: reason}`, what a library does not have is `{none: reason}`.
 */
export async function runCase({ contestant, size, about, only, server, pictures }) {
  const result = { peer: contestant.name, size }
  server.takeCodeBytes()
  const opened = await openCase(contestant, size, about, server.origin)
  const { page, cpuTime } = opened
  const picture = (name) => (pictures ? takePicture(page, `${contestant.name}-${size}${name}`) : 0)
  try {
    const cpuBefore = await cpuTime()
    result.load = await load(opened)
    result.load.cpu = (await cpuTime()) - cpuBefore
    result.codeKB = server.takeCodeBytes() / 1000
    result.memory = await withinTime(measureMemory(opened), caps.move, 'memory')
    await picture('')
    const has = await page.evaluate(() =>
      Object.fromEntries(Object.entries(window.__bench).map(([name, value]) => [name, !!value])),
    )
    const steps = [
      { name: 'select', needs: 'pick', cap: caps.move, run: () => measureSelect(opened) },
      { name: 'pan', needs: 'pan', cap: caps.move, run: () => measureMove(opened, 'pan') },
      { name: 'zoom', needs: 'zoom', cap: caps.move, run: () => measureMove(opened, 'zoom') },
      {
        name: 'filter',
        needs: 'filter',
        cap: caps.filter,
        run: () => measureFilter(page, contestant, about),
      },
    ]
    for (const step of steps.filter(({ name }) => only.includes(name))) {
      result[step.name] = has[step.needs]
        ? await finished(step.run, step.cap, step.name, result)
        : { none: 'the library has no such thing' }
    }
    await picture('-after')
  } catch (error) {
    result.dnf = firstLine(error)
  } finally {
    await opened.close()
  }
  if (opened.errors.length > 0) result.errors = opened.errors.slice(0, 5)
  return result
}

/** The result of a phase. A page that hangs in one is not asked for the next. */
async function finished(run, cap, name, result) {
  if (result.hangs !== undefined) return { dnf: `hangs since ${result.hangs}` }
  try {
    return await withinTime(run(), cap, name)
  } catch (error) {
    if (error instanceof TooLate) result.hangs = name
    return { dnf: firstLine(error) }
  }
}

async function measureFilter(page, { format }, { filterGroup, filterCount }) {
  const value = format === undefined ? filterGroup : organizationId(filterGroup)
  // Whoever filters has pointer and focus at a filter. In the drawing, they have another event light up when
  // theirs has gone.
  await page.mouse.move(2, 2)
  await page.evaluate(() => document.activeElement?.blur())
  const filtered = await page.evaluate((value) => window.__probe.filtered(value), value)
  const counts = await page.evaluate(() => window.__bench.counts?.())
  return { ...filtered, expected: filterCount, matching: counts?.matching }
}

async function takePicture(page, name) {
  const folder = join(madeFolder, 'pictures')
  mkdirSync(folder, { recursive: true })
  await withinTime(page.screenshot({ path: join(folder, `${name}.png`) }), 30_000, 'picture').catch(
    () => {},
  )
}

function firstLine(error) {
  return String(error?.message ?? error)
    .split('\n')[0]
    .replace(/^page\.evaluate: (Error: )?/, '')
    .slice(0, 200)
}
