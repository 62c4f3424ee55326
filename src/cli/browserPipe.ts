import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'

import { UsageError } from './usage.ts'

/** What a command of the protocol answers: an object whose fields the caller checks. */
type Answer = Readonly<Record<string, unknown>>

/** A browser without a window, driven over the DevTools protocol through two pipes. */
export interface Browser {
  /** Sends a command to the only page. Rejects when the browser refuses it, or is gone. */
  readonly send: (method: string, params?: object) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** Longer than any picture takes, in milliseconds. */
const patience = 60_000

const quietArguments = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

/** Starts `program`. Throws a `UsageError` where it does not start. */
export async function startBrowser(program: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'throughline-'))
  // A browser that runs as root refuses its own sandbox. What it draws is ours, and runs no script.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    program,
    [...quietArguments, ...sandbox, `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  const [, , complaints, input, output] = child.stdio
  if (!(input instanceof Writable) || !(output instanceof Readable)) {
    throw new UsageError(`${program} does not start.`)
  }
  let said = ''
  complaints?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-2000)
  })
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', (error) => {
      said = error.message
      resolve()
    })
  })
  const calls = createCalls(input, output)
  void gone.then(() =>
    calls.fail(
      new UsageError(
        `${program} does not start, or broke off.`,
        said.trim().split('\n').slice(-3).join(' ') || undefined,
      ),
    ),
  )

  const close = async (): Promise<void> => {
    child.kill()
    await gone
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const { targetId } = await calls.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await calls.send('Target.attachToTarget', { targetId, flatten: true })
    return { send: (method, params) => calls.send(method, params, sessionId), close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Call {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** Commands and their answers: JSON, each ended by a zero byte. */
function createCalls(input: Writable, output: Readable) {
  const calls = new Map<number, Call>()
  let sent = 0
  let rest = ''
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
  }
  // That nobody reads any more is told by the end of the browser.
  input.on('error', () => {})
  output.setEncoding('utf8').on('data', (piece: string) => {
    const messages = (rest + piece).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) hear(JSON.parse(message))
  })

  function hear(message: {
    readonly id?: number
    readonly result?: Answer
    readonly error?: { readonly message?: string }
  }): void {
    const call = calls.get(message.id ?? -1)
    calls.delete(message.id ?? -1)
    if (message.result) call?.resolve(message.result)
    else call?.reject(new Error(message.error?.message ?? 'The browser gave no answer.'))
  }

  function send(method: string, params: object = {}, sessionId?: unknown): Promise<Answer> {
    if (failure) return Promise.reject(failure)
    sent += 1
    const id = sent
    const { promise, resolve, reject } = deferred<Answer>()
    calls.set(id, { resolve, reject })
    const timer = setTimeout(
      () => fail(new UsageError(`The browser did not answer within ${patience / 1000} seconds.`)),
      patience,
    )
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return promise.finally(() => clearTimeout(timer))
  }

  return { send, fail }
}

function deferred<T>(): {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
} {
  let resolve: (value: T) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
