import { describe, expect, test } from 'vitest'

import { cautionsFor, placesBeside, withQuery } from './sharedPlaces.ts'

describe('what stands beside a page', () => {
  test.each([
    ['https://x.test/a/b%20c/?org=a#top', 'https://x.test/a/b%20c/'],
    ['https://x.test/a/b%20c/index.html?org=a', 'https://x.test/a/b%20c/index.html'],
    // In a frame the link leads to the page, not to the frame's own.
    ['https://x.test/a/b%20c/embed.html?org=a', 'https://x.test/a/b%20c/'],
  ])('%s', (address, page) => {
    expect(placesBeside(address, undefined, true)).toEqual({
      page,
      frame: 'https://x.test/a/b%20c/embed.html',
      elementScript: 'https://x.test/a/b%20c/element.js',
      revealScript: 'https://x.test/a/b%20c/reveal-plugin.js',
      document: 'https://x.test/a/b%20c/timeline.json',
    })
  })

  test('the development server frames the page itself', () => {
    expect(placesBeside('http://localhost:5173/?org=a', undefined, false).frame).toBe(
      'http://localhost:5173/',
    )
    expect(placesBeside('http://localhost:5173/index.html', undefined, false).frame).toBe(
      'http://localhost:5173/index.html',
    )
  })

  test('other documents are named in full, inline ones travel in the hash', () => {
    expect(placesBeside('https://x.test/a/', '../b.json', true).document).toBe(
      'https://x.test/b.json',
    )
    expect(placesBeside('https://x.test/a/', 'https://y.test/b.json', true).document).toBe(
      'https://y.test/b.json',
    )
    const { page, frame } = placesBeside('https://x.test/a/?v=1#d=abc', undefined, true)
    expect(withQuery(page, 'org=a')).toBe('https://x.test/a/?org=a#d=abc')
    expect(withQuery(frame, '')).toBe('https://x.test/a/embed.html#d=abc')
  })

  test('a file has neighbours too', () => {
    const { frame } = placesBeside('file:///C:/talk/index.html?step=1', undefined, true)
    expect(frame).toBe('file:///C:/talk/embed.html')
  })
})

describe('what may keep others from it', () => {
  const document = 'https://x.test/timeline.json'

  test.each([
    'file:///talk/index.html',
    'http://localhost:5173/',
    'http://127.0.0.1:4610/',
    'http://[::1]/',
    'http://talk.localhost/',
  ])('%s is only here', (page) => {
    expect(cautionsFor({ page, document }, 'ourPage', true, false)[0]?.code).toBe('unreachable')
  })

  test.each(['https://x.test/', 'https://localhost.example/', 'http://192.168.1.5/'])(
    '%s can be reached',
    (page) => {
      const own = { page, document: new URL('timeline.json', page).href }
      expect(cautionsFor(own, 'ourPage', true, false)).toEqual([])
    },
  )

  test('a document from elsewhere must be let in', () => {
    const places = { page: 'https://x.test/', document: 'https://y.test:8443/a.json' }
    expect(cautionsFor(places, 'ourPage', false, false)).toEqual([
      { code: 'foreign', host: 'y.test:8443' },
    ])
  })

  test('who stands in another page, or in a sandbox, asks from elsewhere', () => {
    const places = { page: 'https://x.test/', document }
    const elsewhere = [{ code: 'elsewhere', host: 'x.test' }]
    expect(cautionsFor(places, 'theirPage', true, false)).toEqual(elsewhere)
    expect(cautionsFor(places, 'sandbox', false, false)).toEqual(elsewhere)
    // The page for frames has the shipped document inside.
    expect(cautionsFor(places, 'sandbox', true, false)).toEqual([])
  })
})

describe('a document that was opened from this device', () => {
  const document = 'https://x.test/timeline.json'
  test('cannot be shared where the link does not carry it', () => {
    const places = { page: 'https://x.test/', document }
    expect(cautionsFor(places, 'ourPage', true, true)[0]?.code).toBe('notCarried')
  })
  test('is shared by a link that carries it, but not as a file', () => {
    const places = { page: 'https://x.test/#d=abc', document }
    expect(cautionsFor(places, 'ourPage', true, true)).toEqual([])
    expect(cautionsFor(places, 'theirPage', true, true)[0]?.code).toBe('inLinkOnly')
  })
})
