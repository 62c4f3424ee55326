import { describe, expect, it } from 'vitest'

import { type HeightContext, heightWriter } from './heightDialects.ts'

const context: HeightContext = { resize: 'auto', search: '', hash: '', ancestors: [] }
const href = 'https://embed.example/embed.html'

const dialects = (change: Partial<HeightContext>): readonly string[] =>
  heightWriter({ ...context, ...change }, href).dialects

describe('which dialects are spoken', () => {
  it.each<[string, Partial<HeightContext>, readonly string[]]>([
    ['ours by itself', {}, ['tl']],
    ['none', { resize: 'off' }, []],
    ['pym by its child', { search: '?childId=graphic' }, ['tl', 'pym']],
    ['WordPress by its secret', { hash: '#?secret=abc123XYZ9' }, ['tl', 'wp']],
    ['WordPress behind data', { hash: '#d=q1Y-_A?secret=abc123XYZ9' }, ['tl', 'wp']],
    ['no secret with other signs', { hash: '#?secret=abc<123' }, ['tl']],
    ['no secret without end', { hash: `#?secret=${'a'.repeat(65)}` }, ['tl']],
    ['Medium by its address', { ancestors: ['https://medium.com/'] }, ['tl', 'medium']],
    ['embedly', { ancestors: ['https://cdn.embedly.com'] }, ['tl', 'medium']],
    ['AMP by its cache', { ancestors: ['https://a-b.cdn.ampproject.org/c/'] }, ['tl', 'amp']],
    ['nobody who is only called so', { ancestors: ['https://notmedium.com', 'x'] }, ['tl']],
    ['the named ones', { resize: 'medium,amp' }, ['medium', 'amp']],
    ['not pym without a child', { resize: 'pym,wp' }, []],
    ['pym when named', { resize: 'pym', search: '?a=b&childId=x' }, ['pym']],
  ])('%s', (_name, change, spoken) => {
    expect(dialects(change)).toEqual(spoken)
  })
})

it('writes each dialect as its readers expect', () => {
  const writer = heightWriter(
    {
      resize: 'tl,pym,medium,amp,wp',
      search: '?childId=graphic-1',
      hash: '#?secret=abc123XYZ9',
      ancestors: [],
    },
    href,
  )
  expect(writer.write(480)).toEqual([
    'pymxPYMxgraphic-1xPYMxheightxPYMx480',
    '{"src":"https://embed.example/embed.html","context":"iframe.resize","height":480}',
    { sentinel: 'amp', type: 'embed-size', height: 480 },
    { secret: 'abc123XYZ9', message: 'height', value: 480 },
  ])
})
