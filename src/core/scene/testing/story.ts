import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import { placeCrowd } from '#core/layout/placeCrowd.ts'
import { textIn } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { MS } from '#core/time/instant.ts'
import { orientationFor } from '#core/scene/frame.ts'
import type { SceneInput, SceneWords } from '#core/scene/sceneInput.ts'
import { themes } from '#core/scene/theme.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { dateWords } from '#i18n/dateWords.en.ts'
import { dateWords as chineseDateWords } from '#i18n/dateWords.zh-Hans.ts'

/** Reads a document as the page does. Throws when there is no timeline in it. */
export function tableOf(json: unknown): EventTable {
  const { document } = readDocument(json)
  if (document === undefined) throw new Error('not a timeline')
  return buildEventTable(document)
}

/** The shipped story. */
export function readStory(): EventTable {
  const file = fileURLToPath(new URL('../../../../public/timeline.json', import.meta.url))
  return tableOf(JSON.parse(readFileSync(file, 'utf8')))
}

export const englishWords: SceneWords = {
  dateWords,
  text: (text) => textIn(text, 'en'),
  organizations: (count) => `${count} organisations`,
}

export const chineseWords: SceneWords = {
  dateWords: chineseDateWords,
  text: (text) => textIn(text, 'zh-Hans'),
  organizations: (count) => `${count}个机构`,
}

/** A drawing of everything in light colours, measured by the built-in table; `more` changes it. */
export function inputFor(
  table: EventTable,
  width: number,
  height: number,
  more: Partial<SceneInput> = {},
): SceneInput {
  return {
    table,
    matching: new Uint8Array(table.length).fill(1),
    laneMode: 'organizations',
    viewport: { span: fitSpan(table.span), scroll: 0 },
    size: { width, height },
    orientation: orientationFor({ width, height }),
    theme: themes.light,
    words: englishWords,
    measure: measureByTable,
    selected: undefined,
    focused: undefined,
    placeCrowd,
    ...more,
  }
}

/** From the start of one year to the start of another. */
export function years(from: number, to: number): { start: number; end: number } {
  return { start: (from - 1970) * MS.year, end: (to - 1970) * MS.year }
}
