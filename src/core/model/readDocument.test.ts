import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { isRecord } from './compileReader.ts'
import { documentSchema } from './document.ts'
import { locateInJson } from './locateInJson.ts'
import { problemCodes } from './problemCodes.ts'
import { readDocument } from './readDocument.ts'

const good = {
  version: 1,
  title: { en: 'A', 'zh-Hans': '一' },
  language: 'en',
  organizations: [
    { id: 'webank', name: 'WeBank', color: '#2155c4', url: 'https://example.org' },
    { id: 'fisco', name: 'FISCO' },
  ],
  people: [{ id: 'ma', name: 'Ma', organization: 'webank' }],
  topics: [{ id: 'code', title: 'Code' }],
  sources: [{ id: 's1', title: 'Report', date: '2019-12', url: 'https://example.org/r' }],
  eras: [{ id: 'e1', title: 'First', date: '2014/2015' }],
  events: [
    { id: 'one', date: '2014', title: 'One', organizations: ['webank'], people: ['ma'] },
    {
      id: 'two',
      date: '2015-12~',
      title: { en: 'Two' },
      organizations: [{ id: 'fisco', role: 'maker' }, 'webank'],
      topics: ['code'],
      importance: 5,
      details: [{ label: 'Licence', value: 'GPL-3.0', url: 'https://example.org/l' }],
      figures: [{ label: 'Projects', value: 10, asOf: '2019-07' }],
      media: [{ type: 'image', src: 'pictures/a.png', alt: 'A' }],
      links: [{ title: 'Site', url: 'https://example.org' }],
      sources: [{ id: 's1', at: 'section 3' }],
    },
    { id: 'three', date: '2016/2017', title: 'Three', relations: [{ to: 'two', kind: 'part-of' }] },
  ],
  story: [{ id: 'st', title: 'Start', event: 'one', range: '2014/2019', organizations: ['fisco'] }],
}

/** The problems of the good document with its second event changed. */
function withEvent(change: Record<string, unknown>) {
  const events = [good.events[0], { ...good.events[1], ...change }, good.events[2]]
  const { document, problems } = readDocument({ ...good, events })
  return { event: document?.events.find(({ id }) => id === 'two'), document, problems }
}

describe('readDocument', () => {
  it('reads a good document without a word', () => {
    const { document, problems } = readDocument(good)
    expect(problems).toEqual([])
    expect(document?.events[1]).toEqual({
      ...good.events[1],
      organizations: [{ id: 'fisco', role: 'maker' }, { id: 'webank' }],
    })
    expect(document?.events[0]).toMatchObject({ importance: 3, sources: [] })
    expect(document?.lanes).toEqual([])
  })

  it('reads the shipped story without an error', () => {
    const text = readFileSync('public/timeline.json', 'utf8')
    const { document, problems } = readDocument(JSON.parse(text))
    expect(document?.events.length).toBeGreaterThan(0)
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  it.each([
    [null, 'not-an-object'],
    ['text', 'not-an-object'],
    [5, 'not-an-object'],
    [{}, 'no-events'],
    [{ version: 1, title: 'A', events: null }, 'no-events'],
    [{ version: 1, title: 'A', events: {} }, 'no-events'],
    [{ ...good, version: 2 }, 'newer-version'],
    [{ ...good, version: '2' }, 'newer-version'],
  ])('stops at %j: %s', (json, code) => {
    const { document, problems } = readDocument(json)
    expect(document).toBeUndefined()
    expect(problems.filter(({ severity }) => severity === 'fatal')).toMatchObject([{ code }])
  })

  it('takes an empty list of events', () => {
    expect(readDocument({ version: 1, title: 'A', events: [] })).toMatchObject({
      document: { events: [] },
      problems: [],
    })
  })

  it('takes a bare list as the events', () => {
    const { document, problems } = readDocument([{ date: '2014', title: 'One' }, { title: 'Two' }])
    expect(document?.events).toHaveLength(1)
    expect(problems).toMatchObject([
      { code: 'root-is-list', severity: 'note' },
      { code: 'date-missing', severity: 'error', path: '[1].date' },
    ])
  })

  it.each([
    [{ date: undefined }, 'date-missing'],
    [{ date: null }, 'date-missing'],
    [{ date: '  ' }, 'date-unreadable'],
    [{ date: 'soon' }, 'date-unreadable'],
    [{ date: '2015-02-30' }, 'date-unreadable'],
    [{ date: { year: 2015 } }, 'value-unusable'],
    [{ date: '2016/2015' }, 'date-end-before-start'],
  ])('leaves an event out for %j', (change, code) => {
    const { document, problems } = withEvent(change)
    expect(document?.events.map(({ id }) => id)).toEqual(['one', 'three'])
    expect(problems[0]).toMatchObject({ code, severity: 'error', path: 'events[1].date' })
    expect(problems[0]?.hint).toContain('The event was left out.')
    // The third event pointed at it.
    expect(problems.slice(1)).toMatchObject([{ code: 'reference-unknown' }])
  })

  it.each([null, 'text', 5, [], true])('leaves out an event that is %j', (entry) => {
    const { document, problems } = readDocument({ ...good, events: [good.events[0], entry] })
    expect(document?.events).toHaveLength(1)
    expect(problems[0]).toMatchObject({ severity: 'error', path: 'events[1]' })
  })

  it.each([
    [{ title: undefined }, 'title-missing'],
    [{ title: '  ' }, 'title-missing'],
    [{ title: {} }, 'title-missing'],
    [{ title: ['x', 5] }, 'value-unusable'],
  ])('shows an event without a title by its date: %j', (change, code) => {
    const { event, problems } = withEvent(change)
    expect(event?.title).toBe('(untitled, 2015-12~)')
    expect(problems).toMatchObject([{ code, severity: 'warning', path: 'events[1].title' }])
  })

  it.each([
    ['importance', 9, 'value-unusable'],
    ['importance', 'much', 'value-unusable'],
    ['confidence', 'sure', 'value-unknown'],
    ['body', true, 'value-unusable'],
    ['topics', 7, 'value-unusable'],
  ])('drops the field %s: %j, and keeps the event', (field, value, code) => {
    const { event, problems } = withEvent({ [field]: value })
    expect(problems).toMatchObject([{ code, severity: 'warning', path: `events[1].${field}` }])
    expect(event?.title).toEqual({ en: 'Two' })
    expect(event?.importance).toBe(field === 'importance' ? 3 : 5)
  })

  it('drops an unusable entry of a list, and keeps the others', () => {
    const { event, problems } = withEvent({ details: [{ label: 'A' }, { label: 'B', value: 'b' }] })
    expect(event?.details).toEqual([{ label: 'B', value: 'b' }])
    expect(problems).toMatchObject([{ code: 'field-missing', path: 'events[1].details[0].value' }])
  })

  it('reads numbers and texts for each other, and single values as lists', () => {
    const { event, problems } = withEvent({ date: 2015, importance: '4', topics: 'code' })
    expect(event).toMatchObject({ date: '2015', importance: 4, topics: ['code'] })
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['text-as-number', 'note'],
      ['list-of-one', 'note'],
      ['number-as-text', 'note'],
    ])
  })

  it('keeps both of a repeated id, and never takes one that is written later', () => {
    const events = ['a', 'a', 'a-2', 'a'].map((id) => ({ id, date: '2014', title: 'A' }))
    const { document, problems } = readDocument({ ...good, events, story: [] })
    expect(document?.events.map(({ id }) => id)).toEqual(['a', 'a-3', 'a-2', 'a-4'])
    expect(problems).toMatchObject([
      { code: 'id-repeated', path: 'events[1].id', severity: 'warning' },
      { code: 'id-repeated', path: 'events[3].id' },
    ])
  })

  it('makes no id that is written further down', () => {
    const events = [
      { date: '2014', title: 'Same' },
      { id: '2014-same', date: '2015', title: 'Other' },
    ]
    const { document, problems } = readDocument({ ...good, story: [], events })
    expect(document?.events.map(({ id }) => id)).toEqual(['2014-same-2', '2014-same'])
    expect(problems).toEqual([])
  })

  it('makes ids that survive reordering', () => {
    const events = [
      { date: '2014', title: 'Same' },
      { date: '2014', title: '微众银行成立' },
      { date: '2015', title: 'Same' },
      { date: '-0500', title: `${'Long '.repeat(30)}one` },
      { date: '-0500', title: `${'Long '.repeat(30)}two` },
    ]
    const idsOf = (list: typeof events) =>
      new Map(
        readDocument({ ...good, story: [], events: list }).document?.events.map((event) => [
          `${event.date} ${JSON.stringify(event.title)}`,
          event.id,
        ]),
      )
    const ids = idsOf(events)
    expect(ids.get('2014 "微众银行成立"')).toBe('2014-微众银行成立')
    expect(new Set(ids.values()).size).toBe(events.length)
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 5 }), (shuffled) => {
        expect(Object.fromEntries(idsOf(shuffled))).toEqual(Object.fromEntries(ids))
      }),
      { numRuns: 30 },
    )
  })

  it('makes an organisation that nobody listed, once', () => {
    const { document, problems } = withEvent({ organizations: ['webbank', 'webbank', 'other'] })
    expect(document?.organizations.slice(2)).toEqual([
      { id: 'webbank', name: 'webbank' },
      { id: 'other', name: 'other' },
    ])
    expect(problems.map(({ code }) => code)).toEqual([
      'organization-unknown',
      'reference-repeated',
      'organization-unknown',
    ])
    expect(problems[0]?.hint).toContain('Did you mean "webank"?')
  })

  it('drops other references that lead nowhere', () => {
    const { event, document, problems } = readFaultyReferences()
    expect(event).toMatchObject({ people: [], topics: ['code'], sources: [], relations: [] })
    expect(document?.people[0]).toEqual({ id: 'ma', name: 'Ma' })
    expect(document?.story[0]).toEqual({ id: 'st', title: 'Start', organizations: [] })
    expect(problems.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'events[1].people[0] reference-unknown',
      'events[1].topics[1] reference-unknown',
      'events[1].relations[0] reference-unknown',
      'events[1].relations[1] relation-to-itself',
      'events[1].sources[0] reference-unknown',
      'people[0].organization reference-unknown',
      'story[0].organizations[0] reference-unknown',
      'story[0].event reference-unknown',
    ])
  })

  function readFaultyReferences() {
    const { document, problems } = readDocument({
      ...good,
      people: [{ id: 'ma', name: 'Ma', organization: 'nobody' }],
      story: [{ id: 'st', title: 'Start', event: 'gone', organizations: ['nobody'] }],
      events: [
        good.events[0],
        {
          ...good.events[1],
          people: ['nobody'],
          topics: ['code', 'none'],
          sources: ['none'],
          relations: [
            { to: 'nowhere', kind: 'uses' },
            { to: 'two', kind: 'uses' },
          ],
        },
        good.events[2],
      ],
    })
    return { event: document?.events[1], document, problems }
  }

  it('cuts circles of part-of', () => {
    const event = (id: string, ...parents: string[]) => ({
      id,
      date: '2014',
      title: id,
      relations: parents.map((to) => ({ to, kind: 'part-of' })),
    })
    const events = [event('a', 'b'), event('b', 'c'), event('c', 'a'), event('d', 'a', 'b')]
    const { document, problems } = readDocument({ ...good, story: [], events })
    expect(document?.events.map(({ relations }) => relations)).toEqual([
      [{ to: 'b', kind: 'part-of' }],
      [{ to: 'c', kind: 'part-of' }],
      [],
      [
        { to: 'a', kind: 'part-of' },
        { to: 'b', kind: 'related' },
      ],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['part-of-second', 'part-of-cycle'])
  })

  it('keeps unknown fields, and tells each name once', () => {
    const events = good.events.map((event) => ({
      ...event,
      Title: 'x',
      sumary: 'y',
      mine: { a: 1 },
    }))
    const { document, problems } = readDocument({ ...good, events })
    expect(document?.events[2]).toMatchObject({ Title: 'x', sumary: 'y', mine: { a: 1 } })
    expect(problems).toMatchObject([
      { code: 'field-unknown', path: 'events[0].Title', hint: 'Did you mean "title"?' },
      { code: 'field-unknown', path: 'events[0].sumary', hint: 'Did you mean "summary"?' },
      { code: 'field-unknown', path: 'events[0].mine', severity: 'note' },
    ])
    expect(problems[0]?.message).toContain('in 3 places')
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'pictures/a.png',
    '//example.org',
    'https://',
    '',
  ])('refuses the link %j', (url) => {
    const { event, problems } = withEvent({ links: [{ title: 'L', url }] })
    expect(event?.links).toEqual([])
    expect(
      problems.find(({ code }) => code === 'address-refused' || code === 'field-missing'),
    ).toMatchObject({
      severity: 'warning',
      path: 'events[1].links[0].url',
    })
  })

  it.each(['https://example.org/a', 'HTTP://example.org', 'mailto:a@example.org'])(
    'keeps the link %s',
    (url) => {
      const { event, problems } = withEvent({ links: [{ url }] })
      expect(event?.links).toEqual([{ title: url, url }])
      expect(problems.map(({ code }) => code)).toEqual(['title-missing'])
    },
  )

  it('lets pictures be relative, but of no other scheme', () => {
    const picture = (src: string) => withEvent({ media: [{ type: 'image', src }] }).event?.media
    expect(picture('../a b.png')).toEqual([{ type: 'image', src: '../a b.png', alt: '' }])
    expect(picture('//example.org/a.png')).toHaveLength(1)
    expect(picture('javascript:alert(1)')).toEqual([])
    expect(picture('mailto:a@example.org')).toEqual([])
  })

  it.each(['red', '#fff', '#12345g', 'url(x)', '#123456;position:fixed'])(
    'drops the colour %s',
    (color) => {
      const { document } = readDocument({ ...good, lanes: [{ id: 'l', title: 'L', color }] })
      expect(document?.lanes).toEqual([{ id: 'l', title: 'L' }])
    },
  )

  it('strips what turns text around, and keeps long texts whole', () => {
    const long = 'x'.repeat(20_000)
    const { event, problems } = withEvent({ title: 'a\u202eb\u2067c\u0000d\te\r\nf', body: long })
    expect(event).toMatchObject({ title: 'abcd\te\nf', body: long })
    expect(problems).toMatchObject([{ code: 'characters-removed', severity: 'note' }])
    expect(problems[0]?.message).toContain('U+202E')
    expect(withEvent({ title: 'a\r\nb' }).problems).toEqual([])
  })

  it('treats names that objects have of their own as names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const json: unknown = JSON.parse(`{
      "version": 1, "title": "A", "__proto__": {"polluted": 1}, "constructor": 5,
      "topics": [{"id": "__proto__", "title": {"__proto__": "x", "en": "T"}}],
      "events": ${JSON.stringify(names.map((id) => ({ id, date: '2014', title: id, organizations: [id], topics: ['__proto__'] })))}
    }`)
    const { document, problems } = readDocument(json)
    expect(document?.events.map(({ id }) => id)).toEqual(names)
    expect(document?.organizations.map(({ id }) => id)).toEqual(names)
    expect(document?.events[0]?.topics).toEqual(['__proto__'])
    expect(Object.hasOwn({}, 'polluted') || 'polluted' in (document ?? {})).toBe(false)
    expect(problems.map(({ code }) => code)).toContain('field-unsafe')
  })

  it('drops unknown values that are nested too deep to be copied', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    const { event, problems } = withEvent({ mine: deep, title: deep })
    expect(event).not.toHaveProperty('mine')
    expect(problems.map(({ code }) => code)).toEqual(['value-unusable', 'too-deep'])
  })

  it('keeps the list of problems short', () => {
    const events = Array.from({ length: 1500 }, () => ({ title: 'A' }))
    const { problems } = readDocument({ ...good, story: [], events })
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)).toMatchObject({ code: 'more-of-the-same' })
    expect(problems.at(-1)?.message).toContain('500 more')
  })

  it('says what was meant with every problem that it lists', () => {
    const event = { date: '2014', title: 'A', topics: ['codes'] }
    const { problems } = readDocument({
      ...good,
      story: [],
      events: Array.from({ length: 1500 }, () => event),
    })
    const listed = problems.filter(({ code }) => code === 'reference-unknown')
    expect(listed).toHaveLength(1000)
    for (const { hint } of listed) expect(hint).toContain('Did you mean "code"?')
  })

  it('names the field, the value, and what became of it', () => {
    const told = (event: object, head: object = {}): string[] =>
      readDocument({
        ...good,
        story: [],
        ...head,
        events: [{ date: '2014', title: 'A', ...event }],
      }).problems.map(({ message, hint }) => `${message} ${hint}`)
    expect(told({ importance: 99 })).toEqual([
      '"importance" cannot be 99. Expected a whole number from 1 (first to give way) to 5 (last); 3 when left out. This field was left out.',
    ])
    expect(told({ details: [{ label: 'Licence' }] })).toEqual([
      'The field "details[0].value" is missing. This entry of "details" was left out; all else was kept.',
    ])
    expect(told({ title: { en: 5n } })[0]).toMatch(/^"title.en" cannot be 5\./)
    expect(told({}, { sources: [7] })[0]).toMatch(/^"sources\[0\]" cannot be 7\./)
  })

  it('warns once of one bad link', () => {
    for (const link of [{}, { url: 'javascript:alert(1)' }, { url: 7 }, 'https://example.org']) {
      const { document, problems } = readDocument({
        ...good,
        story: [],
        events: [{ date: '2014', title: 'A', links: [link] }],
      })
      const warnings = problems.filter(({ severity }) => severity === 'warning')
      expect(warnings).toHaveLength(1)
      expect(warnings[0]?.path).toMatch(/^events\[0\]\.links\[0\]/)
      expect(document?.events[0]).toMatchObject({ title: 'A', links: [] })
    }
  })

  it('gives line and column where the text is at hand', () => {
    const text =
      '{"version": 1, "title": "A", "events": [\n  {"title": "B",\n   "date": "soon"}, {}\n]}'
    const { problems } = readDocument(JSON.parse(text), (paths) => locateInJson(text, paths))
    expect(problems).toMatchObject([
      { path: 'events[0].date', line: 3, column: 12 },
      { path: 'events[1].date', line: 3, column: 21 },
      { path: 'events[1].title', line: 3, column: 21 },
    ])
  })

  it('falls back to English for a language that is none', () => {
    const { document, problems } = readDocument({ ...good, language: 'en_US' })
    expect(document?.language).toBe('en')
    expect(problems).toMatchObject([{ code: 'language-unreadable', path: 'language' }])
  })

  it('treats the version leniently when it is not newer', () => {
    for (const version of [undefined, 0, 'one', '1', null]) {
      expect(readDocument({ ...good, version }).document?.events).toHaveLength(3)
    }
  })
})

describe('readDocument, for any JSON', () => {
  const known = new Set<string>(problemCodes)

  /** What is wrong with a reading, whatever was read. */
  const faultsOf = (json: unknown): string[] => {
    const { document, problems } = readDocument(json)
    const faults = problems
      .filter(({ code, message, hint }) => !known.has(code) || message === '' || hint === '')
      .map(({ code }) => `problem ${code}`)
    const isStopped = problems.some(({ severity }) => severity === 'fatal')
    if (isStopped !== (document === undefined)) faults.push('fatal and document disagree')
    if (document && !v.is(documentSchema, document)) faults.push('not what the schema says')
    return faults
  }

  it('never throws, and yields what the schema says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
        expect(faultsOf(json)).toEqual([])
        expect(faultsOf({ version: 1, title: 'A', events: [json, json] })).toEqual([])
      }),
    )
  })

  // Every place in the good document, to break one thing at a time.
  const places: (readonly (string | number)[])[] = []
  const collect = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) places.push(path)
    if (Array.isArray(value)) value.forEach((entry, index) => collect(entry, [...path, index]))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) collect(entry, [...path, key])
    }
  }
  collect(good, [])

  const replaceAt = (value: unknown, path: readonly (string | number)[], put: unknown): unknown => {
    const [step, ...rest] = path
    if (step === undefined) return put
    if (Array.isArray(value)) {
      return value.map((entry, index) => (index === step ? replaceAt(entry, rest, put) : entry))
    }
    if (!isRecord(value)) throw new Error('no such place')
    return { ...value, [step]: replaceAt(value[step], rest, put) }
  }

  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('__proto__', 'javascript:x', '2016/2014', -1, Infinity, '', '\u202e', 'one'),
  )

  it('yields a sound document whatever single value is broken', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (path, put) => {
        expect(faultsOf(replaceAt(good, path, put))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('loses nothing but what was broken', () => {
    const whole = readDocument(good).document!
    const eventPlaces = places.filter(([list, , field]) => list === 'events' && field !== undefined)
    fc.assert(
      fc.property(fc.constantFrom(...eventPlaces), junk, (path, put) => {
        const { document } = readDocument(replaceAt(good, path, put))
        for (const [index, event] of whole.events.entries()) {
          // An event's own id may be broken, and with it the relations that lead to it.
          if (index === path[1]) continue
          const { relations: _own, ...rest } = event
          const renamed = `${event.id}-2`
          const found = document?.events.find(({ id }) => id === event.id || id === renamed)
          expect(found).toMatchObject({ ...rest, id: expect.any(String) })
        }
        const { events: _events, story: _story, organizations, ...head } = whole
        expect(document).toMatchObject(head)
        expect(document?.organizations.slice(0, 2)).toEqual(organizations)
      }),
      { numRuns: 1000 },
    )
  })
})
