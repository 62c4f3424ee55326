/** A bad or odd file, and all that reading it must say. */
export interface OddDocument {
  readonly name: string
  /** A text stands for its UTF-8. */
  readonly file: string | Uint8Array
  /** How many events come out; a text for the failure page that is shown instead. */
  readonly gives: number | string
  /** `severity code path line:column`, in the order of the list that people read. */
  readonly says: readonly string[]
}

/** Name, file, what it gives, and what it says. */
export type OddRow = readonly [
  name: string,
  file: string | Uint8Array,
  gives: number | string,
  ...says: string[],
]

export function oddDocuments(rows: readonly OddRow[]): readonly OddDocument[] {
  return rows.map(([name, file, gives, ...says]) => ({ name, file, gives, says }))
}

/** A document around lines of events; the first of them stands on line 2. */
export function around(...events: readonly string[]): string {
  return `{"version": 1, "title": "T", "events": [\n${events.join(',\n')}\n]}`
}

/** A document whose one event has, beside date and title, these fields on line 2. */
export function withFields(fields: string): string {
  return around(`{"date": "2016", "title": "A", ${fields}}`)
}

/** A document with one event on line 2, and these fields of the whole on line 4. */
export function withHead(fields: string): string {
  return `{"version": 1, "title": "T", "events": [\n{"date": "2016", "title": "A"}\n],\n${fields}}`
}
