import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { benchFolder, madeFolder, pagesFolder, projectFolder } from './paths.mjs'

/** Installs the other libraries, from the lock file, where they are absent or another lock's. */
export function installPeers() {
  const installed = join(benchFolder, 'node_modules/.package-lock.json')
  if (timeOf(installed) > timeOf(join(benchFolder, 'package-lock.json'))) return
  console.log('Installing the other libraries into bench/node_modules.')
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], benchFolder)
}

/** What the built page is made of. */
const ingredients = [
  'src',
  'public',
  'index.html',
  'embed.html',
  'vite.config.ts',
  'package-lock.json',
]

/** The folder of our built page: the named one, or `dist/`, built anew when it is older than its source. */
export function buildOwn(dist) {
  if (dist !== undefined) return resolve(dist)
  const folder = join(projectFolder, 'dist')
  const newest = Math.max(...ingredients.map((name) => newestIn(join(projectFolder, name))))
  if (timeOf(join(folder, 'embed.html')) < newest) {
    console.log('Building our page.')
    run('npm', ['run', '--silent', 'build'], projectFolder)
  }
  return folder
}

/** Our page once more with source maps, for profiles. */
export function buildOwnWithMaps() {
  const folder = join(madeFolder, 'own-with-maps')
  console.log('Building our page with source maps.')
  const vite = ['vite', 'build', '--sourcemap', '--logLevel', 'warn', '--emptyOutDir']
  run('npx', [...vite, '--outDir', folder], projectFolder)
  return folder
}

/** One page an adapter, as a user of the library would build it. */
export async function buildPages() {
  const { build } = await import('vite')
  const adapters = readdirSync(join(benchFolder, 'adapters')).filter((name) =>
    /^(?!common\.).*\.jsx?$/.test(name),
  )
  const newest = newestIn(join(benchFolder, 'adapters'))
  for (const file of adapters) {
    const name = file.replace(/\.jsx?$/, '')
    const outDir = join(pagesFolder, name)
    if (timeOf(join(outDir, 'index.html')) > newest) continue
    const root = join(madeFolder, 'page-sources', name)
    mkdirSync(root, { recursive: true })
    writeFileSync(join(root, 'index.html'), pageOf(`../../../adapters/${file}`))
    console.log(`Building the page of ${name}.`)
    await build({
      root,
      base: './',
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      build: { outDir, emptyOutDir: true, target: 'esnext', modulePreload: { polyfill: false } },
    })
  }
}

/** All adapters' page: 1280 × 740 for the timeline, and a line for the detail of an event. */
function pageOf(script) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Bench</title>
    <style>
      html, body { margin: 0; height: 100%; font: 14px system-ui, sans-serif }
      #root { width: 1280px; height: 740px; position: relative; overflow: auto }
      #detail { height: 60px; overflow: hidden }
    </style>
  </head>
  <body>
    <div id="root"></div>
    <div id="detail"></div>
    <script type="module">import '${script}'</script>
  </body>
</html>
`
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm is a script file on Windows.
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}`)
}

/** When a file was written; 0 for one that is absent. */
function timeOf(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

function newestIn(path) {
  if (!statSync(path).isDirectory()) return timeOf(path)
  return Math.max(...readdirSync(path).map((name) => newestIn(join(path, name))))
}
