import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const isCode = /\.(js|css)$/

/**
 * A static host of `mounts` (path → folder) on a free port of this machine. Code and pages are sent
 * gzipped, as any host does, and are so beforehand: compressing falls into no measurement. Data is
 * sent plain. Like most hosts it sends no policy: that of our page stands in the page.
 */
export async function serve(mounts) {
  const zipped = new Map()
  let codeBytes = 0

  const zip = (file) => {
    if (!zipped.has(file)) zipped.set(file, gzipSync(readFileSync(file), { level: 9 }))
    return zipped.get(file)
  }

  for (const folder of Object.values(mounts)) {
    for (const name of readdirSync(folder, { recursive: true })) {
      if (isCode.test(name) || extname(name) === '.html') zip(resolve(folder, name))
    }
  }

  const server = createServer((request, response) => {
    const file = fileFor(request.url ?? '/', mounts)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    const head = { 'Content-Type': type, 'Cache-Control': 'no-cache' }
    if (isCode.test(file) || extname(file) === '.html') {
      const body = zip(file)
      if (isCode.test(file)) codeBytes += body.length
      response.writeHead(200, {
        ...head,
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
      })
      response.end(body)
      return
    }
    response.writeHead(200, { ...head, 'Content-Length': statSync(file).size })
    createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Bytes of scripts and styles sent since this was last asked. */
    takeCodeBytes() {
      const taken = codeBytes
      codeBytes = 0
      return taken
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function fileFor(url, mounts) {
  const path = decodeURIComponent(new URL(url, 'http://host').pathname)
  const prefix = Object.keys(mounts).find((start) => path.startsWith(start))
  if (prefix === undefined) return undefined
  const folder = resolve(mounts[prefix])
  const rest = path.slice(prefix.length)
  const file = resolve(join(folder, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest))
  if (!file.startsWith(folder + sep)) return undefined
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}
