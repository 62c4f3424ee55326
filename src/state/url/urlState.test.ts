import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { noFilter } from '#core/data/filterState.ts'
import { defaultState } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { urlParams } from './params.ts'
import { canonicalUrl, foreignQuery, readUrl } from './urlState.ts'

const page = { inFrame: false, msPerPx: 1e8 }
const frame = { inFrame: true, msPerPx: 1e8 }
const read = (search: string) => readUrl(search, page)
const write = (change: Partial<ShareableState>, context = page) =>
  canonicalUrl({ ...defaultState, ...change }, context)
const year = (n: number): number => Date.UTC(n, 0)

describe('an address without parameters', () => {
  it.each(['', '?', '&&', '?unknown=1&testing=1&utm_source=x', '?event=&org=&theme='])(
    '%j is the default',
    (search) => {
      expect(read(search)).toEqual({ state: defaultState, warnings: [] })
    },
  )

  it('is what the default state is written as', () => {
    expect(write({})).toBe('')
  })

  it('means an embed in a frame', () => {
    expect(readUrl('', frame).state.mode).toBe('embed')
    expect(canonicalUrl({ ...defaultState, mode: 'embed' }, frame)).toBe('')
    expect(canonicalUrl(defaultState, frame)).toBe('mode=explore')
  })
})

/** Each parameter once: what the address says, and the state that it is. Both ways. */
const pairs: readonly (readonly [string, Partial<ShareableState>])[] = [
  ['src=data/other.json', { src: 'data/other.json' }],
  ['src=https://a.test/t.json%3Fx%3D1', { src: 'https://a.test/t.json?x=1' }],
  ['mode=embed', { mode: 'embed' }],
  ['mode=present', { mode: 'present', steps: 'story' }],
  ['mode=present&steps=none', { mode: 'present', steps: 'none' }],
  ['range=2014/2019', { range: { start: year(2014), end: year(2020) } }],
  ['range=2016', { range: { start: year(2016), end: year(2017) } }],
  ['range=../2019', { range: { start: -Infinity, end: year(2020) } }],
  ['range=2014/..', { range: { start: year(2014), end: Infinity } }],
  ['event=ten-releases', { event: 'ten-releases' }],
  ['event=%E4%BA%8B%20%26%20a', { event: '事 & a' }],
  ['org=webank,-fisco', { filter: { ...noFilter, org: ['webank'], notOrg: ['fisco'] } }],
  ['org=a%252Cb,%252Dc', { filter: { ...noFilter, org: ['a,b', '-c'] } }],
  ['org=a,b&match=all', { filter: { ...noFilter, org: ['a', 'b'], match: 'all' } }],
  ['topic=a,b', { filter: { ...noFilter, topic: ['a', 'b'] } }],
  ['person=a', { filter: { ...noFilter, person: ['a'] } }],
  ['q=open%20source', { filter: { ...noFilter, q: 'open source' } }],
  ['lanes=topics', { lanes: 'topics' }],
  ['view=list', { view: 'list' }],
  ['steps=story', { steps: 'story' }],
  ['steps=a,b', { steps: ['a', 'b'] }],
  ['steps=%2573tory', { steps: ['story'] }],
  ['step=3', { step: 3 }],
  ['panel=none', { panel: 'none' }],
  ['ui=min', { ui: 'min' }],
  ['theme=contrast', { theme: 'contrast' }],
  ['lang=zh-Hans', { lang: 'zh-Hans' }],
  ['text=24', { text: 24 }],
  ['wheel=zoom', { wheel: 'zoom' }],
  ['keys=deck', { keys: 'deck' }],
  ['edge=loop', { edge: 'loop' }],
  ['resize=pym,wp', { resize: 'pym,wp' }],
  ['motion=off', { motion: 'off' }],
  ['play=2.5', { play: 2.5 }],
  ['hosts=https://a.test,null', { hosts: ['https://a.test', 'null'] }],
  ['static=1', { static: true }],
]

describe('a parameter', () => {
  it.each(pairs)('%s reads and writes', (text, state) => {
    expect(read(`?${text}`)).toEqual({ state: { ...defaultState, ...state }, warnings: [] })
    expect(write(state)).toBe(text)
  })

  it('is tried here for every name of the contract', () => {
    const tried = new Set(pairs.flatMap(([text]) => [...new URLSearchParams(text).keys()]))
    const names = urlParams.map(({ name }) => name)
    expect(names.filter((name) => !tried.has(name))).toEqual(['v'])
  })

  it('is written in the order of the contract', () => {
    expect(urlParams.map(({ name }) => name).join(' ')).toBe(
      'v src mode range event org match topic person q lanes view steps step panel ui theme lang ' +
        'text wheel keys edge resize motion play hosts static',
    )
    expect(write({ static: true, event: 'a', src: 'x.json', step: 1 })).toBe(
      'src=x.json&event=a&step=1&static=1',
    )
  })

  it.each([
    ['org=a%2C+b%2C-c', { filter: { ...noFilter, org: ['a', 'b'], notOrg: ['c'] } }],
    ['lang=ZH_hans', { lang: 'zh-Hans' }],
    ['hosts=https://A.test:443/deck/', { hosts: ['https://a.test'] }],
    ['range=2014/', { range: { start: year(2014), end: Infinity } }],
    ['range=../..', {}],
    ['src=timeline.json', {}],
    ['steps=events&mode=present', { mode: 'present', steps: 'events' }],
    ['step=007', { step: 7 }],
    ['play=off&text=auto&resize=off&static=0&q=%20', {}],
    ['src=http://localhost:8080/a.json', { src: 'http://localhost:8080/a.json' }],
  ] as const)('%s is understood in the way that it was meant', (text, state) => {
    expect(read(text)).toEqual({ state: { ...defaultState, ...state }, warnings: [] })
  })
})

describe('a bad value', () => {
  it.each([
    'mode=kiosk',
    'range=2019/2014',
    'range=last+year',
    'range=2014/2015/2016',
    'range=NaN/NaN',
    'match=none',
    'lanes=people',
    'view=map',
    'steps=,',
    'step=-1',
    'step=1e3',
    'step=99999999999999999999',
    'panel=left',
    'ui=all',
    'theme=Dark',
    'lang=english please',
    'text=0',
    'text=1e9',
    'wheel=ctrl',
    'keys=all',
    'edge=x',
    'resize=pym,other',
    'motion=fast',
    'play=soon',
    'static=yes',
    'src=javascript:alert(1)',
    'src=java%0Ascript:alert(1)',
    'src=data:application/json,{}',
    'src=file:///etc/passwd',
    'src=blob:https://a.test/1',
    'src=https://',
  ])('%s is the default, with a warning', (text) => {
    const [name, value] = [...new URLSearchParams(text)][0]!
    expect(read(text)).toEqual({
      state: defaultState,
      warnings: [{ code: 'value', name, value }],
    })
  })

  it('is told for each parameter, and the others still count', () => {
    const { state, warnings } = read('theme=pink&event=a&step=x')
    expect(state).toEqual({ ...defaultState, event: 'a' })
    expect(warnings.map(({ name }) => name)).toEqual(['step', 'theme'])
  })

  it('is cut short in the warning', () => {
    expect(read(`theme=${'x'.repeat(5000)}`).warnings[0]?.value).toHaveLength(80)
  })

  it('never opens the door to all hosts', () => {
    const { state, warnings } = read('hosts=htps://a.test')
    expect(state.hosts).toEqual(['htps://a.test'])
    expect(warnings).toHaveLength(1)
  })

  it('can be the version, and the rest is read as well as it can be', () => {
    expect(read('v=7&event=a')).toEqual({
      state: { ...defaultState, event: 'a' },
      warnings: [{ code: 'version', name: 'v', value: '7' }],
    })
    expect(read('v=1').warnings).toEqual([])
  })
})

describe('a name given twice', () => {
  it('counts the first time, and is told', () => {
    expect(read('event=a&event=b&x=1&x=2')).toEqual({
      state: { ...defaultState, event: 'a' },
      warnings: [{ code: 'duplicate', name: 'event', value: 'b' }],
    })
  })
})

describe("a host's own parameters", () => {
  it('can be kept', () => {
    expect(foreignQuery('?testing=1&event=a&childId=x%26y')).toBe('testing=1&childId=x%26y')
    expect(foreignQuery('')).toBe('')
  })
})

describe('whatever the address', () => {
  const names = urlParams.map(({ name }) => name)
  const words = fc.constantFrom(
    ...'auto none all 1 0 a,b -a,b - % , .. ~ 20XX null story present zh-hans https://a.test'.split(
      ' ',
    ),
    ...'2014/2019 ../2000 -0500/.. 1850/.. Y-13800000000/.. 2019-12-31T23:59:59.999/2020'.split(
      ' ',
    ),
    '2014-03-02/2014-03-02T10:00:00Z',
  )
  const query = fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.string()),
        fc.oneof(words, words, fc.string({ unit: 'binary' }), fc.webQueryParameters()),
      ),
      { maxLength: 8 },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))

  it('never throws, and its canonical form is its own canonical form', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: query }, fc.string({ unit: 'binary' })),
        fc.boolean(),
        fc.double({ min: 1e-3, max: 1e17, noNaN: true }),
        (search, inFrame, msPerPx) => {
          const context = { inFrame, msPerPx }
          const { state } = readUrl(search, context)
          const canonical = canonicalUrl(state, context)
          const again = readUrl(canonical, context)
          expect(canonicalUrl(again.state, context)).toBe(canonical)
          expect({ ...again.state, range: undefined }).toEqual({ ...state, range: undefined })
          expect(again.warnings.filter(({ name }) => name !== 'hosts')).toEqual([])
        },
      ),
      { numRuns: 10_000 },
    )
  }, 60_000)
})
