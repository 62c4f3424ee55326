import * as fc from 'fast-check'

// Random documents for tests: most of an event is as it should be, and anything may be odd.

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e-2', 'e', 'é', 'with "quotes"', '', '😀')
const text = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('Title', 'Ünïcode', '混合', 'line\nbreak', 'a\\b "c"', '😀'),
  },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', ' ', '\u00a0', '\u202e', 'a\r\nb', '\ud800', '\ufffd', '\u0007'),
)
const texts = fc.oneof(
  { weight: 8, arbitrary: text },
  fc.record({ en: text, 'zh-Hans': text }),
  fc.constantFrom(null, 7, true, []),
)
const date = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('2014', '2014-05', '2013-05-06', '2014-05-06T10:00Z', '0099-01-01'),
  },
  fc.constantFrom('2014-21', '{2014,2016-05}', '2014/..', '-0500', 'Y-13800000000', '2014~'),
  fc.constantFrom('soon', '2014-13', '2016/2014', '2014-05-06 10:00', 2014, null, ''),
)
const references = fc.oneof(
  { weight: 6, arbitrary: fc.array(id, { maxLength: 3 }) },
  fc.array(fc.oneof(fc.record({ id, role: fc.constantFrom('maker', 'odd') }), fc.constant(5)), {
    maxLength: 2,
  }),
  fc.constantFrom('a', null, []),
)
const relations = fc.array(
  fc.record({ to: id, kind: fc.constantFrom('part-of', 'part-of', 'uses', 'odd') }),
  { maxLength: 3 },
)

const event = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      {
        id: fc.oneof({ weight: 6, arbitrary: id }, fc.constantFrom(5, null)),
        date,
        title: texts,
        summary: texts,
        body: texts,
        dateNote: texts,
        organizations: references,
        people: references,
        topics: references,
        sources: references,
        importance: fc.constantFrom(1, 3, 5, 6, 2.5, '4', null),
        confidence: fc.constantFrom('reported', 'sure', null),
        relations,
        links: fc.constantFrom([], [{ title: 'L', url: 'https://x.example' }], [{ url: 'x' }]),
        details: fc.constantFrom([], [{ label: 'a', value: 5 }]),
        delay: fc.oneof(
          fc.integer(),
          fc.double({ noNaN: true }),
          text,
          fc.constantFrom(null, true),
        ),
        deep: fc.jsonValue({ maxDepth: 2 }),
        sumary: text,
        ['__proto__']: fc.constant(1),
      },
      { requiredKeys: ['date', 'title'] },
    ),
  },
  fc.constantFrom(null, 5, 'text', [], {}, { date: '2014' }),
)

const listed = fc.array(fc.record({ id, name: text, title: text }), { maxLength: 5 })

/** A document as text, its fields in any order, spaced in some way. */
export const randomDocument: fc.Arbitrary<string> = fc
  .record({
    version: fc.constantFrom(1, 1, 1, 1, '1', 0, undefined, 2),
    title: text,
    language: fc.constantFrom('en', 'zh-Hans', undefined),
    organizations: listed,
    people: listed,
    topics: listed,
    sources: listed,
    story: fc.array(fc.record({ id, title: text, event: id }), { maxLength: 2 }),
    events: fc.array(event, { maxLength: 12 }),
    space: fc.constantFrom(undefined, 1, '\t'),
    order: fc.shuffledSubarray(
      ['version', 'title', 'language', 'organizations', 'people', 'topics', 'sources', 'story'],
      { minLength: 5 },
    ),
    before: fc.nat({ max: 8 }),
    isList: fc.constantFrom(false, false, false, true),
    twice: fc.constantFrom('', '', '"date": "2015",', '"title": {"en": "x", "en": "y"},'),
  })
  .map(({ order, before, space, isList, twice, ...fields }) => {
    const entries = Object.entries(fields)
    const at = (name: string): unknown => entries.find(([field]) => field === name)?.[1]
    const names = [...order.slice(0, before), 'events', ...order.slice(before)]
    const whole = Object.fromEntries(names.map((name) => [name, at(name)]))
    const json = JSON.stringify(isList ? fields.events : whole, undefined, space)
    // A key that stands twice is no value of JSON.
    return twice === '' ? json : json.replace('"date":', () => `${twice} "date":`)
  })
