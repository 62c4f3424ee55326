import { parsePath } from '#core/model/jsonPath.ts'
import type { Problem } from '#core/model/problem.ts'

/**
 * Says of dates that cannot be read how they are written, where people would read them: `31 May 2016`
 * is 2016-05-31. `jsonOf` gives what the problems are about; it, and what reads such dates, is only asked for
 * when one occurs.
 */
export async function withDateHints(
  problems: readonly Problem[],
  jsonOf: () => unknown,
): Promise<readonly Problem[]> {
  if (!problems.some(({ code }) => code === 'date-unreadable')) return problems
  const { readLooseDate } = await import('./looseDate.ts')
  const json = jsonOf()
  return problems.map((problem) => {
    const value = problem.code === 'date-unreadable' ? valueAt(json, problem.path) : undefined
    if (typeof value !== 'string') return problem
    const reading = readLooseDate(value)
    if (reading.kind === 'unreadable') return problem
    const dates = reading.kind === 'date' ? [reading.edtf] : [reading.dayFirst, reading.monthFirst]
    // The last sentence says what became of the event.
    const loss = /[^.]+\.$/.exec(problem.hint)?.[0].trim() ?? ''
    return { ...problem, hint: `Write ${dates.join(' or ')}. ${loss}` }
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
