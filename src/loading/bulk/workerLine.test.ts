import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readLarge } from './readLarge.ts'
import type { FromWorker, ToWorker } from './bulkMessages.ts'

// The worker's own script, in this thread: what it hears and says goes through copies, as between threads.

const sent: ToWorker[] = []
const heard: FromWorker[] = []
let ended = 0
let isSilent = false

class FakeWorker extends EventTarget {
  #toScript: ((event: { data: ToWorker }) => void) | undefined

  constructor() {
    super()
    if (isSilent) {
      setTimeout(() => this.dispatchEvent(new Event('error')), 5)
      return
    }
    vi.stubGlobal(
      'addEventListener',
      (_kind: string, listen: (event: { data: ToWorker }) => void) => {
        this.#toScript = listen
      },
    )
    vi.stubGlobal(
      'postMessage',
      (message: FromWorker, { transfer }: { transfer: ArrayBuffer[] }) => {
        const data = structuredClone(message, { transfer })
        heard.push(data)
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })))
      },
    )
    vi.resetModules()
    void import('#loading/parse.worker.ts')
  }

  postMessage(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    const data = structuredClone(message, { transfer })
    sent.push(data)
    setTimeout(() => this.#toScript?.({ data }))
  }

  terminate(): void {
    ended += 1
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker)
  sent.length = 0
  heard.length = 0
  ended = 0
  isSilent = false
})
afterEach(() => vi.unstubAllGlobals())

const count = 60_000
const file = new TextEncoder().encode(
  JSON.stringify({
    version: 1,
    title: 'A',
    events: Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      date: `20${10 + (index % 80)}`,
      title: index === 7 ? 'A needle' : 'A straw of hay that is long enough',
    })),
  }),
)

async function* pieces() {
  for (let at = 0; at < file.length; at += 50_000) yield file.slice(at, at + 50_000)
}

const source = { name: 'a.json', type: null, stated: file.length }

it('hands over a file in few messages, and gets it back in one', async () => {
  const found: number[] = []
  const result = await readLarge([], pieces(), source, undefined, (events) => found.push(events))
  if (!('parsed' in result)) throw new Error('not read')
  const { table, problems } = result.parsed
  expect([table.length, problems]).toEqual([count, []])

  const megabytes = Math.ceil(file.length / 1_000_000)
  expect(sent.length).toBeLessThanOrEqual(megabytes + 4)
  const kinds = heard.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind !== 'found')).toEqual(['ready', 'bulk'])
  expect(kinds.length).toBeLessThanOrEqual(megabytes + 5)
  // It tells how many events were found, up to the last.
  expect(found.at(-1)).toBe(count)
  expect(found).toEqual(found.toSorted((a, b) => a - b))

  // The columns are all there is: nothing else grows with the number of events.
  const done = heard.find((message) => message.kind === 'bulk')
  const rest = JSON.stringify(done, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? undefined : value,
  )
  expect(rest.length).toBeLessThan(1000)

  const row = table.rowOf('e7') ?? -1
  expect(table.event(row)).toMatchObject({ id: 'e7', title: 'A needle' })
  expect(ended).toBe(1)
})

it('keeps the few events as objects that were asked for last', async () => {
  isSilent = true
  const result = await readLarge([], pieces(), source, undefined, undefined)
  if (!('parsed' in result)) throw new Error('not read')
  const { table } = result.parsed
  const first = table.event(0)
  for (let row = 1; row <= 4000; row += 1) table.event(row)
  expect(table.event(0)).toBe(first)
  for (let row = 1; row <= 5000; row += 1) table.event(row)
  expect(table.event(0)).not.toBe(first)
  expect(table.event(0)).toEqual(first)
})

it('reads here what a worker that never came was to read', async () => {
  isSilent = true
  const result = await readLarge([], pieces(), source, undefined, undefined)
  expect(result).toMatchObject({ parsed: { table: { length: count } } })
  expect([sent.length, ended]).toEqual([0, 1])
})

it('ends the worker when the reading is given up', async () => {
  const controller = new AbortController()
  const reading = readLarge([], pieces(), source, controller.signal, () => {
    controller.abort(new Error('enough'))
  })
  await expect(reading).rejects.toThrow('enough')
  expect(ended).toBe(1)
})
