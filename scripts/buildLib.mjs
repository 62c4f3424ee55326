/**
 * Builds the files of the npm package into lib/: node scripts/buildLib.mjs. What is in it and why is in
 * docs/decisions/0012-package.md.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { buildOneFile } from './buildOneFile.mjs'
import { elementPlugins, inlineStyles, asOneFile } from './elementBuild.mjs'
import { preactAliases } from './preactAliases.mjs'

const lib = 'lib'
const typesCache = '.cache/types'
const licenses = { license: { fileName: 'licenses.json' } }

/** What the package offers, by the names of its entries. */
const entries = {
  index: 'src/embed/index.ts',
  host: 'src/embed/frameHost.ts',
  reveal: 'src/embed/reveal.ts',
  element: 'src/embed/element.ts',
}

/** The faces of PNG and PDF files. */
const fonts = ['inter', 'noto-serif']

/** By the name of a package: whose work is inside. */
const notices = new Map()

async function main() {
  rmSync(lib, { recursive: true, force: true })
  await buildIndex()
  collectLicenses()
  await buildOneFile({ file: 'host.js', source: entries.host, format: 'es' }, lib)
  await buildOneFile({ file: 'reveal.js', source: entries.reveal, format: 'es' }, lib)
  await buildOneFile(
    { file: 'element.js', source: entries.element, format: 'iife', plugins: elementPlugins },
    lib,
    licenses,
  )
  collectLicenses()
  await buildCli(licenses)
  collectLicenses()
  writeTypes()
  copySchema()
  writeNotices()
  console.log(`${lib}/`)
}

/** `mountTimeline`: what most readers never ask for comes in chunks of its own. */
async function buildIndex() {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    resolve: { alias: preactAliases },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [asOneFile(), tokensOfDocument(), inlineStyles()],
    build: {
      ...licenses,
      outDir: lib,
      emptyOutDir: false,
      cssCodeSplit: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: entries.index },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Without hashes, so that the list of files says what the package holds.
          chunkFileNames: 'chunks/[name].js',
          codeSplitting: { groups: chunkGroups() },
        },
      },
    },
  })
}

/**
 * What every timeline needs at once is one file, and what several parts share that come on demand is
 * another: fifty small ones would be fifty requests.
 */
function chunkGroups() {
  const known = new Map()
  const isNeeded = (id, modules) => {
    if (!known.has(id)) {
      // Modules that import each other wait for the answer of a third.
      known.set(id, id.endsWith(entries.index))
      const { importers = [] } = modules.getModuleInfo(id) ?? {}
      known.set(id, known.get(id) || importers.some((importer) => isNeeded(importer, modules)))
    }
    return known.get(id)
  }
  return [
    { name: (id, modules) => (isNeeded(id, modules) ? 'base' : null), priority: 2 },
    { name: 'shared', minShareCount: 2, priority: 1 },
  ]
}

/** A page around may have a shadow root of its own: its host is not ours to style. */
function tokensOfDocument() {
  return {
    name: 'throughline-document-tokens',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/src/ui/shared/tokens.css')
        ? code.replaceAll(/,\s*:host(?:\([^)]*\))?(?=\s*[,{])/g, '')
        : undefined,
  }
}

/** The command line alone. Importers and drawing are loaded by the commands that need them. */
export async function buildCli(more = {}) {
  rmSync(join(lib, 'cli'), { recursive: true, force: true })
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // DuckDB is a binary: whoever cuts tiles installs it (docs/decisions/0014-duckdb.md).
    ssr: { noExternal: true, external: ['@duckdb/node-api'], target: 'node' },
    build: {
      ...more,
      ssr: 'src/cli/main.ts',
      outDir: lib,
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          format: 'es',
          entryFileNames: 'cli.js',
          chunkFileNames: 'cli/[name].js',
          banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  })
  chmodSync(join(lib, 'cli.js'), 0o755)
  copyFonts()
}

/** Declarations of the entries and of what they name, with addresses that resolve outside of here. */
function writeTypes() {
  rmSync(typesCache, { recursive: true, force: true })
  const compiler = join('node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.lib.json'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The types of the package cannot be written.')
  mkdirSync(join(lib, 'types'), { recursive: true })
  const wanted = new Set(Object.values(entries).map((source) => basename(source, '.ts')))
  // A set visits what is added to it while it is walked.
  for (const name of wanted) {
    const text = readFileSync(join(typesCache, 'embed', `${name}.d.ts`), 'utf8')
    const inner = /(?:from|import)\s*\(?\s*['"](#[^'"]*)['"]/.exec(text)
    if (inner) throw new Error(`${name}.d.ts names ${inner[1]}, which nobody else can resolve.`)
    for (const [, other] of text.matchAll(/['"]\.\/(\w+)\.tsx?['"]/g)) wanted.add(other)
    const told = text.replaceAll(/(['"]\.\/\w+)\.tsx?(['"])/g, '$1.js$2')
    writeFileSync(join(lib, 'types', `${name}.d.ts`), told)
  }
}

function copyFonts() {
  mkdirSync(join(lib, 'fonts'), { recursive: true })
  const { resolve } = createRequire(import.meta.url)
  for (const name of fonts) {
    const home = dirname(resolve(`@fontsource-variable/${name}/package.json`))
    const file = `${name}-latin-wght-normal.woff2`
    copyFileSync(join(home, 'files', file), join(lib, 'fonts', file))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    const text = readFileSync(join(home, 'LICENSE'), 'utf8')
    notices.set(`@fontsource-variable/${name}`, { version, identifier: 'OFL-1.1', text })
  }
}

/** For editors, which complete and check documents by it. */
function copySchema() {
  mkdirSync(join(lib, 'schema'), { recursive: true })
  const name = 'timeline.v1.json'
  copyFileSync(join('public', 'schema', name), join(lib, 'schema', name))
}

/** Takes what the last build has left about the packages in it. */
function collectLicenses() {
  const file = join(lib, 'licenses.json')
  for (const { name, version, identifier, text } of JSON.parse(readFileSync(file, 'utf8'))) {
    notices.set(name, { version, identifier, text })
  }
  rmSync(file)
}

/** Those whose work is inside want to be named. */
function writeNotices() {
  const parts = [...notices]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { version, identifier, text }]) =>
      [`## ${name} ${version} (${identifier ?? 'see below'})`, '', text?.trim() ?? '', ''].join(
        '\n',
      ),
    )
  const head = `# What is inside

The files of this package contain the work of others, unchanged. Each is on npm under the name and the
version given here, with its sources.
`
  writeFileSync(join(lib, 'THIRD-PARTY.md'), [head, ...parts].join('\n'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
