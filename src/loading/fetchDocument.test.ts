import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { noFilter } from '#core/data/filterState.ts'
import { checkSource } from './checkSource.ts'
import { documentQuery } from './documentQuery.ts'
import { fetchDocument } from './fetchDocument.ts'
import { LoadFailure } from './loadFailure.ts'
import { maxBytes, piecesOf, type Progress } from './readBody.ts'

const good = JSON.stringify({
  version: 1,
  title: 'A',
  events: [{ date: '2014', title: 'One' }, { title: 'lost' }],
})

let server: Server
let address: string
let requests: IncomingMessage[] = []
const answers = new Map<string, (response: ServerResponse) => void>()

/** Serves `body` under a path of its own, and gives the address. */
function serve(body: string | Uint8Array, status = 200, headers: Record<string, string> = {}) {
  const path = `/${answers.size}`
  answers.set(path, (response) => response.writeHead(status, headers).end(body))
  return address + path
}

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request)
    answers.get(request.url ?? '')?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : ''
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  requests = []
})

async function failureOf(url: string) {
  const error: unknown = await fetchDocument(url).catch((thrown: unknown) => thrown)
  if (!(error instanceof LoadFailure)) throw new Error(`Not a LoadFailure: ${String(error)}`)
  return error.reason
}

describe('fetchDocument', () => {
  it('loads a document, with problems and progress', async () => {
    const heard: Progress[] = []
    const url = serve(good, 200, { 'content-length': String(good.length) })
    const loaded = await fetchDocument(url, { onProgress: (progress) => heard.push(progress) })
    expect(loaded).toMatchObject({ url, finalOrigin: address, bytes: good.length })
    expect(loaded.table.length).toBe(1)
    expect(loaded.problems).toMatchObject([
      { code: 'date-missing', path: 'events[1].date', line: 1 },
    ])
    expect(heard[0]).toEqual({ received: 0, total: good.length })
    expect(heard.at(-1)).toEqual({ received: good.length, total: good.length })
    expect(requests[0]?.headers).not.toHaveProperty('cookie')
    expect(requests[0]?.headers).not.toHaveProperty('referer')
  })

  it('does not trust the length of a compressed answer', async () => {
    const heard: Progress[] = []
    const packed = gzipSync(good)
    const url = serve(packed, 200, {
      'content-length': String(packed.length),
      'content-encoding': 'gzip',
    })
    await fetchDocument(url, { onProgress: (progress) => heard.push(progress) })
    expect(heard.at(-1)).toEqual({ received: good.length, total: undefined })
  })

  it('forgets a length that is passed: between origins the encoding is hidden', async () => {
    const heard: Progress[] = []
    const response = new Response('abcdef', { headers: { 'content-length': '3' } })
    const pieces = piecesOf(
      response,
      (progress) => heard.push(progress),
      () => {},
    )
    let text = ''
    for await (const piece of pieces) text += new TextDecoder().decode(piece)
    expect(text).toBe('abcdef')
    expect(heard).toEqual([
      { received: 0, total: 3 },
      { received: 6, total: undefined },
    ])
  })

  it('names the origin after redirects', async () => {
    const target = serve(good).replace('127.0.0.1', 'localhost')
    const url = serve('', 302, { location: target })
    expect(await fetchDocument(url)).toMatchObject({ url, finalOrigin: new URL(target).origin })
  })

  it('accepts a byte order mark, and the wrong content type', async () => {
    const url = serve(`\ufeff${good}`, 200, { 'content-type': 'text/html' })
    expect((await fetchDocument(url)).table.length).toBe(1)
  })

  it('tells bytes that are not UTF-8, and keys that stand twice', async () => {
    const text = good.replace('"One"', '"One", "title": "T\u00e9"')
    const { problems } = await fetchDocument(serve(Buffer.from(text, 'latin1')))
    expect(problems.map(({ code }) => code)).toEqual([
      'bytes-unreadable',
      'key-repeated',
      'date-missing',
    ])
  })

  it.each<[string, string | Uint8Array, number, object]>([
    ['a missing file', '', 404, { kind: 'not-found', status: 404 }],
    ['a file that is gone', '', 410, { kind: 'not-found', status: 410 }],
    ['a forbidden file', '', 403, { kind: 'http', status: 403 }],
    ['a broken server', '', 500, { kind: 'http', status: 500 }],
    ['nothing', '', 200, { kind: 'empty' }],
    ['only blanks', ' \n ', 200, { kind: 'empty' }],
    ['a web page', '\n<!doctype html>', 200, { kind: 'is-html', excerpt: '<!doctype html>' }],
    ['a packed file', gzipSync(good), 200, { kind: 'is-gzip' }],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 200, { kind: 'is-utf16' }],
    ['UTF-16 without its mark', Buffer.from(good, 'utf16le'), 200, { kind: 'is-utf16' }],
    [
      'a trailing comma',
      '{"events": [1,]}',
      200,
      { kind: 'not-json', syntax: { line: 1, column: 14, code: 'trailing-comma' } },
    ],
    ['a number', '5', 200, { kind: 'no-events', problem: { code: 'not-an-object' } }],
    ['no events', '{"version": 1}', 200, { kind: 'no-events', problem: { line: 1 } }],
    ['a newer version', '{"version": 2, "events": []}', 200, { kind: 'newer-version' }],
  ])('says what %s is', async (_name, body, status, reason) => {
    expect(await failureOf(serve(body, status))).toMatchObject(reason)
  })

  it('tells no network from a refusal where it can', async () => {
    const closed = 'http://127.0.0.1:9/x'
    expect(await failureOf(closed)).toEqual({ kind: 'network' })
    vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
    expect(await failureOf(closed)).toEqual({
      kind: 'network-or-cors',
      origin: 'http://localhost',
      target: 'http://127.0.0.1:9',
      header: 'Access-Control-Allow-Origin',
    })
    vi.stubGlobal('navigator', { onLine: false })
    expect(await failureOf(closed)).toEqual({ kind: 'offline' })
  })

  it('does not take a part for the whole', async () => {
    const url = serve('')
    answers.set(new URL(url).pathname, (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"version": 1')
      setTimeout(() => response.destroy(), 50)
    })
    expect(await failureOf(url)).toEqual({ kind: 'interrupted', received: 13, total: 1000 })
  })

  it('gives up after thirty seconds of silence, not of work', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const url = serve('')
    let pieces = 0
    answers.set(new URL(url).pathname, (response) => {
      response.writeHead(200)
      response.write('{')
      pieces += 1
    })
    const onProgress = async ({ received }: Progress) => {
      if (received !== 1) return
      // Just short of the limit after the first byte, and then past it.
      await vi.advanceTimersByTimeAsync(29_000)
      await vi.advanceTimersByTimeAsync(2_000)
    }
    const error: unknown = await fetchDocument(url, {
      onProgress: (progress) => void onProgress(progress),
    }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: { kind: 'timeout', seconds: 30, received: 1 } })
    expect(pieces).toBe(1)
  })

  it('stops at the limit, by the stated length or by what comes', async () => {
    const stated = serve('')
    answers.set(new URL(stated).pathname, (response) => {
      response.writeHead(200, { 'content-length': String(maxBytes + 1) }).write('x')
    })
    expect(await failureOf(stated)).toMatchObject({ kind: 'too-large', total: maxBytes + 1 })
    // Not a gigabyte of it: ten bytes are read the same way.
    const pieces = [new Uint8Array(8), new Uint8Array(8), new Uint8Array(8)]
    let isCancelled = false
    const body = new ReadableStream({
      pull: (stream) => stream.enqueue(pieces.shift()),
      cancel: () => {
        isCancelled = true
      },
    })
    const taken = piecesOf(new Response(body), undefined, () => undefined, 10)
    expect(await taken.next()).toMatchObject({ done: false })
    await expect(taken.next()).rejects.toMatchObject({ reason: { kind: 'too-large', limit: 10 } })
    expect(isCancelled).toBe(true)
  })

  it('hands an abort through', async () => {
    const controller = new AbortController()
    const url = serve('')
    answers.set(new URL(url).pathname, () => controller.abort(new Error('enough')))
    await expect(fetchDocument(url, { signal: controller.signal })).rejects.toThrow('enough')
    await expect(fetchDocument(url, { signal: controller.signal })).rejects.toThrow('enough')
  })

  it('reads a large file where no worker can be had', async () => {
    const events = Array.from({ length: 20_000 }, (_, index) => ({
      id: `e${index}`,
      date: '2014',
      title: 'A long enough title '.repeat(5),
    }))
    const loaded = await fetchDocument(serve(JSON.stringify({ version: 1, title: 'A', events })))
    expect(loaded.bytes).toBeGreaterThan(2_000_000)
    expect(loaded.table.length).toBe(20_000)
  })
})

describe('checkSource', () => {
  const page = 'https://example.org/app/index.html'

  it.each([
    ['timeline.json', 'https://example.org/app/timeline.json'],
    ['../a b.json', 'https://example.org/a%20b.json'],
    ['//other.example/x', 'https://other.example/x'],
    ['https://other.example/x', 'https://other.example/x'],
    ['http://localhost:8000/x', 'http://localhost:8000/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
  ])('follows %s', (source, expected) => {
    expect(checkSource(source, page).href).toBe(expected)
  })

  it.each([
    ['javascript:alert(1)', 'scheme', 'javascript:'],
    [' java\nscript:alert(1)', 'scheme', 'javascript:'],
    ['data:application/json,{}', 'scheme', 'data:'],
    ['file:///etc/passwd', 'scheme', 'file:'],
    ['blob:https://example.org/1', 'scheme', 'blob:'],
    ['http://other.example/x', 'mixed-content', 'http:'],
    ['https://me:secret@other.example/', 'credentials', 'https:'],
    ['https://', 'unreadable', undefined],
  ])('refuses %j', async (source, why, scheme) => {
    expect(() => checkSource(source, page)).toThrow(LoadFailure)
    vi.stubGlobal('document', { baseURI: page })
    const reason = await failureOf(source)
    expect(reason).toEqual({ kind: 'bad-src', why, ...(scheme === undefined ? {} : { scheme }) })
  })

  it('follows an insecure address from an insecure page', () => {
    expect(checkSource('http://other.example/x', 'http://example.org/').protocol).toBe('http:')
  })
})

describe('documentQuery', () => {
  const look = () => ({ lanes: 'organizations', filter: noFilter }) as const

  it('tries again only what may pass, and twice at most', async () => {
    const client = new QueryClient()
    const ask = vi.fn<typeof fetch>()
    vi.stubGlobal('fetch', ask)
    ask.mockRejectedValue(new TypeError('Failed to fetch'))
    await expect(client.fetchQuery(documentQuery('http://x.example/a', look))).rejects.toThrow(
      'network',
    )
    expect(ask).toHaveBeenCalledTimes(3)
    ask.mockResolvedValue(new Response('', { status: 404 }))
    await expect(client.fetchQuery(documentQuery('http://x.example/b', look))).rejects.toThrow(
      'not-found',
    )
    expect(ask).toHaveBeenCalledTimes(4)
  })

  it('keeps what it fetched', async () => {
    const client = new QueryClient()
    const url = serve(good)
    const first = await client.fetchQuery(documentQuery(url, look))
    expect(await client.fetchQuery(documentQuery(url, look))).toBe(first)
    expect(requests).toHaveLength(1)
  })
})
