import { isKnightLabHeader } from './knightLabColumns.ts'

/** Whose file this is. `csv` is any table of values; which column means what is asked or guessed. */
export type Format =
  | 'throughline'
  | 'timelinejs'
  | 'knightlab-csv'
  | 'csv'
  | 'ics'
  | 'vis'
  | 'markdown'
  | 'unknown'

/** Enough of a text to tell a table or a list by. */
const sniffed = 20_000

/**
 * Tells formats apart by what the text says, and by the name only where it says nothing clear. `name`
 * may be a path or an address. Loads no parser, takes linear time, and never throws.
 */
export function detectFormat(name: string, text: string): Format {
  const body = text.replace(/^\uFEFF/, '').trimStart()
  const ending = endingOf(name)
  if (/^BEGIN:VCALENDAR\b/i.test(body)) return 'ics'
  if (body.startsWith('{') || body.startsWith('[')) {
    const format = detectJson(body)
    if (format !== undefined) return format
  }
  if (isTimelineJsScript(body.slice(0, sniffed))) return 'timelinejs'
  if (isVisScript(body)) return 'vis'
  if (/^(<!doctype|<html|<\?xml|%PDF)/i.test(body) || isZip(body)) return 'unknown'
  // A broken document: the reader of documents can say where.
  if (/^\{\s*["}]|^\[\s*\{/.test(body)) return ending === 'js' ? 'vis' : 'throughline'

  const lines = body.slice(0, sniffed).split(/\r\n?|\n/)
  // Its header is like no other, even above rows that have slipped sideways.
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if ([',', '\t', ';'].some((delimiter) => isKnightLabHeader(splitLine(first, delimiter)))) {
    return 'knightlab-csv'
  }
  if (isMarkdown(lines)) return 'markdown'
  if (isTable(lines)) return 'csv'
  if (ending === 'csv' || ending === 'tsv') return body === '' ? 'unknown' : 'csv'
  if (ending === 'ics') return 'ics'
  if (ending === 'md' || ending === 'markdown') return 'markdown'
  return lines.some((line) => /^\W*\d{3,4}\b/.test(line)) ? 'markdown' : 'unknown'
}

/** Workbooks, too, are archives. */
export function isZip(text: string): boolean {
  return text.startsWith('PK\u0003\u0004')
}

function endingOf(name: string): string {
  const path = name.replace(/[?#].*$/s, '')
  return /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** Undefined for what is no JSON, whatever it starts with. */
function detectJson(body: string): Format | undefined {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return undefined
  }
  if (Array.isArray(json)) return json.some(isVisRow) ? 'vis' : 'throughline'
  if (!isObject(json)) return 'unknown'
  if (isObject(json['timeline']) && Array.isArray(json['timeline']['date'])) return 'timelinejs'
  if (Array.isArray(json['events'])) return isTimelineJs(json) ? 'timelinejs' : 'throughline'
  if (Array.isArray(json['items'])) return 'vis'
  return 'version' in json || '$schema' in json ? 'throughline' : 'unknown'
}

function isTimelineJs(json: Readonly<Record<string, unknown>>): boolean {
  const { events, eras, title } = json
  if (isObject(title) && ('text' in title || 'media' in title)) return true
  const slides = [events, eras].flatMap((list) => (Array.isArray(list) ? list : []))
  return slides.some((slide) => isObject(slide) && ('start_date' in slide || isHeadline(slide)))
}

function isHeadline({ text }: Readonly<Record<string, unknown>>): boolean {
  return isObject(text) && 'headline' in text
}

/** A script around the data, or JSON with commas or comments too many. */
function isTimelineJsScript(head: string): boolean {
  if (/\bstoryjs_jsonp_data\s*=/.test(head)) return true
  return /["']start_?date["']\s*:/i.test(head) && /["']headline["']\s*:/.test(head)
}

/** What vis-timeline calls an item, and documents of ours never hold: a start, not a date. */
function isVisRow(entry: unknown): boolean {
  return isObject(entry) && 'start' in entry && !('date' in entry)
}

/** A page or a script that fills a vis-timeline, or just the list that somebody cut out of one. */
function isVisScript(body: string): boolean {
  if (/\bvis\s*\.\s*(DataSet|DataView|Timeline)\b|\bnew\s+DataSet\s*\(/.test(body)) return true
  const head = body.slice(0, sniffed)
  return /[{,]\s*["']?start["']?\s*:/.test(head) && /[{,]\s*["']?content["']?\s*:/.test(head)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Headings, lists or a table make up a good part of the lines. */
function isMarkdown(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const marked = written.filter((line) => /^\s*([-*+]|\d{1,9}[.)]|#{1,6})\s+\S/.test(line))
  if (marked.length >= 2 && marked.length * 5 >= written.length) return true
  if (/^#{1,6}\s/.test(written[0] ?? '')) return true
  return written.some((line) => /^\s*\|?\s*:?-{3,}:?\s*\|[\s:|-]*$/.test(line))
}

/** The lines below the first have as many cells as it has. */
function isTable(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const [first = ''] = written
  return ['\t', ',', ';', '|'].some((delimiter) => {
    const cells = splitLine(first, delimiter)
    if (cells.length < 2) return false
    // Quoted cells run over several lines, so not every line holds every column.
    const full = written.filter((line) => splitLine(line, delimiter).length === cells.length)
    return written.length === 1 || full.length > 1 || first.includes('"')
  })
}

/** Cuts outside of quotes; good enough to look at a header. */
function splitLine(line: string, delimiter: string): readonly string[] {
  const cells = ['']
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (letter === delimiter && !quoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells
}
