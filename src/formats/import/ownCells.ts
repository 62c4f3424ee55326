import type { CellKind } from './ownColumns.ts'

/** A value of JSON for a cell of our own CSV; undefined when no cell of that kind can hold it. */
export function writeCell(value: unknown, kind: CellKind): string | undefined {
  const short = writeShort(value, kind)
  if (short !== undefined && isSame(readCell(short, kind), value)) return short
  const long = Array.isArray(value) ? JSON.stringify(value) : undefined
  return long !== undefined && isSame(readCell(long, kind), value) ? long : undefined
}

/** The value of a cell. Whatever is no entry of its kind is text to the reader of documents, who tells. */
export function readCell(cell: string, kind: CellKind): unknown {
  if (kind === 'text' || kind === 'plain') return cell
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell
  const json = /^\s*\[.*\]\s*$/s.test(cell) ? parsed(cell) : undefined
  if (Array.isArray(json)) return json
  if (kind === 'list') return parts(cell, /;/).map(readReference)
  return parts(cell, /\n/).map((line) => readLine(line, kind))
}

function parts(cell: string, separator: RegExp): readonly string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readReference(text: string): unknown {
  const [, id, role] = /^(.+?) \(([a-z]+)\)$/.exec(text) ?? []
  return id === undefined || role === undefined ? text : { id, role }
}

function readLine(line: string, kind: CellKind): unknown {
  if (kind === 'details') {
    const [, label, value, url] = /^(.*?): (.*?)(?: <([^<>\s]+)>)?$/.exec(line) ?? []
    if (label === undefined || value === undefined) return { label: '', value: line }
    return url === undefined ? { label, value } : { label, value, url }
  }
  if (kind === 'links') {
    const [, title, url] = /^(.*?) ?<([^<>\s]+)>$/.exec(line) ?? []
    return url === undefined ? { title: line, url: line } : { title, url }
  }
  if (kind === 'sources') {
    const [, id, at] = /^(.+?) @ (.+)$/.exec(line) ?? []
    return id === undefined ? { id: line } : { id, at }
  }
  if (kind === 'relations') {
    const [, relation, to] = /^([a-z-]+) (.+)$/.exec(line) ?? []
    return relation === undefined ? { kind: 'related', to: line } : { kind: relation, to }
  }
  const [, alt, src] = /^!\[(.*)\]\((\S+)\)$/.exec(line) ?? []
  return src === undefined ? { type: 'image', src: line, alt: '' } : { type: 'image', src, alt }
}

/** The readable way of writing; `writeCell` looks whether it says everything. */
function writeShort(value: unknown, kind: CellKind): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return undefined
  if (kind === 'list') return value.map(writeReference).join('; ')
  return value.map((entry) => writeLine(isRecord(entry) ? entry : {}, kind)).join('\n')
}

function writeReference(value: unknown): string {
  if (!isRecord(value)) return String(value)
  return value['role'] === undefined
    ? text(value['id'])
    : `${text(value['id'])} (${text(value['role'])})`
}

function writeLine(entry: Readonly<Record<string, unknown>>, kind: CellKind): string {
  const url = entry['url'] === undefined ? '' : ` <${text(entry['url'])}>`
  switch (kind) {
    case 'details':
      return `${text(entry['label'])}: ${text(entry['value'])}${url}`
    case 'links':
      return `${text(entry['title'])}${url}`
    case 'sources':
      return entry['at'] === undefined
        ? text(entry['id'])
        : `${text(entry['id'])} @ ${text(entry['at'])}`
    case 'relations':
      return `${text(entry['kind'])} ${text(entry['to'])}`
    default:
      return `![${text(entry['alt'])}](${text(entry['src'])})`
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal as JSON: the order of keys does not count, and a key without a value is none. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.every((key) => isSame(a[key], b[key]))
}
