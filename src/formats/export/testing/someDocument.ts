import fc from 'fast-check'

const dates = [
  '2016',
  '2019-07-26',
  '2014/2015',
  '2017-12/..',
  '/2018',
  '201X',
  '-0550',
  '2016~',
  '2019-07-26T09:00+08:00',
  '2019-07-26T09:00:30Z',
  '[2014,2016..2018]',
  'Y-13800000000',
]

/** Texts with everything that tables, calendars and formulas stumble over. */
export const someText = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '-2',
    "'=x",
    '@a',
    '+b',
    'a;b',
    'a, b',
    'A: b <c>',
    'x (maker)',
    '"q"',
    '[1]',
    'a\\nb',
    'a\nb',
    ' 微众银行 ',
    '𝔘 e\u0301 🎉',
    '<b>x</b>',
    'x'.repeat(200),
  ),
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
)
const visible = someText.filter(
  (text) => text.trim() !== '' && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text.replaceAll('\n', '')),
)

/** Plain, or in two languages. */
const text = fc.oneof(
  visible,
  fc.record({ en: visible, 'zh-Hans': visible }),
  fc.record({ 'zh-Hans': visible }),
)
const id = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), visible)
const date = fc.constantFrom(...dates)
const url = fc.constantFrom(
  'https://example.org/a?b=c',
  'mailto:a@example.org',
  'https://x.org/(a)',
)

/** Fields that may be left out. */
function some<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(fields, { requiredKeys: [] })
}

function list<T>(entry: fc.Arbitrary<T>) {
  return fc.array(entry, { minLength: 1, maxLength: 3 })
}

function named<T extends { id: string }>(entry: fc.Arbitrary<T>) {
  return fc.uniqueArray(entry, { maxLength: 3, selector: ({ id }) => id })
}

const pick = (ids: readonly string[]) => fc.subarray([...ids])

function someEvent(ids: {
  readonly organizations: readonly string[]
  readonly people: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
}) {
  return fc
    .tuple(
      fc.record({ id, date, title: text }),
      some({
        dateNote: text,
        summary: text,
        body: text,
        organizations: pick(ids.organizations).chain((some) =>
          fc.constantFrom(
            some.map((id) => ({ id })),
            some.map((id) => ({ id, role: 'maker' })),
          ),
        ),
        people: pick(ids.people),
        topics: pick(ids.topics),
        importance: fc.integer({ min: 1, max: 5 }),
        details: list(
          fc.oneof(
            fc.record({ label: text, value: text }),
            fc.record({ label: text, value: text, url }),
          ),
        ),
        figures: list(fc.record({ label: text, value: fc.oneof(text, fc.integer()) })),
        media: list(
          fc.record({
            type: fc.constant('image'),
            src: url.filter((one) => one.startsWith('https')),
            alt: text,
          }),
        ),
        links: list(fc.record({ title: text, url })),
        sources: pick(ids.sources).map((some) => some.map((id) => ({ id, at: 'section 3' }))),
        diagram: fc.constant('groups-on-one-chain'),
        confidence: fc.constantFrom('confirmed', 'reported', 'disputed'),
        confidenceNote: text,
        later: fc
          .anything({ maxDepth: 1, values: [fc.integer(), visible] })
          .map((value) => ({ value: JSON.stringify(value) })),
      }),
    )
    .map(([base, rest]) => ({
      ...base,
      // An empty list is the same as none, and is not written.
      ...Object.fromEntries(
        Object.entries(rest).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
      ),
    }))
}

/** Documents with all kinds of fields, all of them readable without a problem. */
export const someDocument = fc
  .record({
    organizations: named(fc.record({ id, name: text })),
    people: named(fc.record({ id, name: text })),
    topics: named(fc.record({ id, title: text })),
    sources: named(fc.record({ id, title: text, url })),
  })
  .chain((lists) => {
    const ids = {
      organizations: lists.organizations.map(({ id }) => id),
      people: lists.people.map(({ id }) => id),
      topics: lists.topics.map(({ id }) => id),
      sources: lists.sources.map(({ id }) => id),
    }
    return fc.record({
      version: fc.constant(1),
      title: text,
      language: fc.constantFrom('en', 'de', 'zh-Hans'),
      ...Object.fromEntries(Object.entries(lists).map(([key, value]) => [key, fc.constant(value)])),
      eras: named(fc.record({ id, title: text, date })),
      story: named(fc.record({ id, title: text, notes: text })),
      events: fc.uniqueArray(someEvent(ids), { maxLength: 4, selector: ({ id }) => id }),
    })
  })
