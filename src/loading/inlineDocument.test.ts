import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { packInline, unpackInline } from './inlineDocument.ts'

const decode = async (fragment: string, limit?: number): Promise<string> =>
  new TextDecoder().decode(await unpackInline(fragment, limit))

test('what is packed is unpacked, in any script', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const fragment = await packInline(text)
      expect(fragment).toMatch(/^#d=[\w-]+$/)
      expect(await decode(fragment)).toBe(text)
    }),
    { numRuns: 50 },
  )
})

test('other packers are read, with padding and with a secret behind', async () => {
  const packed = deflateRawSync('{"version":1}').toString('base64')
  const url = packed.replaceAll('+', '-').replaceAll('/', '_')
  expect(await decode(`#d=${url}`)).toBe('{"version":1}')
  expect(await decode(`#d=${url.replace(/=+$/, '')}`)).toBe('{"version":1}')
  expect(await decode(`#d=${url.replace(/=+$/, '')}#?secret=abc123`)).toBe('{"version":1}')
})

test('a link that was cut, or was never one, is told as such', async () => {
  const whole = await packInline(JSON.stringify({ events: Array.from({ length: 99 }, String) }))
  for (const broken of [whole.slice(0, -9), '#d=', '#d=%7B%7D', '#d=!!!', '#d=AAAA', '#x=1', '']) {
    await expect(unpackInline(broken)).rejects.toMatchObject({
      reason: { kind: 'bad-inline' },
    })
  }
})

test('a small link does not become a huge document', async () => {
  const bomb = await packInline(' '.repeat(2_000_000))
  expect(bomb.length).toBeLessThan(4000)
  await expect(unpackInline(bomb, 1_000_000)).rejects.toMatchObject({
    reason: { kind: 'too-large', limit: 1_000_000 },
  })
})
