import { textIn } from '#core/model/document.ts'
import { icsText, type IcsComponent, propertyOf } from './icsLines.ts'
import { isSame } from './ownCells.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * What our own export puts into X-THROUGHLINE, for everything that a calendar has no property for. A
 * field counts only as long as the calendar says of it what it said when it was written: what people
 * change in their calendar program stays changed.
 */
export interface OwnFields {
  /** Fields as they are in the document; null for one that the document does not have. */
  readonly fields: Json
  /** Fingerprints of what the calendar alone says of these fields. */
  readonly seen: Readonly<Record<string, string>>
  /** Where the summary ends and the body begins in a DESCRIPTION with this fingerprint. */
  readonly text?: { readonly print: string; readonly cut: number }
}

/** What X-THROUGHLINE of a component holds; undefined where there is none that can be read. */
export function readOwn(component: IcsComponent): OwnFields | undefined {
  const property = propertyOf(component, 'X-THROUGHLINE')
  if (property === undefined) return undefined
  try {
    const json: unknown = JSON.parse(icsText(property.value))
    if (!isRecord(json) || !isRecord(json['fields']) || !isRecord(json['seen'])) return undefined
    const seen = Object.entries(json['seen']).map(([key, print]) => [key, String(print)])
    const own = { fields: json['fields'], seen: Object.fromEntries(seen) }
    const { text } = json
    if (!isRecord(text) || typeof text['cut'] !== 'number') return own
    return { ...own, text: { print: String(text['print']), cut: text['cut'] } }
  } catch {
    return undefined
  }
}

/** Puts fields back that the calendar has no property for. */
export function applyOwn(draft: Json, own: OwnFields | undefined): Json {
  if (own === undefined) return draft
  const entries = new Map(Object.entries(draft))
  for (const [field, value] of Object.entries(own.fields)) {
    if (own.seen[field] !== fingerprint(draft[field])) continue
    if (value === null) entries.delete(field)
    else entries.set(field, value)
  }
  return Object.fromEntries(entries)
}

/** What `applyOwn` needs to make `wanted` of `draft`; undefined when they are the same. */
export function ownFields(draft: Json, wanted: Json): OwnFields | undefined {
  const names = new Set([...Object.keys(wanted), ...Object.keys(draft)])
  const other = [...names].filter((name) => !isSame(draft[name], wanted[name]))
  if (other.length === 0) return undefined
  return {
    fields: Object.fromEntries(other.map((name) => [name, wanted[name] ?? null])),
    seen: Object.fromEntries(other.map((name) => [name, fingerprint(draft[name])])),
  }
}

/** What joins summary and body to one description. */
const between = '\n\n'

/** A description that holds both texts, and how to take it apart again. */
export function joinTexts(
  summary: string,
  body: string,
): { readonly description: string; readonly text: NonNullable<OwnFields['text']> } {
  const description = [summary, body].filter((text) => text !== '').join(between)
  return { description, text: { print: fingerprint(description), cut: summary.length } }
}

/** Summary and body as they were before they became one description. */
export function withOwnTexts(
  draft: Json,
  component: IcsComponent,
  own: OwnFields | undefined,
): Json {
  const description = icsText(propertyOf(component, 'DESCRIPTION')?.value ?? '')
  if (own?.text === undefined || own.text.print !== fingerprint(description)) return draft
  const { summary: _summary, body: _body, ...rest } = draft
  const summary = description.slice(0, own.text.cut)
  const body = description.slice(summary === '' ? 0 : summary.length + between.length)
  return { ...rest, ...(summary === '' ? {} : { summary }), ...(body === '' ? {} : { body }) }
}

/** Topics that the document lists, by their titles in its own language. */
export function listedTopics(
  own: OwnFields | undefined,
): readonly { readonly id: string; readonly name: string }[] {
  const { topics, language } = own?.fields ?? {}
  if (!Array.isArray(topics)) return []
  const tag = typeof language === 'string' ? language : 'en'
  return topics.filter(isRecord).flatMap(({ id, title }) => {
    const name = isRecord(title) ? textIn(onlyTexts(title), tag, tag) : title
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : []
  })
}

function onlyTexts(map: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([tag, text]) => [tag, String(text)]))
}

/** FNV-1a, 32 bits, of a value as JSON: enough to see that something was changed by hand. */
function fingerprint(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
