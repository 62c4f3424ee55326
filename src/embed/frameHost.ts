import { connectElement } from './connectElement.ts'
import type { Embed, EmbedApi, EmbedEvents } from './embedApi.ts'
import { EmbedError, timedOut } from './embedError.ts'
import {
  type Hello,
  PROTOCOL,
  type Ready,
  type StepInfo,
  type ToEmbed,
  type ToHost,
} from './protocol.ts'
import { readStepInfo, readToHost } from './messagesToHost.ts'
import { createRateLimit } from './rateLimit.ts'

export interface ConnectOptions extends Partial<Omit<Hello, 'versions'>> {
  /** Origins that the frame may have besides that of its `src`, which may redirect. */
  readonly hosts?: readonly string[]
  /** Milliseconds that connecting, and each answer, may take; 10,000 when left out. */
  readonly timeout?: number
}

export { EmbedError }
export type { Embed, EmbedApi, EmbedEvents }

/**
 * Half of what an embed takes in a second, and no more than that unanswered: what an embed that was
 * busy finds waiting, and what follows within a second, are then not too much together.
 */
const messagesPerSecond = 25

/**
 * Connects to the timeline in a frame, or to a `<through-line>`. It may be called before the frame
 * has loaded, or long after; when the frame loads anew, the connection is made anew. Rejects with an
 * `EmbedError`. Of two connections to one frame, the later one counts.
 */
export function connect(target: Element, options: ConnectOptions = {}): Promise<Embed> {
  const timeout = options.timeout ?? 10_000
  return isFrame(target)
    ? connectFrame(target, { ...options, timeout })
    : connectElement(target, timeout)
}

type OrderOf<M> = M extends ToEmbed ? Pick<M, 'type' | 'p'> : never

/** What to say; the envelope comes with it when it is sent. */
type Order = OrderOf<ToEmbed>

interface Call {
  readonly order: Order & { readonly n: number }
  readonly resolve: (data: unknown) => void
  readonly reject: (error: EmbedError) => void
  readonly timer: ReturnType<typeof setTimeout>
}

function connectFrame(
  frame: HTMLIFrameElement,
  { hosts = [], timeout, ...who }: ConnectOptions & { readonly timeout: number },
): Promise<Embed> {
  const window = frame.ownerDocument.defaultView
  if (window === null) return Promise.reject(new EmbedError('target', 'The frame is in no page.'))
  const mayPass = createRateLimit(messagesPerSecond, () => performance.now())
  const listeners = new Set<(message: ToHost) => void>()
  const calls = new Map<number, Call>()
  let waiting: Call[] = []
  let pace: ReturnType<typeof setTimeout> | undefined
  let channel = ''
  /** The channel over which the embed has said that it is ready. */
  let openChannel: string | undefined
  let port: MessagePort | undefined
  let known: Pick<Ready, 'steps' | 'state'> = { steps: 0, state: {} }
  let sent = 0
  let isOver = false

  const number = (order: Order): Call['order'] => {
    sent += 1
    return { ...order, n: sent }
  }

  const hello = (ch: string, origin: string, ports: MessagePort[]): void => {
    const p = { host: 'page', role: 'live', ...who, versions: [PROTOCOL] } as const
    const message = { tl: PROTOCOL, ch, ...number({ type: 'hello', p }) }
    frame.contentWindow?.postMessage(message, origin, ports)
  }

  // Nobody knows who is in the frame, so the port is kept for the one who answers.
  const callOut = (): void => hello('', '*', [])

  const greet = (ch: string, origin: string): void => {
    const pipe = new MessageChannel()
    port?.close()
    channel = ch
    port = pipe.port1
    port.addEventListener('message', ({ data }) => hear(readToHost(data)))
    port.start()
    hello(ch, origin === 'null' ? '*' : origin, [pipe.port2])
  }

  const flush = (): void => {
    clearTimeout(pace)
    if (openChannel !== channel) return
    const unanswered = (): number => calls.size - waiting.length
    while (waiting.length > 0 && unanswered() < messagesPerSecond && mayPass()) {
      port?.postMessage({ tl: PROTOCOL, ch: channel, ...waiting.shift()?.order })
    }
    if (waiting.length > 0) pace = setTimeout(flush, 50)
  }

  const hear = (message: ToHost | undefined): void => {
    if (message === undefined || message.ch !== channel) return
    if (message.type === 'ready') {
      known = message.p
      // What an earlier page in the frame has not answered is asked again.
      if (openChannel !== channel) waiting = [...calls.values()]
      openChannel = channel
      flush()
    } else if (message.type === 'state') known = { ...known, state: message.p.state }
    else if (message.type === 'step') known = { ...known, steps: message.p.count }
    else if (message.type === 'result') {
      const call = calls.get(message.re ?? -1)
      if (message.p.ok) call?.resolve(message.p.data)
      else call?.reject(new EmbedError(message.p.code, message.p.message))
    }
    for (const listener of listeners) listener(message)
  }

  const onMessage = (event: MessageEvent): void => {
    if (event.source === null || event.source !== frame.contentWindow) return
    if (![...originsOf(frame, window), ...hosts].includes(event.origin)) return
    const message = readToHost(event.data)
    if (message?.type === 'ready' && message.ch !== channel) greet(message.ch, event.origin)
    // An embed that cannot start, or of another version, has no port to say so.
    else if (message?.type === 'error') for (const listener of listeners) listener(message)
  }

  const call = (order: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isOver) throw disconnected()
      const numbered = number(order)
      const end =
        <V>(then: (value: V) => void) =>
        (value: V): void => {
          clearTimeout(one.timer)
          calls.delete(numbered.n)
          waiting = waiting.filter((other) => other !== one)
          then(value)
        }
      const one: Call = {
        order: numbered,
        resolve: end(resolve),
        reject: end(reject),
        timer: setTimeout(() => one.reject(timedOut(order.type, timeout)), timeout),
      }
      calls.set(numbered.n, one)
      waiting.push(one)
      flush()
    })

  const disconnect = (): void => {
    window.removeEventListener('message', onMessage)
    frame.removeEventListener('load', callOut)
    clearTimeout(pace)
    port?.close()
    listeners.clear()
    isOver = true
    for (const one of calls.values()) one.reject(disconnected())
  }

  const move = (by: 1 | -1): Promise<StepInfo> => call({ type: 'move', p: { by } }).then(stepOf)

  const embed: Embed = {
    get steps() {
      return known.steps
    },
    get state() {
      return known.state
    },
    goto: (place) => call({ type: 'goto', p: place }).then(stepOf),
    next: () => move(1),
    prev: () => move(-1),
    set: (state, how) => call({ type: 'set', p: { state, ...how } }).then(nothing),
    settled: () => call({ type: 'get', p: { what: 'settled' } }).then(nothing),
    export: (format, size) =>
      call({ type: 'export', p: { format, ...(size && { size }) } }).then(blobOf),
    on: (type, listener) => {
      const hearOne = (message: Pick<ToHost, 'type'>): void => {
        if (isOf(message, type)) listener(message.p)
      }
      listeners.add(hearOne)
      return () => listeners.delete(hearOne)
    },
    disconnect,
  }

  return new Promise((resolve, reject) => {
    const fail = (error: EmbedError): void => {
      clearTimeout(timer)
      disconnect()
      reject(error)
    }
    const timer = setTimeout(() => fail(timedOut('connect', timeout)), timeout)
    const stopErrors = embed.on('error', ({ code, message }) => {
      // A parameter that was no good stops nothing.
      if (code !== 'param') fail(new EmbedError(code, message))
    })
    const stopReady = embed.on('ready', () => {
      clearTimeout(timer)
      stopErrors()
      stopReady()
      resolve(embed)
    })
    window.addEventListener('message', onMessage)
    frame.addEventListener('load', callOut)
    callOut()
  })
}

function isFrame(target: Element): target is HTMLIFrameElement {
  return target.localName === 'iframe'
}

/** The origins that the page in the frame may have: rule 3. */
function originsOf(frame: HTMLIFrameElement, window: Window): readonly string[] {
  const sandbox = frame.getAttribute('sandbox')
  const isOpaque = sandbox !== null && !/\ballow-same-origin\b/i.test(sandbox)
  // Frames inside a file or a sandbox share the fate of the page around them.
  const inherited = window.origin === 'null' ? ['null'] : []
  if (isOpaque) return ['null']
  try {
    return [new URL(frame.src).origin, ...inherited]
  } catch {
    return inherited
  }
}

/** Tells the compiler that type and payload of a message belong together. */
function isOf<K extends keyof EmbedEvents>(
  message: Pick<ToHost, 'type'>,
  type: K,
): message is { readonly type: K; readonly p: EmbedEvents[K] } {
  return message.type === type
}

function disconnected(): EmbedError {
  return new EmbedError('disconnected', 'The page has disconnected.')
}

function stepOf(data: unknown): StepInfo {
  const step = readStepInfo(data)
  if (step === undefined) throw new EmbedError('internal', 'The timeline did not say its step.')
  return step
}

function blobOf(data: unknown): Blob {
  if (data instanceof Blob) return data
  throw new EmbedError('internal', 'The timeline sent no file.')
}

function nothing(): void {}
