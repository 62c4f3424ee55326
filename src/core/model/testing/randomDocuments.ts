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
  { weight: 6, arbitrary: text },
  { weight: 3, arbitrary: fc.record({ en: text, 'zh-Hans': text }) },
  fc.dictionary(fc.constantFrom('en', 'fr', '1', '__proto__'), text),
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
const address = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'https://x.example/a',
      'http://a.b-c.example?q',
      'mailto:a@b.example',
    ),
  },
  fc.constantFrom('https://x.example/a b', ' https://x.example/', 'https://1.2.3.x4/', 'x/a.png'),
  fc.constantFrom('https://256.1.1.1/', 'javascript:alert(1)', 'https://', '', 5),
)

/** Most of them as they should be. */
function listOf(entry: fc.Arbitrary<unknown>, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.array(entry, { maxLength: 3 }) },
    fc.array(fc.oneof(entry, odd), { maxLength: 2 }),
    fc.oneof(entry, fc.constantFrom(null, 5, {})),
  )
}

/** An entry with some of its fields. */
function someOf(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  return fc.record(fields, { requiredKeys: [] })
}

const reference = fc.oneof(
  { weight: 3, arbitrary: id },
  fc.record({ id, role: fc.constantFrom('maker', 'user') }),
  fc.record({ id, at: texts }),
)
const references = listOf(reference, someOf({ id, role: fc.constantFrom('odd', null) }))
const relations = listOf(
  fc.record({ to: id, kind: fc.constantFrom('part-of', 'part-of', 'uses') }),
  someOf({ to: id, kind: fc.constantFrom('part-of', 'odd', null), more: fc.constant(1) }),
)
const detail = { label: texts, value: texts, url: address }
const figure = {
  label: texts,
  value: fc.oneof(fc.constantFrom(5, -1.5, 1e21, '7'), texts),
  asOf: date,
}
const link = { title: texts, url: address }
const media = { type: fc.constantFrom('image', 'film'), src: address, alt: texts, credit: texts }

/** An event in which nothing is to be mended; what it refers to may be missing. */
const soundText = fc.constantFrom('Title', 'Ünïcode', '混合', 'a\\b "c"', '😀')
const soundTexts = fc.oneof(soundText, fc.record({ en: soundText, 'zh-Hans': soundText }))
const soundId = fc.constantFrom('a', 'b', 'c', 'd', 'é')
const url = fc.constantFrom('https://x.example/a', 'http://a.b-c.example?q', 'mailto:a@b.example')
const fewOf = (entry: fc.Arbitrary<unknown>) => fc.array(entry, { maxLength: 2 })
const soundEvent = fc.record(
  {
    id: soundId,
    date: fc.constantFrom('2014', '2013-05-06', '2014-05-06T10:00Z', '2014/2016', '2014~'),
    title: soundTexts,
    summary: soundTexts,
    organizations: fewOf(fc.oneof(soundId, fc.record({ id: soundId, role: fc.constant('user') }))),
    topics: fewOf(soundId),
    sources: fewOf(fc.oneof(soundId, fc.record({ id: soundId, at: soundTexts }))),
    relations: fewOf(fc.record({ to: soundId, kind: fc.constantFrom('part-of', 'uses') })),
    links: fewOf(fc.record({ title: soundTexts, url })),
    details: fewOf(fc.record({ label: soundTexts, value: soundTexts })),
    figures: fewOf(fc.record({ label: soundTexts, value: fc.oneof(fc.integer(), soundTexts) })),
    confidence: fc.constantFrom('reported', 'disputed'),
  },
  { requiredKeys: ['date', 'title'] },
)

/** An event: most of it as it should be, and anything may be odd. */
export const randomEvent: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: soundEvent },
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
        links: listOf(fc.record(link), someOf(link)),
        details: listOf(fc.record(detail), someOf(detail)),
        figures: listOf(fc.record(figure), someOf(figure)),
        media: listOf(fc.record(media), someOf(media)),
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
    events: fc.array(randomEvent, { maxLength: 12 }),
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
