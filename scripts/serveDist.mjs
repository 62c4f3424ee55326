/**
 * Serves `dist/` for the end-to-end tests, the way a plain static host does: at the root and at the
 * sub-path `/a/b%20c/`, with no headers of ours. A second origin, the next port, serves the files
 * of e2e/fixtures under `/cors/` (anybody may read them) and `/nocors/` (nobody else may), and other
 * people's pages under `/hosts/`, in which `%APP%` is our origin; they find `dist/` at `/tl/` and
 * reveal.js at `/reveal/`, too.
 * Run: node scripts/serveDist.mjs [port]. E2E_DIST names another folder than `dist/`.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

const dist = process.env.E2E_DIST ?? 'dist'

const pageMounts = [
  { prefix: '/a/b c/', folder: dist },
  { prefix: '/fixtures/', folder: 'e2e/fixtures' },
  { prefix: '/', folder: dist },
]

const otherMounts = [
  { prefix: '/cors/', folder: 'e2e/fixtures', headers: { 'Access-Control-Allow-Origin': '*' } },
  { prefix: '/nocors/', folder: 'e2e/fixtures' },
  { prefix: '/tl/', folder: dist },
  { prefix: '/reveal/', folder: 'node_modules/reveal.js/dist' },
]

/**
 * Listens on `port` and on the next one.
 * @returns {Promise<() => void>} stops both
 */
export async function serveDist(port) {
  const hosts = { prefix: '/hosts/', folder: 'e2e/hosts', app: `http://127.0.0.1:${port}` }
  const servers = await Promise.all([
    listen(pageMounts, port),
    listen([...otherMounts, hosts], port + 1),
  ])
  return () => {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

function listen(mounts, port) {
  const server = createServer((request, response) => answer(mounts, request, response))
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done(server))
  })
}

function answer(mounts, request, response) {
  const path = pathOf(request.url ?? '/')
  const mount = path === undefined ? undefined : mounts.find((m) => path.startsWith(m.prefix))
  const file =
    mount === undefined ? undefined : fileIn(mount.folder, path.slice(mount.prefix.length))
  if (file === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain', ...mount?.headers })
    response.end('Not found')
    return
  }
  const type = types[extname(file)] ?? 'application/octet-stream'
  if (mount.app !== undefined && extname(file) === '.html') {
    const page = readFileSync(file, 'utf8').replaceAll('%APP%', mount.app)
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' })
    response.end(page)
    return
  }
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': statSync(file).size,
    'Cache-Control': 'no-cache',
    ...mount.headers,
  })
  createReadStream(file).pipe(response)
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://host').pathname)
  } catch {
    return undefined
  }
}

/** The file, or a folder's index.html; undefined when it is absent or outside the folder. */
function fileIn(folder, path) {
  const root = resolve(folder)
  const file = resolve(join(root, path === '' || path.endsWith('/') ? `${path}index.html` : path))
  if (!file.startsWith(root + sep)) return undefined
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const port = Number(process.argv[2] ?? 4610)
  await serveDist(port)
  console.log(`http://127.0.0.1:${port}/`)
}
