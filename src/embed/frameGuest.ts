import {
  type ChangedBy,
  type Edge,
  type ErrorCode,
  type Hello,
  PROTOCOL,
  type Ready,
  type Result,
  type StateParams,
  type StepInfo,
  type ToEmbed,
  type ToHost,
  claimedVersion,
} from './protocol.ts'
import { readToEmbed } from './messagesToEmbed.ts'
import { createRateLimit } from './rateLimit.ts'
import { address, isRecord } from './readers.ts'

/** What the app has to carry out; the rest is dealt with here. */
export type Command = Exclude<ToEmbed, { readonly type: 'hello' | 'ping' }>

type Answer = Result | undefined

type Payload<T> = Extract<ToHost, { readonly type: T }>['p']

/** The parts of a window that are used. */
export interface GuestWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void }
  readonly performance: { now(): number }
  addEventListener(type: 'message', listener: (message: MessageEvent) => void): void
  removeEventListener(type: 'message', listener: (message: MessageEvent) => void): void
  setTimeout(callback: () => void, delay: number): number
  clearTimeout(timer: number | undefined): void
}

export interface GuestOptions {
  readonly window: GuestWindow
  /** Origins that may send commands; empty for any. */
  readonly hosts: readonly string[]
  /** New at each load, hard to guess, at most 64 characters. */
  readonly channel: string
  /**
   * Carries out a command; `set` must pass the reader of the address. Undefined means done, but for
   * `export` and unknown things to `get` that it is not supported. `visible` also comes from decks
   * that know nothing of us. What it throws or rejects with is answered as an error.
   */
  readonly onCommand: (command: Command) => Answer | Promise<Answer>
  /** A host has introduced itself: its role, and whose keys it wants. */
  readonly onHello?: (hello: Hello) => void
  /** True inside a slide of reveal.js, as far as the page around lets anybody look. */
  readonly isInReveal?: () => boolean
  readonly state: () => StateParams
  /** The overview and then each step, so that the place in the list is the number of the step. */
  readonly steps: () => readonly StepInfo[]
  readonly size: () => { readonly w: number; readonly h: number }
}

export type ReadyInfo = Pick<Ready, 'caps' | 'aspect' | 'minHeight' | 'title' | 'warnings'>

/** Why a message was dropped. `port`: through the window although there is a port. */
export type DropReason = 'source' | 'origin' | 'channel' | 'early' | 'port' | 'rate' | 'shape'

/**
 * Who is around us, as far as it has shown: a deck (`ours`) or a page that speaks our protocol, or a
 * deck that does not.
 */
export type HostKind = 'ours' | 'page' | 'reveal' | 'slidev' | 'unknown'

export interface Guest {
  /** The timeline stands: offered to the host until it answers, at most five times in five seconds. */
  ready(info: ReadyInfo): void
  settled(step: number): void
  /** The state has changed; sent at most ten times a second, the last one always. */
  state(by: ChangedBy): void
  step(info: StepInfo): void
  edge(dir: Edge['dir'], key?: string): void
  /** CSS pixels. Sent even to hosts that have not introduced themselves. */
  size(w: number, h: number): void
  select(id: string | undefined): void
  /** Offers a link to the host; only web and mail addresses are sent. */
  link(url: string): void
  error(code: ErrorCode, message: string): void
  host(): HostKind
  /** How many messages were dropped so far, by reason. */
  dropped(): Readonly<Partial<Record<DropReason, number>>>
  dispose(): void
}

const messagesPerSecond = 50
const readyTries = 5
const readyEvery = 1000
const stateEvery = 100

/** The embed's side of the messages: docs/messages.md has the rules, by their numbers. */
export function attachGuest(options: GuestOptions): Guest {
  const { window, hosts, channel } = options
  const isFramed = !Object.is(window.parent, window)
  const mayPass = createRateLimit(messagesPerSecond, () => window.performance.now())
  const drops: Partial<Record<DropReason, number>> = {}
  let sent = 0
  let info: ReadyInfo | undefined
  let failure: { readonly code: ErrorCode; readonly message: string } | undefined
  let lastStep: StepInfo | undefined
  let deck: 'reveal' | 'slidev' | undefined
  /** The origin to answer to, known once a host has introduced itself. */
  let origin: string | undefined
  let isPage = true
  let port: MessagePort | undefined
  let readyTimer: number | undefined
  let stateTimer: number | undefined
  let stateSentAt = -Infinity
  let changedBy: ChangedBy | undefined

  const drop = (reason: DropReason): void => {
    drops[reason] = (drops[reason] ?? 0) + 1
  }

  const write = <T extends ToHost['type']>(type: T, p: Payload<T>, re?: number): object => {
    sent += 1
    return { tl: PROTOCOL, type, ch: channel, n: sent, ...(re === undefined ? {} : { re }), p }
  }

  const toWindow = <T extends ToHost['type']>(target: string, type: T, p: Payload<T>): void =>
    window.parent.postMessage(write(type, p), target)

  /** To the host, if there is one. */
  const send = <T extends ToHost['type']>(type: T, p: Payload<T>, re?: number): void => {
    if (port !== undefined) port.postMessage(write(type, p, re))
    else if (origin !== undefined) window.parent.postMessage(write(type, p, re), origin)
  }

  const readyMessage = (known: ReadyInfo): Ready => ({
    versions: [PROTOCOL],
    ch: channel,
    state: options.state(),
    steps: Math.max(0, options.steps().length - 1),
    ...known,
  })

  // Rule 1. What is offered to everybody is the state at the start, not what people did since.
  const offer = (message: Ready, tries: number): void => {
    toWindow('*', 'ready', message)
    if (tries > 1) readyTimer = window.setTimeout(() => offer(message, tries - 1), readyEvery)
  }

  const answer = (re: number, result: Result): void => {
    try {
      send('result', result, re)
    } catch {
      send('result', failed('internal', 'The answer cannot be sent.'), re)
    }
  }

  const obey = async (command: Command, otherwise: Result): Promise<Result> => {
    try {
      return (await options.onCommand(command)) ?? otherwise
    } catch (error) {
      return failed('internal', error instanceof Error ? error.message : String(error))
    }
  }

  const respond = (message: ToEmbed): void => {
    const { n } = message
    const reply = (result: Result): void => answer(n, result)
    switch (message.type) {
      case 'ping':
        return send('pong', {}, n)
      case 'get':
        if (message.p.what === 'state') return reply({ ok: true, data: options.state() })
        if (message.p.what === 'steps') return reply({ ok: true, data: options.steps() })
        if (message.p.what === 'size') return reply({ ok: true, data: options.size() })
        if (message.p.what === 'settled') return void obey(message, { ok: true }).then(reply)
        return void obey(message, unsupported).then(reply)
      case 'export':
        return void obey(message, unsupported).then(reply)
      case 'goto':
      case 'move':
        // The step is read when the command is done.
        return void obey(message, { ok: true }).then((result) => {
          const data = lastStep ?? options.steps()[0]
          const plain = result.ok && result.data === undefined && data !== undefined
          reply(plain ? { ok: true, data } : result)
        })
      case 'set':
      case 'visible':
      case 'focus':
        return void obey(message, { ok: true }).then(reply)
      case 'hello':
        // Introductions come through the window, where they bring a port.
        return drop('shape')
    }
  }

  const greet = (hello: Extract<ToEmbed, { readonly type: 'hello' }>, from: MessageEvent): void => {
    // A host that has not heard the channel yet leaves it empty.
    if (hello.ch !== channel && hello.ch !== '') return drop('channel')
    const target = targetOf(from.origin)
    if (!hello.p.versions.includes(PROTOCOL)) return refuseVersion(target)
    window.clearTimeout(readyTimer)
    const [newPort] = from.ports
    if (newPort === undefined && port !== undefined) {
      // Somebody looks for us anew; the port stays until another one comes.
      if (info !== undefined) toWindow(target, 'ready', readyMessage(info))
      return
    }
    port?.close()
    port = newPort
    origin = target
    isPage = hello.p.host === undefined || hello.p.host === 'page' || hello.p.host === 'other'
    port?.addEventListener('message', onPortMessage)
    port?.start()
    options.onHello?.(hello.p)
    if (info !== undefined) send('ready', readyMessage(info))
    if (failure !== undefined) send('error', failure)
  }

  const refuseVersion = (target: string): void =>
    toWindow(target, 'error', {
      code: 'version',
      message: `This timeline speaks version ${PROTOCOL} of the messages.`,
    })

  const onPortMessage = ({ data }: MessageEvent): void => {
    if (!mayPass()) return drop('rate')
    const message = readToEmbed(data)
    if (message === undefined) return drop('shape')
    if (message.ch !== channel) return drop('channel')
    respond(message)
  }

  /** Rule 7: what decks say that know nothing of us. True when it was such a thing. */
  const hearDeck = (data: unknown): boolean => {
    const isReveal = data === 'slide:start' || data === 'slide:stop'
    if (!isReveal && !isFromSlidev(data)) return false
    if (!mayPass()) drop('rate')
    else if (!isReveal) deck = 'slidev'
    else {
      deck = 'reveal'
      const p = { on: data === 'slide:start' }
      void obey({ tl: PROTOCOL, type: 'visible', ch: channel, n: 0, p }, { ok: true })
    }
    return true
  }

  const onWindowMessage = (event: MessageEvent): void => {
    const data: unknown = event.data
    const version = claimedVersion(data)
    // Rule 2, for decks as well. What is not meant for us is not counted.
    if (!Object.is(event.source, window.parent))
      return version === undefined ? undefined : drop('source')
    if (hosts.length > 0 && !hosts.includes(event.origin)) {
      return version === undefined ? undefined : drop('origin')
    }
    if (hearDeck(data) || version === undefined) return
    if (!mayPass()) return drop('rate')
    // Rule 5: a host of another time is told so.
    if (version !== PROTOCOL) {
      return isHello(data) ? refuseVersion(targetOf(event.origin)) : drop('shape')
    }
    const message = readToEmbed(data)
    if (message === undefined) return drop('shape')
    if (message.type === 'hello') return greet(message, event)
    // Rule 4, and nobody is answered who has not introduced himself.
    if (port !== undefined) return drop('port')
    if (origin === undefined) return drop('early')
    if (message.ch !== channel) return drop('channel')
    respond(message)
  }

  const sendState = (): void => {
    stateTimer = undefined
    if (changedBy === undefined) return
    stateSentAt = window.performance.now()
    send('state', { state: options.state(), by: changedBy })
    changedBy = undefined
  }

  if (isFramed) window.addEventListener('message', onWindowMessage)

  return {
    ready: (known) => {
      info = known
      failure = undefined
      if (!isFramed) return
      if (origin === undefined) offer(readyMessage(known), readyTries)
      else send('ready', readyMessage(known))
    },
    settled: (step) => send('settled', { step }),
    state: (by) => {
      // Rule 8: nothing is kept for a host that may come.
      if (origin === undefined) return
      changedBy = by
      const wait = stateSentAt + stateEvery - window.performance.now()
      if (wait <= 0 && stateTimer === undefined) sendState()
      else stateTimer ??= window.setTimeout(sendState, wait)
    },
    step: (step) => {
      lastStep = step
      send('step', step)
    },
    edge: (dir, key) => send('edge', { dir, key: key ?? null }),
    size: (w, h) => {
      if (origin === undefined && isFramed) toWindow('*', 'size', { w, h })
      else send('size', { w, h })
    },
    select: (id) => send('select', { event: id ?? null }),
    link: (url) => {
      if (address(url) !== undefined) send('link', { url })
    },
    error: (code, message) => {
      failure = { code, message }
      send('error', failure)
    },
    host: () => {
      if (origin === undefined) return deck ?? (options.isInReveal?.() ? 'reveal' : 'unknown')
      return isPage ? 'page' : 'ours'
    },
    dropped: () => ({ ...drops }),
    dispose: () => {
      window.removeEventListener('message', onWindowMessage)
      window.clearTimeout(readyTimer)
      window.clearTimeout(stateTimer)
      port?.close()
      port = undefined
      origin = undefined
    },
  }
}

const unsupported = failed('unsupported', 'This timeline cannot do that.')

function failed(code: string, message: string): Result {
  return { ok: false, code, message }
}

/** A file or a sandbox has the origin "null", which no message can be addressed to. */
function targetOf(origin: string): string {
  return origin === 'null' || origin === '' ? '*' : origin
}

function isFromSlidev(data: unknown): boolean {
  return fieldOf(data, 'target') === 'slidev'
}

function isHello(data: unknown): boolean {
  return fieldOf(data, 'type') === 'hello'
}

function fieldOf(data: unknown, name: string): unknown {
  try {
    return isRecord(data) ? data[name] : undefined
  } catch {
    return undefined
  }
}
