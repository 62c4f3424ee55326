/**
 * Opens a tile set of ten million rows that it makes itself, over networks of several speeds, comes nearer,
 * goes along, and prints what each step fetched and how long it was incomplete.
 * Run: npm run bench:tiles [-- --rows 10000000 --dist FOLDER --pictures]. The first run takes some minutes.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cutGenerated } from './harness/makeTiles.mjs'
import { dataFolder, madeFolder } from './harness/paths.mjs'
import { buildOwn } from './harness/prepare.mjs'
import { serve } from './harness/server.mjs'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    dist: { type: 'string' },
    pictures: { type: 'boolean', default: false },
  },
})

/** What Chromium's developer tools call by these names. Bytes a second, and milliseconds. */
const networks = [
  { name: 'unthrottled' },
  { name: 'Fast 4G', downloadThroughput: 9e6 / 8, uploadThroughput: 1.5e6 / 8, latency: 165 },
  { name: 'Slow 4G', downloadThroughput: 1.6e6 / 8, uploadThroughput: 7.5e5 / 8, latency: 562 },
]

/** Events of the wheel in a step nearer, and pixels of each. */
const turns = 12
const turnBy = -60
const stepsNearer = 8
/** Where the view goes along, and how often: there are tiles to fetch on either side. */
const alongAt = 4
const stepsAlong = 4

mkdirSync(dataFolder, { recursive: true })
const set = await cutGenerated(Number(values.rows))
const folder = buildOwn(values.dist)
const { openBrowser } = await import('./harness/browser.mjs')
const { mouseOf } = await import('./harness/phases.mjs')
const server = await serve({ '/own/': folder, '/data/': dataFolder })
const lines = [
  '| network | step | tiles | kB | ms until complete | longest frame, ms | events in view |',
  '|---|---|---:|---:|---:|---:|---:|',
]
for (const network of networks) await measure(network)
server.close()
console.log(`\n${Number(values.rows).toLocaleString('en-US')} rows in tiles\n\n${lines.join('\n')}`)

async function measure({ name, ...conditions }) {
  const browser = await openBrowser()
  const { page, cdp } = browser
  const fetched = { tiles: 0, bytes: 0 }
  page.on('response', (response) => {
    if (!/\/\d+\/\d+\.json$/.test(response.url())) return
    fetched.tiles += 1
    fetched.bytes += Number(response.headers()['content-length'] ?? 0)
  })
  await cdp.send('Network.enable')
  if (conditions.latency !== undefined) {
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...conditions })
  }
  const mouse = mouseOf(cdp)
  const middle = { x: 500, y: 400 }

  const step = async (what, act) => {
    Object.assign(fetched, { tiles: 0, bytes: 0 })
    await page.evaluate(watchFrames).catch(() => {})
    const begin = performance.now()
    await act()
    await page.waitForFunction(() => window.__throughline !== undefined)
    await page.evaluate(() => window.__throughline.whenSettled())
    const ms = performance.now() - begin
    const { longest, inView } = await page.evaluate(readFrames)
    const cells = [fetched.tiles, Math.round(fetched.bytes / 1000), Math.round(ms), longest, inView]
    lines.push(
      `| ${name} | ${what} | ${cells.map((cell) => cell.toLocaleString('en-US')).join(' | ')} |`,
    )
    console.log(lines.at(-1))
    if (values.pictures) await picture(page, `${name} ${what}`)
  }

  await step('open', () =>
    page.goto(`${server.origin}/own/?src=/data/${set}/tiles.json&testing=1&motion=on&wheel=zoom`),
  )
  for (let nearer = 1; nearer <= stepsNearer; nearer++) {
    await step(`nearer ${nearer}`, async () => {
      for (let turn = 0; turn < turns; turn++) {
        await mouse.wheel(middle, 0, turnBy)
        await new Promise((done) => setTimeout(done, 16))
      }
    })
    if (nearer === alongAt) await goAlong()
  }
  await browser.close()

  async function goAlong() {
    for (let along = 1; along <= stepsAlong; along++) {
      await step(`along ${along}`, async () => {
        await mouse.move(middle)
        await mouse.press(middle)
        for (let moved = 0; moved <= 30; moved++) {
          await mouse.drag({ ...middle, x: middle.x - 12 * moved })
          await new Promise((done) => setTimeout(done, 16))
        }
        await mouse.release({ ...middle, x: middle.x - 360 })
      })
    }
  }
}

/** Runs in the page: keeps the longest time between two frames until `readFrames`. */
function watchFrames() {
  const watch = { longest: 0, last: performance.now(), isOver: false }
  window.frameWatch = watch
  const onFrame = () => {
    const now = performance.now()
    watch.longest = Math.max(watch.longest, now - watch.last)
    watch.last = now
    if (!watch.isOver) requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
}

function readFrames() {
  const { matching, outside } = window.__throughline.drawn()
  const watch = window.frameWatch
  if (watch) watch.isOver = true
  return { longest: Math.round(watch?.longest ?? 0), inView: matching - outside }
}

async function picture(page, name) {
  const pictures = join(madeFolder, 'pictures')
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `tiles ${name}.png`) })
}
