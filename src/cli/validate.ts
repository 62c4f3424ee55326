import { inFileOrder } from '#core/model/problem.ts'
import { readBytes, shownName } from './files.ts'
import { type Finding, findingLine, type Tally, tally, tallyLine } from './findings.ts'
import { readTimeline } from './readTimeline.ts'
import type { ExitCode, Context } from './context.ts'
import { type Options, seeHelp, UsageError } from './usage.ts'

/** What is said of one file; with `--json`, as it is. */
interface FileReport extends Tally {
  readonly file: string
  /** Events that the timeline shows. */
  readonly events: number
  readonly problems: readonly Finding[]
}

/** `throughline validate`. Files that cannot be read do not keep the others from being checked. */
export async function validate(
  files: readonly string[],
  options: Options,
  context: Context,
): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('No file was given.', seeHelp('validate'))
  const asJson = options['json'] === true
  const reports: FileReport[] = []
  let missing = 0
  for (const file of files) {
    try {
      const report = await reportOf(shownName(file), await readBytes(file))
      reports.push(report)
      if (!asJson) print(report, context)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.talk(error.message)
      missing += 1
    }
  }
  if (asJson) context.out(`${JSON.stringify({ version: 1, files: reports }, undefined, 2)}\n`)
  if (missing > 0) return 2
  const failed = reports.some(
    ({ errors, warnings }) => errors > 0 || (options['strict'] === true && warnings > 0),
  )
  return failed ? 1 : 0
}

async function reportOf(file: string, bytes: Uint8Array): Promise<FileReport> {
  const { document, findings } = await readTimeline(bytes)
  const events = document?.events.length ?? 0
  return { file, events, ...tally(findings), problems: inFileOrder(findings) }
}

function print(report: FileReport, { out, talk }: Context): void {
  const { file, events, problems } = report
  for (const finding of problems) out(`${findingLine(file, finding)}\n`)
  talk(`${file}: ${tallyLine(events, report)}`)
}
