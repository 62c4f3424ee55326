import { describe, expect, it } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { checkIds, readSize, readState } from './renderState.ts'

describe('readSize', () => {
  it('reads width and height', () => {
    expect(readSize('1920x1080')).toEqual({ width: 1920, height: 1080 })
    expect(readSize(' 64X64 ')).toEqual({ width: 64, height: 64 })
  })

  it.each(['', '1920', '0x0', '63x64', '20000x10', '10 x 10', '1e3x10', '-5x5'])(
    'refuses %j',
    (text) => {
      expect(() => readSize(text)).toThrow('is no size')
    },
  )
})

describe('readState', () => {
  it('reads a query, or the address of a page', () => {
    const state = readState('org=a,-b&mode=present&step=3', undefined, undefined)
    expect(state).toMatchObject({ mode: 'present', steps: 'story', step: 3 })
    expect(state.filter).toMatchObject({ org: ['a'], notOrg: ['b'] })
    expect(
      readState('https://a.example/x/?utm=1&step=2&steps=story#?secret=1', undefined, undefined),
    ).toMatchObject({ step: 2, steps: 'story' })
  })

  it('lets options have the last word', () => {
    expect(readState('theme=dark&lang=en', 'contrast', 'zh-Hans')).toMatchObject({
      theme: 'contrast',
      lang: 'zh-Hans',
    })
  })

  it.each<[string, string | undefined, string | undefined, string]>([
    ['orgs=a', undefined, undefined, 'there is no parameter orgs'],
    ['mode=presnt', undefined, undefined, 'mode=presnt is not understood'],
    ['step=1&step=2', undefined, undefined, 'step=2 is given twice'],
    ['', 'purple', undefined, '--theme purple is not understood'],
    ['', undefined, '??', '--lang ?? is not understood'],
  ])('refuses %j with theme %j and language %j', (query, theme, lang, message) => {
    expect(() => readState(query, theme, lang)).toThrow(message)
  })
})

describe('checkIds', () => {
  const { document } = readDocument({
    version: 1,
    title: 'A',
    organizations: [{ id: 'bank', name: 'Bank' }],
    topics: [{ id: 'law', title: 'Law' }],
    people: [{ id: 'ann', name: 'Ann' }],
    events: [{ id: 'first', date: '2014', title: 'One', organizations: ['bank'] }],
    story: [{ id: 'opening', title: 'O', event: 'first' }],
  })
  const table = buildEventTable(document!)
  const check = (query: string): void => checkIds(readState(query, undefined, undefined), table)

  it('lets pass what the document has', () => {
    expect(() =>
      check('org=-bank&topic=law&person=ann&event=first&steps=opening,first'),
    ).not.toThrow()
  })

  it.each([
    ['org=bnak', 'org=bnak', 'Did you mean bank?'],
    ['org=-zzz', 'org=zzz', undefined],
    ['topic=law,x', 'topic=x', undefined],
    ['person=an', 'person=an', undefined],
    ['event=frist', 'event=frist', 'Did you mean first?'],
    ['steps=opening,last', 'steps=last', undefined],
  ])('refuses %s', (query, named, hint) => {
    expect(() => check(query)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(named), ...(hint && { hint }) }),
    )
  })
})
