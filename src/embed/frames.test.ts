import { afterEach, describe, expect, it, vi } from 'vitest'

import { type FakePair, fakePair } from './fakeWindows.ts'
import { type Command, type Guest, type GuestOptions, attachGuest } from './frameGuest.ts'
import { type ConnectOptions, type Embed, connect } from './frameHost.ts'
import type { Result, StepInfo } from './protocol.ts'

const host = 'https://host.example'
const embedOrigin = 'https://embed.example'

const stepInfo = (index: number): StepInfo => ({
  index,
  count: 3,
  atStart: index === 0,
  atEnd: index === 3,
  id: index === 0 ? null : `step-${index}`,
  title: `Step ${index}`,
  date: '2016',
  notes: '',
  sources: [],
})

const info = { caps: [], aspect: 16 / 9, minHeight: 180, title: 'T', warnings: [] }

/** What is to be stopped after a test; ports keep a process alive. */
const open: (() => void)[] = []
afterEach(() => {
  for (const stop of open.splice(0)) stop()
  vi.useRealTimers()
})

interface Embedded {
  readonly guest: Guest
  readonly commands: Command[]
}

function embed(
  pair: FakePair,
  options: Partial<GuestOptions> = {},
  carryOut?: GuestOptions['onCommand'],
): Embedded {
  const commands: Command[] = []
  let step = 0
  const guest: Guest = attachGuest({
    window: pair.frame as unknown as GuestOptions['window'],
    hosts: [],
    channel: 'channel-1',
    state: () => ({ step: String(step), org: 'webank' }),
    steps: () => [0, 1, 2, 3].map(stepInfo),
    size: () => ({ w: 640, h: 360 }),
    onCommand: (command) => {
      commands.push(command)
      if (carryOut !== undefined) return carryOut(command)
      if (command.type === 'move') step += command.p.by
      else if (command.type === 'goto' && 'step' in command.p) step = command.p.step
      else return undefined
      guest.step(stepInfo(step))
      return undefined
    },
    ...options,
  })
  open.push(guest.dispose)
  return { guest, commands }
}

async function connected(pair: FakePair, options: ConnectOptions = {}): Promise<Embed> {
  const made = await connect(frameOf(pair), options)
  open.push(made.disconnect)
  return made
}

/** What a promise is rejected with; heard at once, so that nothing counts as unhandled. */
function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

const frameOf = (pair: FakePair): HTMLIFrameElement => pair.iframe as unknown as HTMLIFrameElement

/** Lets everything that is on its way arrive. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

const say = (type: string, p: object = {}, more: object = {}): object => ({
  tl: 1,
  type,
  ch: 'channel-1',
  n: 1,
  ...more,
  p,
})

const types = (log: FakePair['toPage']): unknown[] =>
  log.map(({ data }) =>
    typeof data === 'object' && data !== null ? Reflect.get(data, 'type') : data,
  )

describe('a host and an embed', () => {
  it.each([
    ['the embed is there first', true],
    ['the host is there first', false],
  ])('find each other when %s', async (_name, embedFirst) => {
    const pair = fakePair(host, embedOrigin)
    const made = embedFirst ? undefined : connected(pair)
    await arrive()
    const { guest } = embed(pair)
    guest.ready(info)
    await arrive()
    const found = await (made ?? connected(pair))
    expect(found.steps).toBe(3)
    expect(found.state).toEqual({ step: '0', org: 'webank' })
    expect(guest.host()).toBe('page')
    expect(guest.dropped()).toEqual({})
  })

  it('find each other when the host says hello before the timeline stands', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    const made = connected(pair)
    await arrive()
    guest.ready(info)
    expect((await made).steps).toBe(3)
  })

  it('speak through the port once there is one', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    guest.ready(info)
    const made = await connected(pair)
    const before = [pair.toPage.length, pair.toFrame.length]
    await expect(made.goto({ step: 2 })).resolves.toEqual(stepInfo(2))
    await expect(made.next()).resolves.toEqual(stepInfo(3))
    await made.set({ org: 'fisco' }, { animate: false })
    expect([pair.toPage.length, pair.toFrame.length]).toEqual(before)
    expect(commands.map(({ type, p }) => [type, p])).toEqual([
      ['goto', { step: 2 }],
      ['move', { by: 1 }],
      ['set', { state: { org: 'fisco' }, animate: false }],
    ])
  })

  it.each([
    ['a sandbox', host, 'null', { sandbox: 'allow-scripts' }],
    ['a sandbox that keeps the origin', host, embedOrigin, { sandbox: 'allow-same-origin' }],
    ['files', 'null', 'null', {}],
  ])('meet in %s', async (_name, pageOrigin, frameOrigin, attributes) => {
    const pair = fakePair(pageOrigin, frameOrigin, attributes)
    embed(pair).guest.ready(info)
    const made = await connected(pair)
    await expect(made.next()).resolves.toEqual(stepInfo(1))
  })

  it('address each other by origin where there is one', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    guest.ready(info)
    await connected(pair)
    // The port goes to nobody but the embed.
    expect(pair.toFrame.at(-1)?.targetOrigin).toBe(embedOrigin)
    expect(pair.toFrame.slice(0, -1).every(({ targetOrigin }) => targetOrigin === '*')).toBe(true)
  })

  it('tell events, and the host keeps state and number of steps', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    guest.ready(info)
    const made = await connected(pair)
    const heard: unknown[] = []
    const stop = made.on('edge', (edge) => heard.push(edge))
    made.on('select', ({ event }) => heard.push(event))
    made.on('link', ({ url }) => heard.push(url))
    guest.edge(1, 'PageDown')
    guest.edge(-1)
    guest.select('ten-releases')
    guest.select(undefined)
    guest.link('https://a.example/')
    guest.link('javascript:alert(1)')
    guest.step({ ...stepInfo(1), count: 9 })
    await arrive()
    stop()
    guest.edge(1)
    await arrive()
    expect(heard).toEqual([
      { dir: 1, key: 'PageDown' },
      { dir: -1, key: null },
      'ten-releases',
      null,
      'https://a.example/',
    ])
    expect(made.steps).toBe(9)
  })

  it('answer what the host asks', async () => {
    const pair = fakePair(host, embedOrigin)
    let rest: (() => void) | undefined
    const blob = new Blob(['<svg/>'], { type: 'image/svg+xml' })
    embed(pair, {}, (command): Result | undefined | Promise<Result | undefined> => {
      if (command.type === 'export' && command.p.format === 'svg') return { ok: true, data: blob }
      if (command.type === 'goto') throw new Error('no such place')
      if (command.type !== 'get') return undefined
      return new Promise((resolve) => {
        rest = () => resolve(undefined)
      })
    }).guest.ready(info)
    const made = await connected(pair)
    expect(await (await made.export('svg', [640, 360])).text()).toBe('<svg/>')
    await expect(made.export('pdf')).rejects.toMatchObject({
      name: 'EmbedError',
      code: 'unsupported',
    })
    await expect(made.goto({ event: 'x' })).rejects.toMatchObject({ code: 'internal' })
    let isSettled = false
    const settled = made.settled().then(() => {
      isSettled = true
    })
    await arrive()
    expect(isSettled).toBe(false)
    rest?.()
    await settled
  })

  it('start again when the frame loads anew, with what was not answered', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair).guest.ready(info)
    const made = await connected(pair)
    pair.reload()
    // The old page is gone, and hears this no more than the window would.
    open.splice(0, 1)[0]?.()
    const asked = made.goto({ step: 3 })
    await arrive()
    const second = embed(pair, { channel: 'channel-2' })
    second.guest.ready(info)
    await expect(asked).resolves.toEqual(stepInfo(3))
    await expect(made.prev()).resolves.toEqual(stepInfo(2))
    expect(second.commands).toHaveLength(2)
  })

  it('send nothing twice while they find each other again', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair).guest.ready(info)
    const made = await connected(pair)
    pair.reload()
    const second = embed(pair, { channel: 'channel-2' })
    const hellos = pair.toFrame.length
    second.guest.ready(info)
    // Between the new port and the word that somebody listens to it.
    while (pair.toFrame.length === hellos) await Promise.resolve()
    await expect(made.next()).resolves.toEqual(stepInfo(1))
    await arrive()
    expect(second.commands).toHaveLength(1)
  })

  it('find each other again when all that the embed offered was lost', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair).guest.ready(info)
    const made = await connected(pair)
    pair.reload()
    // With the page goes its end of the port.
    open.splice(0, 1)[0]?.()
    const second = embed(pair, { channel: 'channel-2' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { postMessage } = pair.page
    pair.page.postMessage = () => undefined
    second.guest.ready(info)
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    pair.page.postMessage = postMessage
    pair.iframe.dispatchEvent(new Event('load'))
    await expect(made.goto({ step: 2 })).resolves.toEqual(stepInfo(2))
  })

  it('stay connected when somebody else looks for the embed', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair).guest.ready(info)
    const made = await connected(pair)
    pair.frame.postMessage(say('hello', { versions: [1] }, { ch: '' }), '*')
    await arrive()
    expect(types(pair.toPage).at(-1)).toBe('ready')
    await expect(made.next()).resolves.toEqual(stepInfo(1))
  })

  it('keep what an embed has not answered to what it takes in a second', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair, {}, () => new Promise(() => undefined))
    guest.ready(info)
    const made = await connected(pair)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const all = Array.from({ length: 30 }, () => failureOf(made.next()))
    await vi.advanceTimersByTimeAsync(5000)
    await arrive()
    expect(commands).toHaveLength(25)
    made.disconnect()
    await Promise.all(all)
  })

  it('never send faster than an embed takes, and lose nothing', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    guest.ready(info)
    const made = await connected(pair)
    const all = Array.from({ length: 60 }, (_, index) => made.goto({ step: index % 4 }))
    await arrive()
    expect(commands).toHaveLength(25)
    await Promise.all(all)
    expect(commands).toHaveLength(60)
    expect(guest.dropped()).toEqual({})
  }, 20_000)
})

describe('the host', () => {
  it('gives up after ten seconds, by a name', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const made = connect(frameOf(fakePair(host, embedOrigin)))
    const failed = failureOf(made)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failed).toMatchObject({ name: 'EmbedError', code: 'timeout' })
  })

  it('gives up on one answer after ten seconds, and on all when it disconnects', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair, {}, () => new Promise(() => undefined)).guest.ready(info)
    const made = await connected(pair)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const first = failureOf(made.next())
    await vi.advanceTimersByTimeAsync(9_999)
    const second = failureOf(made.next())
    await vi.advanceTimersByTimeAsync(1)
    expect(await first).toMatchObject({ code: 'timeout' })
    made.disconnect()
    expect(await second).toMatchObject({ code: 'disconnected' })
    await expect(made.next()).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('says why an embed cannot start', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    const failed = failureOf(connect(frameOf(pair)))
    await arrive()
    guest.error('data', 'Not JSON.')
    expect(await failed).toMatchObject({ code: 'data' })
  })

  it('says why also when it comes after the failure', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair).guest.error('data', 'Not JSON.')
    expect(await failureOf(connect(frameOf(pair)))).toMatchObject({ code: 'data' })
  })

  it('takes no offence at a parameter that was no good', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    const made = connected(pair)
    await arrive()
    guest.error('param', 'theme=loud')
    await arrive()
    guest.ready(info)
    expect((await made).steps).toBe(3)
  })

  it.each([
    ['another window', { origin: embedOrigin, source: {} }],
    ['no window', { origin: embedOrigin, source: null }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandbox that it did not make', { origin: 'null' }],
    ['an address that only begins like it', { origin: 'https://embed.example.evil.example' }],
  ])('hears nothing from %s', async (_name, from) => {
    const pair = fakePair(host, embedOrigin)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const made = connect(frameOf(pair))
    const failed = failureOf(made)
    const data = say('ready', { ...info, versions: [1], ch: 'channel-1', state: {}, steps: 9 })
    pair.forge('page', { source: pair.frame, data, ...from })
    await arrive()
    // The port would go with the second hello.
    expect(types(pair.toFrame)).toEqual(['hello'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failed).toMatchObject({ code: 'timeout' })
  })

  it('may name the origin to which the frame is redirected', async () => {
    const pair = fakePair(host, 'https://mirror.example')
    Object.assign(pair.iframe, { src: `${embedOrigin}/embed.html` })
    embed(pair).guest.ready(info)
    const made = await connected(pair, { hosts: ['https://mirror.example'] })
    expect(made.steps).toBe(3)
  })
})

describe('the embed', () => {
  it('offers itself to everybody five times in five seconds, and stops when a host is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const pair = fakePair(host, embedOrigin)
    embed(pair).guest.ready(info)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(types(pair.toPage)).toEqual(['ready', 'ready', 'ready', 'ready', 'ready'])
    expect(pair.toPage.every(({ targetOrigin }) => targetOrigin === '*')).toBe(true)

    const other = fakePair(host, embedOrigin)
    embed(other).guest.ready(info)
    other.frame.postMessage(say('hello', { versions: [1] }, { ch: '' }), '*')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(other.toPage.map(({ targetOrigin }) => targetOrigin)).toEqual(['*', host])
  })

  it('says nothing of what people do until a host is there', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    guest.state('user')
    guest.step(stepInfo(1))
    guest.select('a')
    guest.settled(1)
    guest.edge(1)
    guest.link('https://a.example/')
    guest.error('data', 'x')
    await arrive()
    expect(pair.toPage).toEqual([])
    guest.size(640, 400)
    expect(types(pair.toPage)).toEqual(['size'])
  })

  const commandFrom: readonly [string, string, Parameters<FakePair['forge']>[1]][] = [
    ['a sibling frame', 'source', { data: say('goto', { step: 2 }), origin: host, source: {} }],
    [
      'a script without a window',
      'source',
      { data: say('goto', { step: 2 }), origin: host, source: null },
    ],
  ]
  it.each(commandFrom)('obeys no command from %s', async (_name, reason, forged) => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    pair.forge('frame', forged)
    await arrive()
    expect(commands).toEqual([])
    expect(guest.dropped()).toEqual({ [reason]: 1 })
  })

  it('obeys no other channel, nobody who has not said hello, and no window beside a port', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    guest.ready(info)
    pair.frame.postMessage(say('goto', { step: 2 }), '*')
    pair.frame.postMessage(say('hello', { versions: [1] }, { ch: 'another' }), '*')
    await arrive()
    expect(guest.dropped()).toEqual({ early: 1, channel: 1 })
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    pair.frame.postMessage(say('goto', { step: 2 }, { ch: 'another' }), '*')
    await arrive()
    expect(guest.dropped()).toEqual({ early: 1, channel: 2 })
    await connected(pair)
    pair.frame.postMessage(say('goto', { step: 2 }), '*')
    await arrive()
    expect(guest.dropped()).toEqual({ early: 1, channel: 2, port: 1 })
    expect(commands).toEqual([])
  })

  it('obeys only the hosts that its address names, and shows itself to all the same', async () => {
    const pair = fakePair('https://b.example', embedOrigin)
    const { guest, commands } = embed(pair, { hosts: ['https://a.example'] })
    guest.ready(info)
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    pair.frame.postMessage(say('goto', { step: 2 }), '*')
    pair.frame.postMessage('slide:stop', '*')
    await arrive()
    expect(commands).toEqual([])
    expect(guest.dropped()).toEqual({ origin: 2 })
    expect(types(pair.toPage)).toEqual(['ready'])
    expect(guest.host()).toBe('unknown')
  })

  it.each([
    ['a later version', say('hello', { versions: [2] }, { tl: 2 })],
    ['a list without ours', say('hello', { versions: [2, 3] })],
  ])('tells a host of %s so, and goes on by hand', async (_name, hello) => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    pair.frame.postMessage(hello, '*')
    pair.frame.postMessage(say('goto', { step: 1 }), '*')
    await arrive()
    expect(pair.toPage).toMatchObject([
      { targetOrigin: host, data: { type: 'error', p: { code: 'version' } } },
    ])
    expect(commands).toEqual([])
    expect(guest.dropped()).toEqual({ early: 1 })
  })

  it('drops and counts what is too much, too large or no message', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    for (let n = 0; n < 70; n += 1) pair.frame.postMessage(say('move', { by: 1 }), '*')
    await arrive()
    expect(commands).toHaveLength(49)
    expect(guest.dropped()).toEqual({ rate: 21 })
    vi.advanceTimersByTime(1000)
    pair.frame.postMessage(say('set', { state: { q: 'x'.repeat(300_000) } }), '*')
    pair.frame.postMessage(say('unheard-of'), '*')
    pair.frame.postMessage(say('move', { by: 1 }), '*')
    // Neither ours nor a deck's: not counted.
    pair.frame.postMessage({ hello: 'world' }, '*')
    pair.frame.postMessage('pymxPYMxaxPYMxwidthxPYMx640', '*')
    await arrive()
    expect(commands).toHaveLength(50)
    expect(guest.dropped()).toEqual({ rate: 21, shape: 2 })
  })

  it('offers no link that could run something', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    await arrive()
    guest.link('javascript:alert(1)')
    guest.link('data:text/html,x')
    expect(pair.toPage).toEqual([])
    guest.link('mailto:a@b.example')
    expect(types(pair.toPage)).toEqual(['link'])
  })

  it('understands reveal and knows it by that', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    pair.frame.postMessage('slide:start', '*')
    await arrive()
    expect(guest.host()).toBe('reveal')
    pair.frame.postMessage('slide:stop', '*')
    await arrive()
    expect(commands.map(({ type, p }) => [type, p])).toEqual([
      ['visible', { on: true }],
      ['visible', { on: false }],
    ])
    expect(pair.toPage).toEqual([])
  })

  it('knows Slidev by what it says, and every deck that says hello as ours', async () => {
    const pair = fakePair(host, embedOrigin)
    const hellos: unknown[] = []
    const { guest } = embed(pair, { onHello: (hello) => hellos.push(hello) })
    pair.frame.postMessage({ target: 'slidev', navState: { no: 1 } }, '*')
    await arrive()
    expect(guest.host()).toBe('slidev')
    const hello = { versions: [1], host: 'slidev', role: 'preview', keys: 'deck' }
    pair.frame.postMessage(say('hello', hello), '*')
    await arrive()
    expect(guest.host()).toBe('ours')
    expect(hellos).toEqual([hello])
  })

  it('tells its state at most ten times a second, and the last one always', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest } = embed(pair)
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    await arrive()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    for (let at = 0; at < 1000; at += 10) {
      guest.state(at === 990 ? 'host' : 'user')
      vi.advanceTimersByTime(10)
    }
    vi.advanceTimersByTime(500)
    const told = pair.toPage.map(({ data }) => data)
    expect(told.length).toBeGreaterThanOrEqual(10)
    expect(told.length).toBeLessThanOrEqual(11)
    expect(told.at(-1)).toMatchObject({ type: 'state', p: { by: 'host', state: { step: '0' } } })
  })

  it('answers what it is asked', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair)
    pair.frame.postMessage(say('hello', { versions: [1] }), '*')
    pair.frame.postMessage(say('ping', {}, { n: 5 }), '*')
    pair.frame.postMessage(say('get', { what: 'state' }, { n: 6 }), '*')
    pair.frame.postMessage(say('get', { what: 'steps' }, { n: 7 }), '*')
    pair.frame.postMessage(say('get', { what: 'size' }, { n: 8 }), '*')
    pair.frame.postMessage(say('get', { what: 'weather' }, { n: 9 }), '*')
    await arrive()
    expect(pair.toPage.map(({ data }) => data)).toMatchObject([
      { type: 'pong', re: 5 },
      { type: 'result', re: 6, p: { ok: true, data: { step: '0', org: 'webank' } } },
      { type: 'result', re: 7, p: { ok: true, data: [0, 1, 2, 3].map(stepInfo) } },
      { type: 'result', re: 8, p: { ok: true, data: { w: 640, h: 360 } } },
      { type: 'result', re: 9, p: { ok: false, code: 'unsupported' } },
    ])
  })

  it('answers also when the answer cannot be sent', async () => {
    const pair = fakePair(host, embedOrigin)
    embed(pair, {}, () => ({ ok: true, data: () => 'a function' })).guest.ready(info)
    const made = await connected(pair)
    await expect(made.set({ q: 'x' })).rejects.toMatchObject({ code: 'internal' })
  })

  it('says nothing on a page of its own', () => {
    const pair = fakePair(host, embedOrigin)
    const alone = { ...pair, frame: Object.assign(pair.frame, { parent: pair.frame }) }
    const { guest } = embed(alone)
    guest.ready(info)
    guest.size(1, 1)
    expect(pair.toPage).toEqual([])
    expect(guest.host()).toBe('unknown')
  })

  it('is silent after it was disposed of', async () => {
    const pair = fakePair(host, embedOrigin)
    const { guest, commands } = embed(pair)
    guest.ready(info)
    const made = await connected(pair)
    guest.dispose()
    const before = pair.toPage.length
    guest.step(stepInfo(1))
    guest.state('user')
    pair.frame.postMessage('slide:start', '*')
    void made.next().catch(() => undefined)
    await arrive()
    expect(commands).toEqual([])
    expect(pair.toPage).toHaveLength(before)
  })
})
