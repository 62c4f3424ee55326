import { afterEach, expect, it, vi } from 'vitest'

import { connect } from './frameHost.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A `<through-line>` with the members that a connection uses. */
function makeElement(localName = 'through-line') {
  const stop = vi.fn<() => void>()
  const api = {
    steps: 4,
    state: { org: 'webank' },
    ready: Promise.resolve(),
    goto: vi.fn<(place: object) => Promise<string>>().mockResolvedValue('gone'),
    next: () => Promise.resolve('next'),
    prev: () => Promise.resolve('prev'),
    set: () => Promise.resolve(),
    settled: () => Promise.resolve(),
    export: () => Promise.resolve(new Blob(['svg'])),
    on: () => stop,
  }
  return { element: { localName } as unknown as Element, api, stop }
}

it('uses the own functions of an element, once it has them', async () => {
  const { element, api, stop } = makeElement()
  vi.stubGlobal('customElements', {
    whenDefined: (name: string) => {
      expect(name).toBe('through-line')
      Object.assign(element, api)
      return Promise.resolve()
    },
  })
  const embed = await connect(element)
  expect([embed.steps, embed.state]).toEqual([4, { org: 'webank' }])
  expect(await embed.goto({ step: 2 })).toBe('gone')
  expect(api.goto).toHaveBeenCalledWith({ step: 2 })
  expect(await (await embed.export('svg')).text()).toBe('svg')
  embed.on('step', () => undefined)
  expect(stop).not.toHaveBeenCalled()
  embed.disconnect()
  expect(stop).toHaveBeenCalledOnce()
})

it('refuses what is no timeline', async () => {
  const { element } = makeElement('div')
  await expect(connect(element)).rejects.toMatchObject({ name: 'EmbedError', code: 'target' })
})

it.each([
  ['is never defined', () => new Promise(() => undefined), {}],
  ['never becomes ready', () => Promise.resolve(), { ready: new Promise(() => undefined) }],
])('gives up on an element that %s', async (_name, whenDefined, change) => {
  vi.useFakeTimers()
  const { element, api } = makeElement()
  Object.assign(element, api, change)
  vi.stubGlobal('customElements', { whenDefined })
  const failed = connect(element).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await failed).toMatchObject({ code: 'timeout' })
})
