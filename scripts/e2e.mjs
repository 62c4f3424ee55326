/**
 * Runs the end-to-end tests in a real browser, and says in which. Arguments go to Playwright.
 * ENGINES=chromium,firefox,webkit runs the smoke test in Playwright's own other engines too;
 * E2E_DIST=/tmp/dist opens a build in another folder than `dist/`.
 * Exits 2, with the commands that help, when there is no browser.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { existsSync } from 'node:fs'
import { firefox, webkit } from '@playwright/test'
import { findChromium } from './findBrowser.mjs'

const noBrowser = `No Chromium was found that starts here. Either of these helps:
  npx playwright install --with-deps chromium
  CHROMIUM_PATH=/path/to/chrome npm run test:e2e`

if (!existsSync(`${process.env.E2E_DIST ?? 'dist'}/index.html`)) {
  console.error('The tests open the built page, and there is none: npm run build')
  process.exit(2)
}

const found = await findChromium()
if (found === undefined) {
  console.error(noBrowser)
  process.exit(2)
}
console.log(`Chromium: ${found.version} (${found.route})`)

const wanted = (process.env.ENGINES ?? 'chromium').split(',')
const others = []
for (const engine of [firefox, webkit]) {
  if (await reportEngine(engine)) others.push(engine.name())
}

const env = {
  ...process.env,
  E2E_PORT: String(await findFreePorts()),
  E2E_CHROMIUM: JSON.stringify(found.launchOptions),
  E2E_OTHER_ENGINES: others.join(','),
}
const playwright = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '-c',
  'e2e/playwright.config.ts',
]
const run = spawn(process.execPath, [...playwright, ...process.argv.slice(2)], {
  env,
  stdio: 'inherit',
})
run.on('exit', (code) => {
  process.exitCode = code ?? 1
})

/** Prints the engine's line; true when the smoke test shall run in it. */
async function reportEngine(engine) {
  const name = engine.name() === 'firefox' ? 'Firefox' : 'WebKit'
  if (!wanted.includes(engine.name())) {
    const install = `npx playwright install --with-deps ${engine.name()}`
    console.log(
      `${name}: NOT TESTED (${install} && ENGINES=chromium,${engine.name()} npm run test:e2e)`,
    )
    return false
  }
  try {
    const browser = await engine.launch()
    console.log(`${name}: ${browser.version()} (Playwright's own, smoke test only)`)
    await browser.close()
    return true
  } catch (error) {
    console.error(`${name} was asked for and does not start: ${String(error).split('\n')[0]}`)
    process.exit(2)
  }
}

/** The first of two neighbouring ports that nobody uses, so that two runs never meet. */
async function findFreePorts() {
  for (let port = 4610; port < 5610; port += 2) {
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
  throw new Error('No two neighbouring ports are free between 4610 and 5610')
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
}
