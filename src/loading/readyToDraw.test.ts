import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'

import { noFilter } from '#core/data/filterState.ts'
import { placeCrowd } from '#core/layout/placeCrowd.ts'
import { givenQuery } from './givenDocument.ts'

const filter = { ...noFilter, org: ['a'] }

async function loaded(events: number) {
  const list = Array.from({ length: events }, (_, day) => ({
    date: String(1000 + day),
    title: 'x',
  }))
  const json = { version: 1, title: 'Many', events: list }
  return new QueryClient().fetchQuery(
    givenQuery({ key: String(events), json }, () => ({ lanes: 'topics', filter })),
  )
}

it('brings what places crowds with a table that can have any, and only with that', async () => {
  expect(await loaded(501)).toMatchObject({ placeCrowd })
  expect(await loaded(500)).not.toHaveProperty('placeCrowd')
})
