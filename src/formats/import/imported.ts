import type { Problem } from '#core/model/problem.ts'

/** What an importer makes of somebody else's file. */
export interface Imported {
  /** A document of version 1 as JSON, still to be read by `readDocument` like any other. */
  readonly json: Readonly<Record<string, unknown>>
  /** What was guessed, repaired or has no place in a document; paths and lines are those of the source. */
  readonly problems: readonly Problem[]
}
