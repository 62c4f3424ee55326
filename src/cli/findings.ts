import type { Problem } from '#core/model/problem.ts'
import { visible } from './context.ts'

/** A problem of a document, or of a file that holds none. */
export type Finding = Omit<Problem, 'code'> & { readonly code: string }

/** How many of each kind. What is fatal counts as an error. */
export interface Tally {
  readonly errors: number
  readonly warnings: number
  readonly notes: number
}

export function tally(findings: readonly Finding[]): Tally {
  const count = (wanted: string): number =>
    findings.filter((finding) => levelOf(finding) === wanted).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}

/**
 * `file:line:column: severity code message hint` on one line, so that editors, `grep` and the problem
 * matchers of build servers can read it. Severity is one of the three that these know.
 */
export function findingLine(file: string, finding: Finding): string {
  const { line = 1, column = 1, code, message, hint } = finding
  const says = [message, hint].filter((part) => part !== '').join(' ')
  return visible(`${file}:${line}:${column}: ${levelOf(finding)} ${code} ${says}`)
}

/** "3 events, 1 error, 2 warnings". */
export function tallyLine(events: number, { errors, warnings, notes }: Tally): string {
  const parts = [
    counted(events, 'event'),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
  ]
  return `${parts.join(', ')}${parts.length === 1 ? ', no problems' : ''}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function levelOf({ severity }: Finding): 'error' | 'warning' | 'note' {
  return severity === 'fatal' ? 'error' : severity
}
