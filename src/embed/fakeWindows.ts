/** For tests: a page and a frame in it, as far as messages between them go. */

interface FakeWindow extends EventTarget {
  readonly origin: string
  readonly parent: unknown
  readonly performance: Performance
  postMessage(data: unknown, targetOrigin: string, transfer?: MessagePort[]): void
  setTimeout(callback: () => void, delay: number): number
  clearTimeout(timer: number | undefined): void
}

/** Everything that was posted to a window, also what its origin kept out. */
export interface Posted {
  readonly data: unknown
  readonly targetOrigin: string
}

export interface FakePair {
  readonly page: FakeWindow
  readonly frame: FakeWindow
  /** What the frame has posted to the page, and the page to the frame. */
  readonly toPage: Posted[]
  readonly toFrame: Posted[]
  /** An iframe element as the host's client sees it. */
  readonly iframe: EventTarget
  /** As if the frame had loaded another page: nobody there listens any more. */
  reload(): void
  /** A message that the frame or the page gets from elsewhere. */
  forge(to: 'page' | 'frame', message: { data: unknown; origin: string; source: unknown }): void
}

/**
 * Two windows of these origins; messages are cloned and arrive a turn later, as in a browser.
 * @param attributes of the iframe element
 */
export function fakePair(
  pageOrigin: string,
  frameOrigin: string,
  attributes: Readonly<Record<string, string>> = {},
): FakePair {
  const toPage: Posted[] = []
  const toFrame: Posted[] = []
  let silenced = new AbortController()

  const make = (origin: string, parent: unknown): FakeWindow => {
    const target = new EventTarget()
    const listen = target.addEventListener.bind(target)
    return Object.assign(target, {
      origin,
      parent,
      performance,
      postMessage: () => undefined,
      setTimeout: (callback: () => void, delay: number) => Number(setTimeout(callback, delay)),
      clearTimeout: (timer: number | undefined) => clearTimeout(timer),
      addEventListener: (type: string, listener: EventListener) =>
        listen(type, listener, parent === undefined ? {} : { signal: silenced.signal }),
    })
  }

  const deliver = (
    to: FakeWindow,
    from: { readonly origin: string; readonly source: unknown },
    data: unknown,
    ports: readonly unknown[] = [],
  ): void => {
    const message = Object.assign(new Event('message'), { data, ports, ...from })
    queueMicrotask(() => to.dispatchEvent(message))
  }

  const page: FakeWindow = make(pageOrigin, undefined)
  const frame: FakeWindow = make(frameOrigin, page)
  const connectTo = (to: FakeWindow, from: FakeWindow, log: Posted[]): void => {
    to.postMessage = (data, targetOrigin, transfer = []) => {
      const sent = structuredClone({ data, transfer }, { transfer })
      log.push({ data: sent.data, targetOrigin })
      if (targetOrigin !== '*' && targetOrigin !== to.origin) return
      deliver(to, { origin: from.origin, source: from }, sent.data, sent.transfer)
    }
  }
  connectTo(page, frame, toPage)
  connectTo(frame, page, toFrame)

  const element = Object.assign(new EventTarget(), {
    localName: 'iframe',
    src: `${frameOrigin === 'null' ? 'https://embed.example' : frameOrigin}/embed.html`,
    contentWindow: frame,
    ownerDocument: { defaultView: page },
    getAttribute: (name: string) => attributes[name] ?? null,
  })

  return {
    page,
    frame,
    toPage,
    toFrame,
    iframe: element,
    reload: () => {
      silenced.abort()
      silenced = new AbortController()
    },
    forge: (to, { data, ...from }) => deliver(to === 'page' ? page : frame, from, data),
  }
}
