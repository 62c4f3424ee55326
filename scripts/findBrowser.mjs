/**
 * Finds a Chromium that starts on this machine. In this order: the one that CHROMIUM_PATH names,
 * Playwright's own, the system's, the one that `npm ci` brought along, and one try of Playwright's
 * download. BROWSER_ROUTE (path, playwright, system, npm, download) allows only that one.
 * docs/decisions/0003-browsers-for-tests.md says why.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

/** Below this, features that the page relies on are missing. */
const oldestVersion = 120

/** Keeps the browser from talking to anybody but the page's own server. */
const quietArguments = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Pages of the browser's own that a whole Chromium makes for every window, unseen: they take a third of the
 * processors' time of a test.
 */
const unseenPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const routes = [
  { name: 'path', says: 'CHROMIUM_PATH', candidates: () => fromPaths([process.env.CHROMIUM_PATH]) },
  { name: 'playwright', says: "Playwright's own", candidates: () => [{}] },
  { name: 'system', says: 'installed on this system', candidates: () => fromPaths(systemPaths) },
  { name: 'npm', says: 'from npm, @sparticuz/chromium', candidates: unpackFromNpm },
  { name: 'download', says: "Playwright's download", candidates: download },
]

/**
 * @returns {Promise<{version: string, route: string, launchOptions: object} | undefined>}
 *   `launchOptions` are for Playwright; undefined when no route leads to a browser that starts
 */
export async function findChromium() {
  const only = process.env.BROWSER_ROUTE
  for (const route of routes) {
    if (only !== undefined && route.name !== only) continue
    for (const candidate of await route.candidates()) {
      const launchOptions = { ...candidate, args: quietArguments, chromiumSandbox: !isRoot() }
      const started = await start(launchOptions, route)
      if (started === undefined) continue
      const args = [...quietArguments, `--disable-features=${started.withoutFeatures}`]
      return {
        version: started.version,
        route: route.says,
        launchOptions: { ...launchOptions, args },
      }
    }
  }
  return undefined
}

/**
 * Starts the browser once: a file that exists is not yet a browser that runs. `withoutFeatures` are those
 * that Playwright switches off, and ours: of two such arguments only the last one counts.
 */
async function start(launchOptions, route) {
  try {
    const server = await chromium.launchServer(launchOptions)
    const browser = await chromium.connect(server.wsEndpoint())
    const version = browser.version()
    const [, theirs = ''] =
      server
        .process()
        .spawnargs.map((argument) => /^--disable-features=(.+)$/.exec(argument))
        .findLast((found) => found !== null) ?? []
    await server.close()
    const withoutFeatures = [...theirs.split(',').filter(Boolean), ...unseenPages].join(',')
    if (Number.parseInt(version, 10) >= oldestVersion) return { version, withoutFeatures }
    console.log(`Chromium ${version} (${route.says}) is older than ${oldestVersion}: not used`)
  } catch (error) {
    // That Playwright's own is not installed is the common case, and no news.
    if (route.name !== 'playwright') {
      console.log(`Chromium (${route.says}) does not start: ${firstLines(error)}`)
    }
  }
  return undefined
}

function fromPaths(paths) {
  return paths
    .filter((path) => path !== undefined && existsSync(path))
    .map((executablePath) => ({ executablePath }))
}

/**
 * The browser of last resort: a headless shell for x64 Linux, with the four libraries and the font
 * that a bare system lacks. Its own arguments are never used: they switch web security off.
 */
async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const home = resolve('node_modules/@sparticuz/chromium')
  if (!existsSync(home)) return []
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  // It unpacks into the folder for temporary files and trusts what it finds there, so it gets one
  // of its own, named after its version.
  const folder = resolve(`.cache/chromium-${version}`)
  const complete = join(folder, 'complete')
  // What an interrupted run left half-written must not be trusted.
  if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const environment = { ...process.env }
  process.env.TMPDIR = folder
  try {
    const packed = await import('@sparticuz/chromium')
    const executablePath = await packed.default.executablePath()
    const libraries = await packed.inflate(join(home, 'bin/al2023.tar.br'))
    writeFileSync(complete, '')
    const added = { LD_LIBRARY_PATH: libraryPath(join(libraries, 'lib')) }
    if (!hasFonts()) added.FONTCONFIG_FILE = writeFontSettings(folder)
    return [{ executablePath, env: { ...environment, ...added } }]
  } finally {
    if (environment.TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = environment.TMPDIR
  }
}

function libraryPath(folder) {
  const before = process.env.LD_LIBRARY_PATH
  return before === undefined || before === '' ? folder : `${before}:${folder}`
}

/** The package's own settings name folders under /tmp; without a font all text has no width. */
function writeFontSettings(folder) {
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  )
  return file
}

function hasFonts() {
  return existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0
}

function download() {
  const command = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
  const run = spawnSync(process.execPath, command, { stdio: 'inherit', timeout: 300_000 })
  return run.status === 0 ? [{}] : []
}

function isRoot() {
  return process.getuid?.() === 0
}

function firstLines(error) {
  return String(error instanceof Error ? error.message : error)
    .split('\n')
    .slice(0, 3)
    .join(' ')
}
