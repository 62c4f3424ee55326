/** A stretch of text that looks the same all along. Line ends in it are line breaks. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly code?: boolean
  /** As `safeAddress` gives it. */
  readonly url?: string
}

/** A `line` stands below the line before it, without an empty line between them. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'entry' | 'line'
  readonly runs: readonly Run[]
}

/**
 * Writes blocks in the Markdown subset that texts of a document are in (its grammar:
 * ui/shared/parseRichText.ts). What is read back shows the same text, whatever signs it holds.
 */
export function writeMarkdown(blocks: readonly TextBlock[]): string {
  let markdown = ''
  let before: TextBlock['kind'] | undefined
  for (const { kind, runs } of blocks) {
    const text = writeRuns(kind === 'heading' || kind === 'entry' ? onOneLine(runs) : runs)
    const lines = trimLines(text)
    if (lines === '') continue
    const joined = kind === before && (kind === 'entry' || kind === 'line')
    if (before !== undefined) markdown += joined ? '\n' : '\n\n'
    markdown += (kind === 'heading' ? '### ' : kind === 'entry' ? '- ' : '') + lines
    before = kind
  }
  return markdown
}

/** Runs one after the other, every blank and line end as it is. */
export function writeInline(runs: readonly Run[]): string {
  return escapeLineStarts(writeRuns(runs))
}

/** Plain text, so that the reader of Markdown shows it as it is. */
export function escapeMarkdown(text: string): string {
  return escapeLineStarts(escapeText(text, false))
}

/** A paragraph ends at an empty line, so there must be none inside of a block. */
function trimLines(text: string): string {
  return escapeLineStarts(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  )
}

function onOneLine(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }))
}

function escapeLineStarts(text: string): string {
  return text.replaceAll(/^(?=- |### )/gm, '\\')
}

/**
 * Escapes what could be a marker. `[1]` and a star between blanks are none, and stay readable; inside
 * of a link every bracket could end it.
 */
function escapeText(text: string, inLink: boolean): string {
  const brackets = inLink ? /[[\]]/g : /\[(?![^[\]\n]*\](?!\())/g
  return text
    .replaceAll(/\\(?=[\\*`[\]#-]|$)/g, '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll(/(?<!\s)\*|\*(?!\s)/g, '\\*')
    .replaceAll(brackets, '\\$&')
}

type Style = Pick<Run, 'strong' | 'emphasis' | 'url'>

function writeRuns(runs: readonly Run[]): string {
  let text = ''
  let open: Style = {}
  for (const run of joinRuns(giveBlanksAway(runs))) {
    text += turnTo(open, run)
    text += writeText(run)
    open = run
  }
  return text + turnTo(open, {})
}

function writeText({ text, code, url }: Run): string {
  const canBeCode = code === true && text.trim() !== '' && !/[`\n]/.test(text)
  return canBeCode ? `\`${text}\`` : escapeText(text, url !== undefined)
}

/**
 * The markers between two styles. Links lie outermost and emphasis innermost, always: the grammar
 * reads `***` only that way round.
 */
function turnTo(from: Style, to: Style): string {
  const linkTurns = from.url !== to.url
  const strongTurns = linkTurns || isOn(from.strong) !== isOn(to.strong)
  const emphasisTurns = strongTurns || isOn(from.emphasis) !== isOn(to.emphasis)
  let markers = ''
  if (emphasisTurns && isOn(from.emphasis)) markers += '*'
  if (strongTurns && isOn(from.strong)) markers += '**'
  if (linkTurns && from.url !== undefined) markers += `](${from.url})`
  if (linkTurns && to.url !== undefined) markers += '['
  if (strongTurns && isOn(to.strong)) markers += '**'
  if (emphasisTurns && isOn(to.emphasis)) markers += '*'
  return markers
}

function isOn(style: boolean | undefined): boolean {
  return style === true
}

/**
 * A marker must touch a word, so blanks where styles turn get what stays open between both sides: what
 * lies further in closes with what lies around it.
 */
function giveBlanksAway(runs: readonly Run[]): readonly Run[] {
  const pieces = runs.flatMap(({ text, ...style }) => {
    const from = text.length - text.trimStart().length
    const to = Math.max(from, text.trimEnd().length)
    return [text.slice(0, from), text.slice(from, to), text.slice(to)]
      .filter((part) => part !== '')
      .map((part) => ({ ...style, text: part }))
  })
  const solid = pieces.map(({ text }) => text.trim() !== '')
  const previous = nearestSolid(pieces, solid)
  const next = nearestSolid(pieces.toReversed(), solid.toReversed()).toReversed()
  return pieces.map((piece, at): Run => {
    if (solid[at] === true) return piece
    const a: Style = previous[at] ?? {}
    const b: Style = next[at] ?? {}
    const sameLink = a.url === b.url
    const sameStrong = sameLink && isOn(a.strong) === isOn(b.strong)
    const both = (on: boolean, style: 'strong' | 'emphasis'): boolean =>
      on && isOn(a[style]) && isOn(b[style])
    return {
      text: piece.text,
      strong: both(sameLink, 'strong'),
      emphasis: both(sameStrong, 'emphasis'),
      ...(sameLink && a.url !== undefined ? { url: a.url } : {}),
    }
  })
}

/** For each piece the nearest one before it that is more than blanks. */
function nearestSolid(
  pieces: readonly Run[],
  solid: readonly boolean[],
): readonly (Run | undefined)[] {
  let last: Run | undefined
  return pieces.map((piece, at) => {
    const found = last
    if (solid[at] === true) last = piece
    return found
  })
}

/** Neighbours of one style become one: what is escaped depends on what stands beside it. */
function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const alike =
      last !== undefined &&
      last.url === run.url &&
      isOn(last.strong) === isOn(run.strong) &&
      isOn(last.emphasis) === isOn(run.emphasis) &&
      isOn(last.code) === isOn(run.code)
    if (alike) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
