import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/findBrowser.mjs'

const extraArguments = [
  // Machines with and without a graphics processor are told apart by nothing else.
  '--disable-gpu',
  '--js-flags=--max-old-space-size=8192',
  // Nobody but this machine can be reached. A route of Playwright's would hold up each request for 10 ms.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

const found = await findChromium()
if (found === undefined) {
  console.error('No Chromium was found that starts here: CHROMIUM_PATH=/path/to/chrome names one.')
  process.exit(2)
}

export const browserVersion = found.version

/**
 * A fresh browser process with one empty page of 1280 × 800, that talks to nobody but this machine.
 * `close` also ends a browser that hangs, and only this one.
 */
export async function openBrowser() {
  const { launchOptions } = found
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, ...extraArguments],
  })
  const system = await browser.newBrowserCDPSession()
  const processes = async () => (await system.send('SystemInfo.getProcessInfo')).processInfo
  const main = (await processes()).find(({ type }) => type === 'browser')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  return {
    page,
    cdp,
    /** The events of a trace of what `run` makes the page do, and what it returns. */
    async traced(categories, run) {
      await browser.startTracing(page, { categories })
      const result = await run()
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
      return { result, events: traceEvents }
    },
    /** Milliseconds of processor that all of the browser's processes have had. */
    async cpuTime() {
      return (await processes()).reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0)
    },
    async close() {
      await withinTime(browser.close(), 5000, 'close').catch(() => {})
      kill(main?.id)
    },
  }
}

function kill(pid) {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended, as it should.
  }
}

/** That a promise took too long, and what it was to do. */
export class TooLate extends Error {}

/** The promise, or a `TooLate` after `ms`. */
export function withinTime(promise, ms, what) {
  let timer
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new TooLate(`${what}: over ${ms / 1000} s`)), ms)
  })
  // What comes too late may still fail, and nobody listens any more.
  promise.catch(() => {})
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms))
}
