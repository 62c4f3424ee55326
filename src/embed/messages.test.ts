import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readToEmbed } from './messagesToEmbed.ts'
import { readToHost } from './messagesToHost.ts'
import { claimedVersion } from './protocol.ts'

const envelope = { tl: 1, ch: 'c', n: 3 }

const stepInfo = {
  index: 1,
  count: 3,
  atStart: false,
  atEnd: false,
  id: 'a',
  title: 'A',
  date: '2016',
  notes: '',
  sources: [{ label: 'S', url: 'https://a.example/' }, { label: 'paper' }],
}

const ready = {
  versions: [1],
  ch: 'c',
  caps: [],
  state: { org: 'webank' },
  steps: 3,
  aspect: 1.7,
  minHeight: 180,
  title: 'T',
  warnings: [],
}

interface Sample {
  readonly type: string
  readonly re?: number
  readonly p: object
}

const toEmbed: readonly Sample[] = [
  { type: 'hello', p: { versions: [1, 2], host: 'reveal', role: 'live', keys: 'deck' } },
  { type: 'hello', p: { versions: [1], slide: { w: 960, h: 700, scale: 1.5 } } },
  { type: 'goto', p: { step: 2 } },
  { type: 'goto', p: { event: 'ten-releases' } },
  { type: 'goto', p: { range: '2014/2019' } },
  { type: 'move', p: { by: -1 } },
  { type: 'set', p: { state: { org: 'webank', q: '' }, animate: false } },
  { type: 'get', p: { what: 'state' } },
  { type: 'visible', p: { on: true } },
  { type: 'focus', p: { on: false } },
  { type: 'export', p: { format: 'svg', size: [1920, 1080] } },
  { type: 'ping', p: {} },
]

const toHost: readonly Sample[] = [
  { type: 'ready', p: ready },
  { type: 'settled', p: { step: 0 } },
  { type: 'state', p: { state: {}, by: 'user' } },
  { type: 'step', p: stepInfo },
  { type: 'edge', p: { dir: 1, key: 'PageDown' } },
  { type: 'edge', p: { dir: 0, key: '.' } },
  { type: 'size', p: { w: 640, h: 360 } },
  { type: 'select', p: { event: 'a' } },
  { type: 'select', p: { event: null } },
  { type: 'edge', p: { dir: -1, key: null } },
  { type: 'link', p: { url: 'mailto:a@b.example' } },
  { type: 'result', re: 4, p: { ok: true, data: { any: [1, 'two', null] } } },
  { type: 'result', re: 4, p: { ok: false, code: 'unsupported', message: 'm' } },
  { type: 'error', p: { code: 'data', message: 'm' } },
  { type: 'pong', re: 1, p: {} },
]

const samples = [...toEmbed, ...toHost]

interface Direction {
  readonly name: string
  readonly read: (data: unknown) => unknown
  readonly messages: readonly Sample[]
  readonly bad: readonly Sample[]
}

describe.each<Direction>([
  {
    name: 'to the embed',
    read: readToEmbed,
    messages: toEmbed,
    bad: [
      { type: 'hello', p: {} },
      { type: 'hello', p: { versions: ['1'] } },
      { type: 'goto', p: { step: -1 } },
      { type: 'goto', p: { step: 1.5 } },
      { type: 'goto', p: { step: Number.NaN } },
      { type: 'goto', p: { event: 7 } },
      { type: 'move', p: { by: 2 } },
      { type: 'set', p: { state: { org: ['a'] } } },
      { type: 'set', p: { state: 'org=a' } },
      { type: 'visible', p: { on: 1 } },
      { type: 'export', p: {} },
      { type: 'ready', p: ready },
    ],
  },
  {
    name: 'to the host',
    read: readToHost,
    messages: toHost,
    bad: [
      { type: 'link', p: { url: 'javascript:alert(1)' } },
      { type: 'link', p: { url: '//a.example' } },
      { type: 'step', p: { ...stepInfo, sources: [{ url: 'https://a.example/' }] } },
      { type: 'ready', p: { ...ready, warnings: 'none' } },
      { type: 'result', p: { ok: 1 } },
      { type: 'size', p: { w: -1, h: 3 } },
      { type: 'goto', p: { step: 2 } },
    ],
  },
])('a message $name', ({ read, messages, bad }) => {
  it.each(messages)('of type $type is read as it is: $p', (message) => {
    const sent = { ...envelope, ...message }
    expect(read(sent)).toEqual(sent)
    expect(read(structuredClone(sent))).toEqual(sent)
  })

  it.each(bad)('of type $type with $p is none', (message) => {
    expect(read({ ...envelope, ...message })).toBeUndefined()
  })

  it.each(messages)('of type $type needs its brand, its channel and its number', (message) => {
    const sent = { ...envelope, ...message }
    expect(read({ ...sent, tl: 2 })).toBeUndefined()
    expect(read({ ...sent, tl: '1' })).toBeUndefined()
    expect(read({ ...sent, ch: 7 })).toBeUndefined()
    expect(read({ ...sent, ch: 'c'.repeat(64) })).toBeDefined()
    expect(read({ ...sent, ch: 'c'.repeat(65) })).toBeUndefined()
    expect(read({ ...sent, n: Infinity })).toBeUndefined()
    expect(read({ ...sent, n: '1' })).toBeUndefined()
  })

  it.each(messages)('of type $type loses what is not known', (message) => {
    const more = { ...envelope, ...message, extra: 1, p: { ...message.p, later: { a: [1] } } }
    expect(read(more)).toEqual({ ...envelope, ...message })
  })
})

it('reads slips of plain JavaScript in a state as what is meant', () => {
  const p = { state: { step: 2, static: true, org: null, topic: undefined } }
  expect(readToEmbed({ ...envelope, type: 'set', p })?.p).toEqual({
    state: { step: '2', static: 'true', org: '' },
  })
})

it('leaves out an optional field that is no good', () => {
  const p = { versions: [1], host: 'a later one', slide: { w: 1 } }
  expect(readToEmbed({ ...envelope, type: 'hello', p })?.p).toEqual({ versions: [1] })
  const size = { format: 'png', size: [1e9, 1] }
  expect(readToEmbed({ ...envelope, type: 'export', p: size })?.p).toEqual({ format: 'png' })
})

it('passes a blob on', () => {
  const data = new Blob(['<svg/>'])
  const message = readToHost({ ...envelope, type: 'result', re: 1, p: { ok: true, data } })
  expect(message?.p).toEqual({ ok: true, data })
  expect(message?.type === 'result' && message.p.ok && message.p.data).toBe(data)
})

describe('limits', () => {
  const withData = (data: unknown): unknown =>
    readToHost({ ...envelope, type: 'result', re: 1, p: { ok: true, data } })

  const nested = (depth: number): unknown => {
    let data: unknown = 1
    for (let level = 0; level < depth; level += 1) data = level % 2 === 0 ? [data] : { data }
    return data
  }

  it('takes twenty levels and no more', () => {
    // The message and its payload are two of them.
    expect(withData(nested(18))).toBeDefined()
    expect(withData(nested(19))).toBeUndefined()
    expect(withData(nested(100_000))).toBeUndefined()
  })

  it('takes 256 KB and no more, however they are spread', () => {
    expect(withData('x'.repeat(255 * 1024))).toBeDefined()
    expect(withData('x'.repeat(257 * 1024))).toBeUndefined()
    expect(withData(Array.from({ length: 100 }, () => 'x'.repeat(3000)))).toBeUndefined()
    expect(withData({ ['x'.repeat(300_000)]: 1 })).toBeUndefined()
    expect(withData(Array.from({ length: 300_000 }, () => 1))).toBeUndefined()
    expect(readToHost({ ...envelope, type: 'pong', junk: 'x'.repeat(300_000) })).toBeUndefined()
  })

  it('is not kept busy by what is small to send and large to read', () => {
    const sparse: unknown[] = []
    sparse.length = 4_000_000_000
    expect(withData(sparse)).toBeUndefined()
    // Ten times itself, twenty levels deep, is ten to the twentieth.
    let bomb: unknown[] = [1]
    for (let level = 0; level < 15; level += 1) bomb = Array.from({ length: 10 }, () => bomb)
    expect(withData(bomb)).toBeUndefined()
    expect(withData(new Uint8Array(50_000_000))).toBeDefined()
  })
})

describe('hostile data', () => {
  const circle: Record<string, unknown> = { ...envelope, type: 'ping' }
  circle.p = circle
  const throwing = {
    ...envelope,
    type: 'ping',
    get p(): unknown {
      throw new Error('no')
    },
  }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  const trap = new Proxy(
    { ...envelope, type: 'ping', p: {} },
    {
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  const endless = new Proxy([], { get: () => Number.NaN })

  it.each([
    ['a circle', circle],
    ['a getter that throws', throwing],
    ['a revoked proxy', revoked.proxy],
    ['a proxy that throws', trap],
    ['a list without a length', { ...envelope, type: 'ping', p: { endless } }],
    ['undefined', undefined],
    ['null', null],
    ['a string', JSON.stringify({ ...envelope, type: 'ping', p: {} })],
    ['a string for reveal', '{"method":"next","args":[]}'],
    ['a function', () => envelope],
    ['a list', [envelope]],
    ['a map', new Map(Object.entries({ ...envelope, type: 'ping', p: {} }))],
    ['a date', new Date(0)],
    ['a big number', { ...envelope, n: 10n, type: 'ping' }],
    ['a symbol', Symbol('tl')],
    ['a type of Object', { ...envelope, type: 'constructor', p: {} }],
    ['a type of prototypes', { ...envelope, type: '__proto__', p: {} }],
    ['inherited fields', Object.create({ ...envelope, type: 'ping', p: {} })],
  ])('%s is no message', (_name, data) => {
    expect(readToEmbed(data)).toBeUndefined()
    expect(readToHost(data)).toBeUndefined()
    expect(() => claimedVersion(data)).not.toThrow()
  })

  it('pollutes no prototype and inherits nothing', () => {
    const p: unknown = JSON.parse(
      '{"state": {"__proto__": {"polluted": "yes"}, "constructor": "c"}}',
    )
    const message = readToEmbed({ ...envelope, type: 'set', p })
    expect(message?.p).toEqual({ state: { constructor: 'c' } })
    const data: unknown = JSON.parse('{"a": 1, "__proto__": {"polluted": "yes"}}')
    const result = readToHost({ ...envelope, type: 'result', p: { ok: true, data } })
    const passed = result?.type === 'result' && result.p.ok ? result.p.data : undefined
    expect(passed).toEqual({ a: 1 })
    expect(Reflect.get(Object(passed), 'polluted')).toBeUndefined()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(message?.type === 'set' && Object.getPrototypeOf(message.p.state)).toBe(Object.prototype)
  })

  it('reads each field once, so that what is checked is what is used', () => {
    let asked = 0
    const p = {
      get step() {
        asked += 1
        return asked === 1 ? 1 : 'another'
      },
    }
    expect(readToEmbed({ ...envelope, type: 'goto', p })?.p).toEqual({ step: 1 })
  })
})

describe('ten thousand messages at random', () => {
  const types = fc.constantFrom(
    'hello',
    'goto',
    'move',
    'set',
    'get',
    'visible',
    'focus',
    'export',
    'ping',
    'ready',
    'settled',
    'state',
    'step',
    'edge',
    'size',
    'select',
    'link',
    'result',
    'error',
    'pong',
  )
  const names = fc.constantFrom(
    'versions',
    'step',
    'event',
    'range',
    'by',
    'state',
    'what',
    'on',
    'format',
    'size',
    'ok',
    'data',
    'code',
    'message',
    'url',
    'w',
    'h',
    'dir',
    'key',
    'index',
    'count',
    '__proto__',
  )
  const values = fc.oneof(
    fc.anything({ withMap: true, withSet: true, withTypedArray: true, withBigInt: true }),
    fc.constantFrom<unknown>(1, -1, 0, true, false, 'a', 'https://a.example/', [1], {}),
  )
  const payload = fc.oneof(values, fc.dictionary(names, values, { maxKeys: 6 }))
  /** True messages with one field changed. */
  const slips = fc
    .tuple(fc.constantFrom(...samples), names, values, fc.boolean())
    .map(([sample, name, value, inside]) => ({
      ...envelope,
      ...sample,
      ...(inside ? { p: { ...sample.p, [name]: value } } : { [name]: value }),
    }))
  const anything = fc.oneof(
    slips,
    fc.anything({ withNullPrototype: true, withSparseArray: true }),
    fc.record(
      {
        tl: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, fc.anything()),
        type: fc.oneof({ weight: 9, arbitrary: types }, fc.anything()),
        ch: fc.oneof({ weight: 9, arbitrary: fc.string() }, fc.anything()),
        n: fc.oneof({ weight: 9, arbitrary: fc.nat() }, fc.anything()),
        re: fc.anything(),
        p: payload,
      },
      { requiredKeys: ['tl', 'type', 'ch', 'n'] },
    ),
  )

  it('never throws, never stalls, and gives only what can be read again', () => {
    let understood = 0
    fc.assert(
      fc.property(anything, (data) => {
        for (const read of [readToEmbed, readToHost]) {
          const message = read(data)
          if (message === undefined) continue
          understood += 1
          expect(message.tl).toBe(1)
          expect(Number.isFinite(message.n)).toBe(true)
          expect(read(message)).toEqual(message)
          expect(read(structuredClone(message))).toEqual(message)
        }
      }),
      { numRuns: 10_000 },
    )
    // If hardly any were messages, the property would say little.
    expect(understood).toBeGreaterThan(2000)
  }, 60_000)
})
