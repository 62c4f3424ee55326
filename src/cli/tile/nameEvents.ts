import { slug } from '#core/model/giveIds.ts'
import { formatPath } from '#core/model/jsonPath.ts'
import { quote } from '#core/model/reading.ts'
import type { Cell, Database } from './database.ts'
import { query, runStep } from './readSteps.ts'
import type { TileFindings } from './tileFindings.ts'

/** Gives every row of the table `drafts` an id, and the table `renamed` those that were taken. */
export async function nameEvents(database: Database, findings: TileFindings): Promise<void> {
  await database.run('CREATE TABLE made (place BIGINT, id VARCHAR)')
  for await (const rows of database.parts(query('unnamed'))) {
    const made = rows.map(([place, tail]): readonly Cell[] => {
      const { date, title }: { date: string; title: string } = JSON.parse(`{"id":0${String(tail)}`)
      return [place ?? null, slug(`${date} ${title}`) || 'event']
    })
    await database.append('made', ['bigint', 'text'], made)
  }
  await runStep(database, 'names')
  await runStep(database, 'repeated')
  for (;;) {
    const [[clashes] = []] = await database.all(query('clashes'))
    if (Number(clashes) === 0) break
    await runStep(database, 'renamed again')
  }
  const repeated = database.parts(
    'SELECT place, wanted, id FROM renamed WHERE written ORDER BY place',
  )
  for await (const rows of repeated) {
    for (const [place, wanted, id] of rows) {
      const path = formatPath(['events', Number(place), 'id'])
      findings.add(
        {
          code: 'id-repeated',
          severity: 'warning',
          path,
          message: `The id ${quote(wanted)} is taken by an entry before.`,
          hint: `Both were kept; this one is now ${quote(id)}.`,
        },
        Number(place),
      )
    }
  }
}
