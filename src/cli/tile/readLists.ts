import type { DocumentHead } from '#core/model/document.ts'
import { eventText } from '#core/tiles/eventText.ts'
import { readPart } from '#core/tiles/readPart.ts'
import type { Cell, Database } from './database.ts'
import { atPlace, indexOf, stride } from './readSteps.ts'
import { listFields, type TextReading } from './textReading.ts'
import type { TileFindings } from './tileFindings.ts'

/**
 * Fills the table `lists`: each list of organisations, people or topics is read once. Gives the head with what
 * they name.
 */
export async function readLists(
  database: Database,
  given: DocumentHead,
  { list, head: withNamed }: TextReading,
  findings: TileFindings,
): Promise<DocumentHead> {
  let head = given
  for (const field of listFields) {
    const rows = await database.all(
      `SELECT ${field}, min(place) AS place FROM input WHERE ${field} IS NOT NULL GROUP BY ${field} ORDER BY place`,
    )
    const values = rows.map(([json]): unknown => {
      const value: unknown = JSON.parse(String(json))
      return list === undefined ? value : list(field, value)
    })
    if (withNamed) head = withNamed(head)
    for (let from = 0; from < rows.length; from += stride) {
      const part = values.slice(from, from + stride)
      const { events, problems, organizations } = readPart(
        head,
        part.map((value) => ({ date: '2000', title: '-', [field]: value })),
      )
      head = { ...head, organizations }
      const places = new Map(organizations.map(({ id }, place) => [id, place]))
      // Of organisations that nobody listed it is enough to hear once: they are made.
      const odd = new Set<number>()
      for (const problem of problems) {
        const index = indexOf(problem)
        if (problem.code === 'organization-unknown') {
          const place = Number(rows[from + index]?.[1])
          findings.add(atPlace(problem, place), place)
        } else odd.add(index)
      }
      const read = events.flatMap((event, index): readonly (readonly Cell[])[] => {
        if (odd.has(index)) return []
        const written: unknown = Reflect.get(Object(JSON.parse(eventText(event))), field)
        const [first] = event.organizations
        const owner = first === undefined ? -1 : (places.get(first.id) ?? -1)
        return [[field, rows[from + index]?.[0] ?? null, JSON.stringify(written ?? []), owner]]
      })
      await database.append('lists', ['text', 'text', 'text', 'integer'], read)
    }
  }
  return head
}
