/**
 * Packs what `npm run build:lib` has left, installs it into an empty folder the way a user does, and uses
 * it: in Node, by its types, from the shell, and in a page. Needs no registry: the package has no
 * dependencies.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from './findBrowser.mjs'
import { sizeBudget } from './sizeBudget.mjs'
import { declarationsFrom, filesFrom, packagesIn } from './packageTree.mjs'

let folder = ''
let installed = ''
/** @type {{filename: string, size: number, files: {path: string}[]}} */
let packed

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-pack-'))
  installed = join(folder, 'node_modules', 'throughline')
  const told = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.')
  packed = Object.values(JSON.parse(told))[0]
  writeFileSync(join(folder, 'package.json'), '{"name": "user", "private": true, "type": "module"}')
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function npm(args, cwd) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    // npm is a script file on Windows.
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`)
  return stdout
}

function node(args) {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
}

const kilobytes = (files) =>
  files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(installed, file)), { level: 9 }).length,
    0,
  ) / 1000

describe('the package', () => {
  it('holds what it should, and nothing else', () => {
    const own = readFileSync('package.json', 'utf8')
    const entries = ['index', 'host', 'element', 'reveal', 'cli'].map((name) => `lib/${name}.js`)
    const expected = [
      'LICENSE',
      'README.md',
      'package.json',
      ...new Set(entries.flatMap((entry) => filesFrom(installed, entry, true))),
      ...declarationsFrom(installed, Object.values(JSON.parse(own).exports)),
      'lib/THIRD-PARTY.md',
      'lib/fonts/inter-latin-wght-normal.woff2',
      'lib/fonts/noto-serif-latin-wght-normal.woff2',
      'lib/schema/timeline.v1.json',
    ]
    expect(packed.files.map(({ path }) => path).sort()).toEqual(expected.sort())
  })

  it('brings no other package along', () => {
    expect(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['throughline'])
    const scripts = packed.files.map(({ path }) => path).filter((path) => path.endsWith('.js'))
    expect(packagesIn(installed, scripts).filter((name) => !name.startsWith('node:'))).toEqual([])
  })

  it('names no place on the machine that built it, and no address inside the sources', () => {
    const texts = packed.files
      .map(({ path }) => path)
      .filter((path) => /\.(?:js|ts|md)$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(installed, path), 'utf8') }))
    const telling = texts.filter(
      ({ text }) => text.includes(resolve('.')) || /["'`]#\w+\/[\w/.]+["'`]/.test(text),
    )
    expect(telling.map(({ path }) => path)).toEqual([])
  })

  it('is no heavier than it may be', () => {
    for (const [entry, budget] of Object.entries(sizeBudget.package)) {
      const weight = kilobytes(filesFrom(installed, `lib/${entry}`, false))
      console.log(`${weight.toFixed(1)} kB  ${entry}, with all that it needs at once, of ${budget}`)
      expect(weight).toBeLessThan(budget)
    }
    expect(packed.size / 1000).toBeLessThan(sizeBudget.tarball)
  })

  it('names those whose work is inside', () => {
    const notices = readFileSync(join(installed, 'lib/THIRD-PARTY.md'), 'utf8')
    for (const name of [
      'preact',
      'zustand',
      'valibot',
      'papaparse',
      '@fontsource-variable/inter',
    ]) {
      expect(notices).toMatch(new RegExp(`^## ${name} \\d`, 'm'))
    }
  })
})

describe('in Node', () => {
  it('can be imported where there is no page', () => {
    const script = `
      const names = async (name) => Object.keys(await import(name)).sort().join()
      console.log(await names('throughline'), await names('throughline/host'), await names('throughline/reveal'))
      console.log(import.meta.resolve('throughline/element').slice(-14))
      console.log(import.meta.resolve('throughline/schema/timeline.v1.json').slice(-16))`
    const { stdout, stderr } = node(['--input-type=module', '-e', script])
    expect(stderr).toBe('')
    expect(stdout.split('\n')).toEqual([
      'EmbedError,mountTimeline EmbedError,connect default',
      'lib/element.js',
      'timeline.v1.json',
      '',
    ])
  })

  it('brings its command', () => {
    const command = join(folder, 'node_modules', '.bin', 'throughline')
    const { status, stderr } = spawnSync(command, ['validate', resolve('public/timeline.json')], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    expect(stderr).toMatch(/events, no problems/)
    expect(status).toBe(0)
  })

  it.each(['bundler', 'nodenext'])('has types that hold with moduleResolution %s', (resolution) => {
    cpSync(resolve('scripts/packageUser'), folder, { recursive: true })
    const settings = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        // Our own declarations are looked at, too.
        skipLibCheck: false,
        target: 'es2022',
        lib: ['es2023', 'dom', 'dom.iterable'],
        module: resolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution: resolution,
        types: [],
      },
      files: ['main.ts'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
    const { stdout, status } = node([resolve('node_modules/typescript/bin/tsc'), '-p', '.'])
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

describe('in a page', () => {
  it('is bundled by Vite, and leaves the page around it alone', async () => {
    cpSync(resolve('scripts/packageUser'), folder, { recursive: true })
    const site = join(folder, 'site')
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir: site, modulePreload: false },
    })
    const found = await findChromium()
    if (found === undefined) {
      console.log('NOT RUN: there is no Chromium here to open the page in.')
      return
    }
    const browser = await chromium.launch(found.launchOptions)
    try {
      const page = await browser.newPage()
      const complaints = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      await page.route('https://user.example/**', (route) => {
        const path = new URL(route.request().url()).pathname
        const file = path === '/' ? '/index.html' : path
        return route.fulfill({
          body: readFileSync(join(site, file)),
          contentType: types[extname(file)] ?? 'application/octet-stream',
          headers: {
            'Content-Security-Policy':
              "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
          },
        })
      })
      await page.goto('https://user.example/')
      expect(await page.evaluate(() => window.used)).toBe('The Beagle leaves Plymouth throughline')

      const looks = await page.evaluate(() => {
        const mounted = document.querySelector('#first > [data-throughline]')
        return {
          page: getComputedStyle(document.body).backgroundColor,
          timeline: getComputedStyle(mounted).backgroundColor,
          events: document.querySelectorAll('#second [data-event-id]').length,
          inShadow: document.querySelector('through-line').shadowRoot.querySelectorAll('svg')
            .length,
          sheets: document.adoptedStyleSheets.length,
        }
      })
      expect(looks).toEqual({
        page: 'rgb(255, 240, 245)',
        timeline: 'rgb(251, 250, 246)',
        events: 1,
        inShadow: expect.any(Number),
        sheets: 1,
      })
      expect(looks.inShadow).toBeGreaterThan(0)

      const left = await page.evaluate(async () => {
        const host = document.querySelector('#fourth')
        const again = window.mountAgain()
        await again.settled()
        const count = () => [host.childElementCount, document.adoptedStyleSheets.length]
        const shown = count()
        again.dispose()
        const without = count()
        window.disposeAll()
        return { shown, without, after: count() }
      })
      expect(left).toEqual({ shown: [1, 1], without: [0, 1], after: [0, 0] })
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
