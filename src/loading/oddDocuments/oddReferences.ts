import { around, oddDocuments, withFields } from './oddDocument.ts'

const named = (id: string, more = ''): string =>
  `{"id": ${JSON.stringify(id)}, "date": "2016", "title": "A"${more}}`
const partOf = (...ids: readonly string[]): string =>
  `, "relations": [${ids.map((id) => `{"to": "${id}", "kind": "part-of"}`).join(', ')}]`
const chain = Array.from({ length: 2000 }, (_, at) =>
  named(`e${at}`, partOf(`e${(at + 1) % 2000}`)),
)

/** Ids that are taken, and ids that lead nowhere or in a circle. */
export const oddReferences = oddDocuments([
  ['one id twice', around(named('a'), named('a')), 2, 'warning id-repeated events[1].id 3:8'],
  [
    'one id three times',
    around(named('a'), named('a'), named('a-2'), named('a')),
    4,
    'warning id-repeated events[1].id 3:8',
    'warning id-repeated events[3].id 5:8',
  ],
  ['an id that is a number', withFields('"id": 7'), 1, 'note text-as-number events[0].id 2:38'],
  ['an empty id', withFields('"id": ""'), 1, 'warning value-unusable events[0].id 2:38'],
  [
    'an id that is an object',
    withFields('"id": {}'),
    1,
    'warning value-unusable events[0].id 2:38',
  ],
  [
    'ids that every object has',
    around(named('__proto__'), named('constructor'), named('toString')),
    3,
  ],
  [
    'two events alike, without ids',
    around('{"date": "2016", "title": "A"}', '{"date": "2016", "title": "A"}'),
    2,
  ],
  [
    'an organisation that nobody listed',
    withFields('"organizations": ["webank"]'),
    1,
    'warning organization-unknown events[0].organizations[0] 2:50',
  ],
  [
    'an organisation by a slip of the pen',
    `{"version": 1, "title": "T", "organizations": [{"id": "webank", "name": "W"}], "events": [\n{"date": "2016", "title": "A", "organizations": ["webbank"]}]}`,
    1,
    'warning organization-unknown events[0].organizations[0] 2:50',
  ],
  [
    'an organisation twice',
    withFields('"organizations": ["a", "a"]'),
    1,
    'warning organization-unknown events[0].organizations[0] 2:50',
    'note reference-repeated events[0].organizations[1] 2:55',
  ],
  [
    'a role that is none',
    withFields('"organizations": [{"id": "a", "role": "boss"}]'),
    1,
    'warning value-unknown events[0].organizations[0].role 2:70',
    'warning organization-unknown events[0].organizations[0] 2:50',
  ],
  [
    'a person that nobody listed',
    withFields('"people": ["ma"]'),
    1,
    'warning reference-unknown events[0].people[0] 2:43',
  ],
  [
    'a topic that nobody listed',
    withFields('"topics": ["code"]'),
    1,
    'warning reference-unknown events[0].topics[0] 2:43',
  ],
  [
    'a source that nobody listed',
    withFields('"sources": [{"id": "s", "at": "p. 3"}]'),
    1,
    'warning reference-unknown events[0].sources[0] 2:44',
  ],
  [
    'a relation to nothing',
    withFields('"relations": [{"to": "gone", "kind": "uses"}]'),
    1,
    'warning reference-unknown events[0].relations[0] 2:46',
  ],
  [
    'a relation to itself',
    around(named('a', partOf('a'))),
    1,
    'warning relation-to-itself events[0].relations[0] 2:57',
  ],
  [
    'a relation of no kind',
    around(named('a'), named('b', ', "relations": [{"to": "a"}]')),
    2,
    'warning field-missing events[1].relations[0].kind 3:57',
  ],
  [
    'a relation of an unknown kind',
    around(named('a'), named('b', ', "relations": [{"to": "a", "kind": "partof"}]')),
    2,
    'warning value-unknown events[1].relations[0].kind 3:77',
  ],
  [
    'a circle of two',
    around(named('a', partOf('b')), named('b', partOf('a'))),
    2,
    'warning part-of-cycle events[1].relations 3:56',
  ],
  [
    'a circle of 2,000',
    around(...chain),
    2000,
    'warning part-of-cycle events[1999].relations 2001:60',
  ],
  [
    'two parents',
    around(named('a'), named('b'), named('c', partOf('a', 'b'))),
    3,
    'warning part-of-second events[2].relations 4:56',
  ],
  [
    'a step to nowhere',
    `{"version": 1, "title": "T", "events": [],\n"story": [{"id": "s", "title": "S", "event": "gone", "range": "2016/2014"}]}`,
    0,
    'warning date-end-before-start story[0].range 2:63',
    'warning reference-unknown story[0].event 2:46',
  ],
])
