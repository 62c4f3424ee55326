import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { npmDocument } from './npmReleases.mjs'

const some = {
  name: '@some/thing',
  time: {
    modified: '2020-01-01T00:00:00.000Z',
    created: '2011-10-26T17:46:21.942Z',
    '1.0.0': '2012-02-03T04:05:06.789Z',
    '0.1.0': '2011-10-26T17:46:22.746Z',
    '1.0.1': '2012-02-04T04:05:06.789Z',
    '1.1.0': '2012-02-05T04:05:06.789000+00:00',
    '2.0.0-beta.1': '2012-02-06T04:05:06.789Z',
    '2.0.0': '2012-02-07T04:05:06.789Z',
    '2.1.0': '2012-02-08T04:05:06.789Z',
  },
  versions: {
    '0.1.0': {},
    '1.0.0': {},
    '1.0.1': {},
    '1.1.0': {},
    '2.0.0-beta.1': {},
    '2.0.0': { deprecated: 'Broken, ask me@some.example' },
  },
}

describe('npmDocument', () => {
  const { head, events } = npmDocument([some])

  it('is a document without faults', () => {
    expect(readDocument({ ...head, events }).problems).toEqual([])
    expect(head.subtitle).toBe('7 versions, 2011-10-26 to 2012-02-08')
  })

  it('tells versions in the order of time, by kind', () => {
    expect(events.map(({ title, topics, importance }) => [title, topics, importance])).toEqual([
      ['@some/thing 0.1.0', ['minor'], 3],
      ['@some/thing 1.0.0', ['major'], 5],
      ['@some/thing 1.0.1', ['patch'], 2],
      ['@some/thing 1.1.0', ['minor'], 3],
      ['@some/thing 2.0.0-beta.1', ['prerelease'], 1],
      ['@some/thing 2.0.0', ['major', 'deprecated'], 1],
      ['@some/thing 2.1.0 (taken back)', ['minor', 'taken-back'], 1],
    ])
  })

  it('tells the second in UTC, and the page of the version', () => {
    expect(events[3]).toEqual({
      id: 'some-thing-1.1.0',
      date: '2012-02-05T04:05:06Z',
      title: '@some/thing 1.1.0',
      organizations: ['some-thing'],
      topics: ['minor'],
      importance: 3,
      links: [{ title: 'On npm', url: 'https://www.npmjs.com/package/@some/thing/v/1.1.0' }],
    })
    expect(head.sources[0].url).toBe('https://registry.npmjs.org/@some%2Fthing')
  })

  it('says why a version was deprecated, without addresses of people', () => {
    expect(events[5].summary).toBe('Deprecated: Broken, ask …')
  })

  it('says when a mirror answered', () => {
    expect(head.description).not.toContain('mirror')
    const { created: _, ...time } = some.time
    expect(npmDocument([{ ...some, time }]).head.description).toContain(
      'A mirror answered for @some/thing',
    )
  })
})
