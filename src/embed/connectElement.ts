import type { Embed, EmbedApi } from './embedApi.ts'
import { EmbedError, timedOut } from './embedError.ts'

/** Waits until the element has its own API, which is then used as it is. */
export async function connectElement(element: Element, timeout: number): Promise<Embed> {
  const name = element.localName
  if (name.includes('-')) await within(timeout, name, customElements.whenDefined(name))
  if (!hasApi(element)) throw new EmbedError('target', `<${name}> is no timeline.`)
  if ('ready' in element) await within(timeout, name, Promise.resolve(element.ready))
  const stops = new Set<() => void>()
  return {
    get steps() {
      return element.steps
    },
    get state() {
      return element.state
    },
    goto: (place) => element.goto(place),
    next: () => element.next(),
    prev: () => element.prev(),
    set: (state, how) => element.set(state, how),
    settled: () => element.settled(),
    export: (format, size) => element.export(format, size),
    on: (type, listener) => {
      const stop = element.on(type, listener)
      stops.add(stop)
      return stop
    },
    disconnect: () => {
      for (const stop of stops) stop()
    },
  }
}

const methods = ['goto', 'next', 'prev', 'set', 'settled', 'export', 'on']

function hasApi(element: Element): element is Element & EmbedApi {
  return methods.every((method) => typeof Reflect.get(element, method) === 'function')
}

function within<T>(timeout: number, what: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(timedOut(what, timeout)), timeout)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
