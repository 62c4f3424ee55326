import { buildEventTable } from '#core/data/buildEventTable.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import { textIn } from '#core/model/document.ts'
import { measureFaceByTable } from '#core/scene/measureFaceByTable.ts'
import { loadWords } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { pictureOf, type PictureSubject } from '#picture/pictureOf.ts'
import { createDerived } from '#state/selectors.ts'
import { stepsOf } from '#state/steps.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { readBytes, shownName, standard, writeResult } from './files.ts'
import { findingLine, tally } from './findings.ts'
import { readTimeline } from './readTimeline.ts'
import { checkIds, readSize, readState } from './renderState.ts'
import type { ExitCode, Context } from './context.ts'
import { onlyFile, type Options, seeHelp, textOption, UsageError } from './usage.ts'

/** How text is measured. */
type Measures = Pick<PictureSubject, 'measure' | 'face'>

/** `throughline render`. */
export async function render(
  files: readonly string[],
  options: Options,
  context: Context,
): Promise<ExitCode> {
  const file = onlyFile(files, 'render')
  const out = textOption(options, 'out') ?? standard
  const kind = kindOf(out)
  const size = readSize(textOption(options, 'size') ?? '1280x720')
  const state = readState(
    textOption(options, 'state') ?? '',
    textOption(options, 'theme'),
    textOption(options, 'lang'),
  )

  const { document, findings } = await readTimeline(await readBytes(file))
  const { errors } = tally(findings)
  if (document === undefined) {
    for (const finding of findings) context.talk(findingLine(shownName(file), finding))
    return 1
  }
  const table = buildEventTable(document)
  checkIds(state, table)

  const picture = await pictureMaker(table, state)
  const draw = (measures: Measures): string => picture(measures, size)
  const content =
    kind === 'svg'
      ? draw({ measure: measureByTable, face: measureFaceByTable })
      : await (await import('./drawInBrowser.ts')).drawInBrowser(kind, size, draw, context)
  await writeResult(out, content, context)
  if (errors === 0) return 0
  context.talk(`${shownName(file)}: ${errors} errors; throughline validate lists them.`)
  return 1
}

/** Brings the words that the state asks for; then each call draws it, as text is measured. */
async function pictureMaker(
  table: EventTable,
  state: ShareableState,
): Promise<(measures: Measures, size: { width: number; height: number }) => string> {
  const { document } = table
  // There is no browser here to say what its reader speaks.
  const language = state.lang ?? document.language
  const { locale, messages, dateWords } = await loadWords(chooseLocale([language]))
  const derived = createDerived(table)
  const words = {
    locale,
    dateWords,
    text: (text: Parameters<typeof textIn>[0]) => textIn(text, language, document.language),
  }
  const steps = stepsOf(table, derived.matching(state.filter).rows, state.steps, words)
  const theme = state.theme === 'auto' ? 'light' : state.theme
  return (measures, size) =>
    pictureOf(
      { table, derived, state, messages, theme, ...words, ...measures },
      steps.length === 0 ? undefined : steps,
      state.step,
      size,
    )
}

/** By the ending of the file that is to be written. */
function kindOf(out: string): 'svg' | 'png' | 'pdf' {
  const ending = out === standard ? 'svg' : /\.(\w+)$/.exec(out)?.[1]?.toLowerCase()
  if (ending === 'svg' || ending === 'png' || ending === 'pdf') return ending
  throw new UsageError(`${out}: the name must end in .svg, .png or .pdf.`, seeHelp('render'))
}
