import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finishEvent, readEvent } from '#core/model/readDocumentInSteps.ts'
import { startReading } from '#core/model/reading.ts'
import { randomEvent } from '#core/model/testing/randomDocuments.ts'
import { ByteNames } from './byteNames.ts'
import { PlainEvents } from './plainEvent.ts'

const ids = ['a', 'b', 'é']
const known = { has: (id: string) => ids.includes(id), near: () => undefined }
const any = { has: () => true, near: () => undefined }

function names(): ByteNames {
  const list = new ByteNames()
  for (const id of ids) list.add(id)
  return list
}

function reader(): PlainEvents {
  return new PlainEvents({
    organizations: names(),
    people: names(),
    topics: names(),
    sources: names(),
  })
}

/** Whether an event is taken from its bytes; the text may be one that no value writes. */
function isTaken(event: unknown, plain = reader()): boolean {
  const bytes = new TextEncoder().encode(typeof event === 'string' ? event : JSON.stringify(event))
  const after = plain.read(bytes, 0, bytes.length)
  if (after >= 0) expect(after).toBe(bytes.length)
  return after >= 0
}

const bare = { date: '2014', title: 'A' }
const link = { title: 'L', url: 'https://x.example/a?b#c' }
const figure = { label: 'F', value: 5, asOf: '2014-05' }
const picture = { type: 'image', src: 'pictures/a.png', alt: '' }

describe('plain events', () => {
  it.each([
    { title: { en: 'A', 'zh-Hans': '一' }, body: { fr: 'é' } },
    { title: { en: '', fr: '😀' } },
    { organizations: ['a', { id: 'é', role: 'maker' }], people: ['a', 'a'], topics: null },
    { sources: ['a', { id: 'a', at: { en: 'p. 5' } }, { id: 'b' }] },
    { links: [link, { title: { en: 'L' }, url: 'http://a.b-c.example' }] },
    {
      relations: [
        { kind: 'part-of', to: 'x' },
        { to: 'y', kind: 'uses' },
      ],
    },
    { details: [{ label: 'a', value: 'b', url: 'https://x.example' }], figures: [figure] },
    { figures: [{ label: 'F', value: { en: 'many' } }], media: [picture] },
    { media: [{ ...picture, src: 'https://x.example/a.png', alt: 'A', credit: { en: 'C' } }] },
    { confidence: 'disputed', importance: 5, dateNote: null, date: '2014~/2016' },
  ])('have %j', (fields) => {
    expect(isTaken({ ...bare, ...fields })).toBe(true)
  })

  it.each([
    { title: { en: ' ', fr: '\u3000' } },
    { title: {} },
    { organizations: ['a', { id: 'a' }] },
    { organizations: [{ id: 'z' }] },
    { organizations: [{ role: 'maker' }] },
    { sources: [{ id: 'a', page: 5 }] },
    { links: [{ title: ' ', url: link.url }] },
    { links: [{ ...link, url: 'https://256.1.1.1/' }] },
    { links: [{ ...link, url: 'https://x.example/a b' }] },
    { links: [{ ...link, url: 'ftp://x.example/' }] },
    { links: link },
    { links: [link, null] },
    { relations: [{ to: 'x' }] },
    {
      relations: [
        { to: 'x', kind: 'part-of' },
        { to: 'y', kind: 'part-of' },
      ],
    },
    { figures: [{ label: 'F', value: '' }] },
    { figures: [{ ...figure, asOf: 'soon' }] },
    { media: [{ ...picture, src: '//x.example/a.png' }] },
    { media: [{ ...picture, type: 'film' }] },
    { body: ['a'] },
    { start: '2014' },
    { odd: 1 },
  ])('do not have %j', (fields) => {
    expect(isTaken({ ...bare, ...fields })).toBe(false)
  })

  it.each([
    '{"date":"2014","title":{"en":"a","en":"b"}}',
    '{"date":"2014","title":"A","links":[{"title":"L","title":"M","url":"https://x.example"}]}',
    '{"date":"2014","title":"A","figures":[{"label":"F","value":1e999}]}',
    '{"date":"2014","title":{"__proto__":"a"}}',
  ])('are not written like %s', (text) => {
    expect(isTaken(text)).toBe(false)
  })

  it('may have a field that was passed over, whatever is in it', () => {
    const plain = reader()
    plain.passOver('odd')
    const odd = { a: [1, -2.5e7, 'x', null, true, {}, []], b: { c: { d: 'e' } } }
    expect(isTaken({ ...bare, odd }, plain)).toBe(true)
    plain.countUnknown()
    expect(isTaken('{"date":"2014","title":"A","odd":{"a":1,"a":2}}', plain)).toBe(false)
    expect(isTaken({ ...bare, odd: [[[[[[1]]]]]] }, plain)).toBe(false)
    expect(plain.unknown).toEqual([expect.objectContaining({ name: 'odd', count: 1 })])
  })

  it('are taken as they are by the full reader, without a word', () => {
    const plain = reader()
    let taken = 0
    fc.assert(
      fc.property(randomEvent, (event) => {
        if (!isTaken(event, plain)) return
        taken += 1
        const reading = startReading()
        const draft = readEvent(event, reading)
        if (draft === undefined) throw new Error('lost')
        const lists = { people: known, topics: known, sources: known, events: any }
        const unlisted = (id: string): void => expect(ids).toContain(id)
        const finished = finishEvent(draft, 'own', lists, unlisted, reading)
        expect(reading.finish()).toEqual([])
        expect(plain.importance).toBe(finished.importance)
        expect(plain.related).toHaveLength(finished.relations?.length ?? 0)
        const whole = finished.relations?.findIndex(({ kind }) => kind === 'part-of') ?? -1
        expect(plain.whole).toBe(whole)
        expect(plain.organizations.map((place) => ids[place])).toEqual(
          finished.organizations.map(({ id }) => id),
        )
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(100)
  })
})
