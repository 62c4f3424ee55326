import { parsePath } from '#core/model/jsonPath.ts'
import type { Finding } from './findings.ts'

/**
 * Says of dates that cannot be read how they are written, where people would read them: `31 May 2016`
 * is 2016-05-31. `json` is what the findings are about. What reads such dates is loaded when one occurs.
 */
export async function withDateHints(
  findings: readonly Finding[],
  json: unknown,
): Promise<readonly Finding[]> {
  if (!findings.some(({ code }) => code === 'date-unreadable')) return findings
  const { readLooseDate } = await import('#formats/import/looseDate.ts')
  return findings.map((finding) => {
    const value = finding.code === 'date-unreadable' ? valueAt(json, finding.path) : undefined
    if (typeof value !== 'string') return finding
    const reading = readLooseDate(value)
    if (reading.kind === 'unreadable') return finding
    const dates = reading.kind === 'date' ? [reading.edtf] : [reading.dayFirst, reading.monthFirst]
    // The last sentence says what became of the event.
    const loss = /[^.]+\.$/.exec(finding.hint)?.[0].trim() ?? ''
    return { ...finding, hint: `Write ${dates.join(' or ')}. ${loss}` }
  })
}

function valueAt(json: unknown, path: string): unknown {
  let value = json
  for (const step of parsePath(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
