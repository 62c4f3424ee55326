import { scanJson } from '#core/model/scanJson.ts'

/**
 * A text that holds JSON, with everything else blanked out: every character that stays is at the line
 * and column where it stood.
 */
export interface BlankedScript {
  readonly text: string
  /** What was blanked out, in words. */
  readonly slips: readonly string[]
}

/**
 * Makes JSON of a script that holds data: `storyjs_jsonp_data = {…};`, `callback({…})`, `var x = {…}`,
 * and what else stands before and after. Comments and commas before a closing bracket go, too. Keys
 * without quotes stay, and are for the reader of JSON to report.
 */
export function scriptToJson(source: string): BlankedScript {
  const slips: string[] = []
  const text = blankStart(source, slips)
  const { bare, hasComments, hasCommas } = blankSlips(text)
  if (hasComments) slips.push('comments')
  if (hasCommas) slips.push('commas before closing brackets')
  const fault = scanJson(bare)
  if (fault?.code !== 'text-after-end') return { text: bare, slips }
  slips.push('what follows after the data')
  return { text: bare.slice(0, fault.offset) + blank(bare.slice(fault.offset)), slips }
}

/** The data begins at the first brace that a script gives to something, or at the first of all. */
function blankStart(source: string, slips: string[]): string {
  const text = source.replace(/^\uFEFF/, ' ')
  if (/^\s*[{[]/.test(text)) return text
  const given = /(?:[=(:]|\breturn|\bdefault)\s*(?=[{[])/.exec(text)
  const start = given === null ? text.search(/[{[]/) : given.index + given[0].length
  if (start < 0) return text
  slips.push('what stands before the data')
  return blank(text.slice(0, start)) + text.slice(start)
}

function blank(text: string): string {
  return text.replaceAll(/[^\n\r]/g, ' ')
}

function blankSlips(text: string): { bare: string; hasComments: boolean; hasCommas: boolean } {
  const withoutComments = blankComments(text)
  let hasCommas = false
  const bare = withoutComments.replaceAll(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (piece) => {
    if (piece !== ',') return piece
    hasCommas = true
    return ' '
  })
  return { bare, hasComments: withoutComments !== text, hasCommas }
}

/** By hand: an expression would look for the end of every comment that has none. */
function blankComments(text: string): string {
  const next = /"(?:[^"\\\n]|\\.)*"|\/[/*]/g
  let bare = ''
  let from = 0
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [piece] = found
    if (piece.startsWith('"')) continue
    const ending = piece === '//' ? '\n' : '*/'
    const at = text.indexOf(ending, found.index + 2)
    if (at < 0 && piece === '/*') break
    const end = at < 0 ? text.length : at + (piece === '//' ? 0 : 2)
    bare += text.slice(from, found.index) + blank(text.slice(found.index, end))
    from = end
    next.lastIndex = end
  }
  return bare + text.slice(from)
}
