import { formatPath, parsePath } from '#core/model/jsonPath.ts'
import type { Problem } from '#core/model/problem.ts'
import type { Database } from './database.ts'
import readSql from './read.sql?raw'
import { fill, stepsOf } from './statements.ts'
import { listFields } from './textReading.ts'

/** The fields of an event that the database reads, in the order of the table `input`. */
export const fields = [
  'id',
  'date',
  'title',
  'summary',
  'body',
  ...listFields,
  'importance',
] as const
const steps = stepsOf(readSql)

/** Events that are read together: fewer than the problems of one kind that a reading keeps. */
export const stride = 500

/** Runs a step of read.sql. */
export async function runStep(
  database: Database,
  step: string,
  values: Parameters<typeof fill>[2] = {},
): Promise<void> {
  for (const statement of fill(steps, step, values)) await database.run(statement)
}

/** The statement of a step that asks. */
export function query(step: string): string {
  return fill(steps, step)[0] ?? ''
}

/** The number of the event, in its list, that a problem is about. */
export function indexOf({ path }: Problem): number {
  return Number(parsePath(path)[1])
}

/** A problem with another number of its event. */
export function atPlace(problem: Problem, place: number): Problem {
  const [, , ...rest] = parsePath(problem.path)
  return { ...problem, path: formatPath(['events', place, ...rest]) }
}
