import { createHeightChanges } from './heightChanges.ts'
import { type HeightContext, heightWriter } from './heightDialects.ts'
import { isRecord } from './readers.ts'

/** The parts of a window that are used. */
export interface HeightWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void }
  readonly performance: { now(): number }
  readonly innerWidth: number
  readonly innerHeight: number
  addEventListener(type: 'message', listener: (message: MessageEvent) => void): void
  addEventListener(type: 'resize', listener: () => void): void
  removeEventListener(type: 'message', listener: (message: MessageEvent) => void): void
  removeEventListener(type: 'resize', listener: () => void): void
  setTimeout(callback: () => void, delay: number): number
  clearTimeout(timer: number | undefined): void
}

export interface HeightOptions extends HeightContext {
  readonly window: HeightWindow
  /** The frame's own address. */
  readonly href: string
  /** The natural height of the content in CSS pixels, as laid out now. */
  readonly height: () => number
  /** The embed's own message `size`. */
  readonly sendSize: (w: number, h: number) => void
}

export interface Height {
  /** The content may have another height: from its ResizeObserver. */
  measured(): void
  dispose(): void
}

/** Milliseconds between two reports. */
const reportEvery = 100

/**
 * Tells the page around the frame how tall the content is, in every dialect that was asked for or
 * recognised: on change only, at most ten times a second, and never in a circle with the host.
 */
export function attachHeight(options: HeightOptions): Height {
  const { window, href } = options
  const { dialects, secret, write } = heightWriter(options, href)
  if (options.resize === 'off' || Object.is(window.parent, window)) {
    return { measured: () => undefined, dispose: () => undefined }
  }
  const changes = createHeightChanges()
  let wanted: number | undefined
  let told: number | undefined
  let toldAt = -Infinity
  let timer: number | undefined

  const tell = (): void => {
    timer = undefined
    if (wanted === undefined || wanted === told) return
    told = wanted
    toldAt = window.performance.now()
    if (dialects.includes('tl')) options.sendSize(window.innerWidth, told)
    // The dialects address nobody: they say no more than a height.
    for (const message of write(told)) window.parent.postMessage(message, '*')
  }

  const tellSoon = (): void => {
    const wait = toldAt + reportEvery - window.performance.now()
    if (wait <= 0 && timer === undefined) tell()
    else timer ??= window.setTimeout(tell, wait)
  }

  const look = (): void => {
    const height = options.height()
    // Hidden, or not laid out yet: that is no height.
    if (height <= 0 || window.innerWidth === 0) return
    const found = changes({
      height,
      frameWidth: window.innerWidth,
      frameHeight: window.innerHeight,
      time: window.performance.now(),
    })
    if (found === undefined) return
    wanted = found
    tellSoon()
  }

  /** WordPress may be ready only after we were: it asks once. */
  const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
    if (!Object.is(source, window.parent) || secret === undefined) return
    if (!isRecord(data) || data.message !== 'ready' || data.secret !== secret) return
    told = undefined
    tellSoon()
  }

  window.addEventListener('resize', look)
  window.addEventListener('message', onMessage)
  return {
    measured: look,
    dispose: () => {
      window.clearTimeout(timer)
      window.removeEventListener('resize', look)
      window.removeEventListener('message', onMessage)
    },
  }
}
