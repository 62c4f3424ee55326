import { type TimelineDocument, textIn } from '#core/model/document.ts'
import { slug } from '#core/model/giveIds.ts'
import type { Problem } from '#core/model/problem.ts'
import type { SaveKind } from '#ui/TimelineContext.tsx'
import { saveFile } from '#ui/shared/saveFile.ts'

const types = { json: 'application/json', csv: 'text/csv', ics: 'text/calendar' } as const

/** Saves a whole document as a file; gives what that kind of file has no place for. */
export async function saveAs(
  kind: SaveKind,
  document: TimelineDocument,
): Promise<readonly Problem[]> {
  const { text, problems } = await written(kind, document)
  const name = slug(textIn(document.title, document.language, document.language)) || 'timeline'
  saveFile(`${name}.${kind}`, `${types[kind]};charset=utf-8`, text)
  return problems
}

async function written(
  kind: SaveKind,
  document: TimelineDocument,
): Promise<{ readonly text: string; readonly problems: readonly Problem[] }> {
  switch (kind) {
    case 'csv': {
      const { exportCsv } = await import('#formats/export/csv.ts')
      const { text, problems } = exportCsv(document)
      // Without the mark spreadsheets take UTF-8 for an older encoding.
      return { text: `\ufeff${text}`, problems }
    }
    case 'ics':
      return (await import('#formats/export/ics.ts')).exportIcs(document)
    case 'json':
      return { text: `${JSON.stringify(document, undefined, 2)}\n`, problems: [] }
  }
}
