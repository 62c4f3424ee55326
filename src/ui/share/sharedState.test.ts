import { describe, expect, test } from 'vitest'

import { canonicalUrl, readUrl } from '#state/url/urlState.ts'
import { beginsStory, presentParts, sharedQuery, sharedState } from './sharedState.ts'

const everything = { view: true, filters: true, story: false }
const query =
  'src=b.json&range=2016-03/2018&event=a%22%3E&org=x,-y&match=all&topic=t&q=z&lanes=topics&view=list&panel=none&theme=dark&lang=zh-Hans&wheel=zoom'

function stateOf(text: string, inFrame = false) {
  return readUrl(text, { inFrame }).state
}

/** The query of a link with these parts, and nothing else changed. */
function share(text: string, parts = everything, step = 0): string {
  const state = stateOf(text)
  const { theme, lang } = state
  return sharedQuery(sharedState(state, parts, { theme, lang }, step), 'page', false)
}

describe('the link', () => {
  test.each([
    '',
    query,
    'mode=embed&event=a',
    'event=a&steps=story&step=3',
    'range=-0500/..',
    'range=2019-07-26T09:00Z/2019-07-26T10:30Z',
  ])('with all parts says just what the address says: %s', (text) => {
    const story = text.includes('steps')
    expect(share(text, { ...everything, story })).toBe(
      canonicalUrl(stateOf(text), { inFrame: false, msPerPx: 0 }),
    )
    expect(share(text, { ...everything, story })).toBe(text)
  })

  test('each part can be left out', () => {
    expect(share(query, { ...everything, view: false })).toBe(
      'src=b.json&org=x,-y&match=all&topic=t&q=z&panel=none&theme=dark&lang=zh-Hans&wheel=zoom',
    )
    expect(share(query, { ...everything, filters: false })).toBe(
      'src=b.json&range=2016-03/2018&event=a%22%3E&lanes=topics&view=list&panel=none&theme=dark&lang=zh-Hans&wheel=zoom',
    )
    expect(share('steps=story&step=3&event=a')).toBe('event=a')
  })

  test('a story that begins is presented, with the view of its step', () => {
    expect(share('range=2016/2018&event=a&org=x', { ...everything, story: true }, 4)).toBe(
      'mode=present&org=x&step=4',
    )
  })

  test('colours and language are as chosen', () => {
    const state = stateOf(query)
    const look = { theme: 'auto', lang: undefined } as const
    expect(sharedQuery(sharedState(state, everything, look, 0), 'page', false)).not.toMatch(
      /theme|lang/,
    )
  })
})

describe('the frame', () => {
  const sharedIn = (place: 'page' | 'frame' | 'pageInFrame', text: string, framed = false) =>
    sharedQuery(stateOf(text, framed), place, framed)

  test('explores as an embed does, and presents when asked', () => {
    expect(sharedIn('frame', 'org=x')).toBe('org=x')
    expect(sharedIn('frame', 'mode=embed&org=x')).toBe('org=x')
    expect(sharedIn('frame', 'mode=present&step=2')).toBe('mode=present&step=2')
  })

  test('shows the page as it is where that is what is shared', () => {
    expect(sharedIn('pageInFrame', 'org=x')).toBe('mode=explore&org=x')
    expect(sharedIn('pageInFrame', 'mode=embed&org=x')).toBe('org=x')
  })

  test('gives a link to the whole page', () => {
    expect(sharedIn('page', 'org=x', true)).toBe('org=x')
    expect(sharedIn('page', 'mode=present&step=2', true)).toBe('mode=present&step=2')
  })
})

test('only what says something can be left out', () => {
  expect(presentParts(stateOf('theme=dark'), false)).toEqual({
    view: false,
    filters: false,
    story: false,
  })
  expect(presentParts(stateOf('event=a&q=b'), true)).toEqual({
    view: true,
    filters: true,
    story: true,
  })
  expect(presentParts(stateOf('view=list'), true).view).toBe(true)
  expect(presentParts(stateOf('range=2014/..'), true).view).toBe(true)
})

test('a story begins where none is under way', () => {
  const parts = { ...everything, story: true }
  expect(beginsStory(stateOf(''), parts)).toBe(true)
  expect(beginsStory(stateOf('steps=events'), parts)).toBe(false)
  expect(beginsStory(stateOf(''), everything)).toBe(false)
})
