import { afterEach, expect, it, vi } from 'vitest'
import { askEarly, takeEarly } from './askEarly.ts'

const url = 'https://example.org/a.json'
const asked = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', asked)
afterEach(() => {
  void takeEarly(url, new AbortController().signal)
  asked.mockReset()
})

/** How the last request was made. */
const manner = (): RequestInit | undefined => asked.mock.lastCall?.[1]

it('asks once, without cookies or an address of the page, and answers the first who asks', async () => {
  const answer = new Response('{}')
  asked.mockResolvedValue(answer)
  void askEarly(url)
  expect(asked).toHaveBeenCalledOnce()
  expect(manner()).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
  const { signal } = new AbortController()
  expect(takeEarly('https://example.org/b.json', signal)).toBeUndefined()
  expect(await takeEarly(url, signal)).toBe(answer)
  expect(takeEarly(url, signal)).toBeUndefined()
})

it('stops when whoever took it stops', () => {
  asked.mockReturnValue(new Promise(() => undefined))
  void askEarly(url)
  const controller = new AbortController()
  void takeEarly(url, controller.signal)
  expect(manner()?.signal?.aborted).toBe(false)
  controller.abort()
  expect(manner()?.signal?.aborted).toBe(true)
})

it('keeps a failure for whoever asks', async () => {
  asked.mockRejectedValue(new TypeError('no network'))
  void askEarly(url)
  await expect(takeEarly(url, new AbortController().signal)).rejects.toThrow('no network')
})
