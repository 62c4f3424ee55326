import { expect, it } from 'vitest'

import { urlParams } from '#state/url/params.ts'
import { textsOf, type TimelineParams } from './timelineParams.ts'

// The compiler sees to it that this names every field, and no other.
const fields: Readonly<Record<keyof TimelineParams, true>> = {
  mode: true,
  range: true,
  event: true,
  org: true,
  match: true,
  topic: true,
  person: true,
  q: true,
  lanes: true,
  view: true,
  steps: true,
  step: true,
  panel: true,
  ui: true,
  theme: true,
  lang: true,
  text: true,
  wheel: true,
  keys: true,
  edge: true,
  resize: true,
  motion: true,
  play: true,
  hosts: true,
  static: true,
}

it('offers every parameter of the address, but the document', () => {
  const names = urlParams.map(({ name }) => name).filter((name) => name !== 'v' && name !== 'src')
  expect(Object.keys(fields)).toEqual(names)
})

it('writes parameters as the address does', () => {
  expect(
    textsOf({ org: ['a', '-b'], step: 3, static: true, motion: undefined, steps: 'story' }),
  ).toEqual({ org: 'a,-b', step: '3', static: '1', motion: '', steps: 'story' })
})
