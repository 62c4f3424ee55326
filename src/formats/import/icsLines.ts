import type { ImportNotes } from './importNotes.ts'

/** One content line of iCalendar (RFC 5545, 3.1), put together from its folds. */
export interface IcsProperty {
  /** Upper case. */
  readonly name: string
  /** Names in upper case, values without quotation marks. */
  readonly params: ReadonlyMap<string, string>
  /** As it stands in the file: escaped. */
  readonly value: string
  /** 1-based line on which it starts. */
  readonly line: number
}

/** What stands between a BEGIN and its END. */
export interface IcsComponent {
  readonly name: string
  readonly line: number
  readonly properties: readonly IcsProperty[]
  readonly children: readonly IcsComponent[]
}

interface OpenComponent extends IcsComponent {
  readonly properties: IcsProperty[]
  readonly children: OpenComponent[]
}

/**
 * Reads the lines and components of iCalendar and nothing of what they mean, so that one broken line
 * costs no more than itself. (Parsers of the whole stop at the first.) Never throws.
 */
export function readIcsLines(text: string, notes: ImportNotes): IcsComponent {
  const root: OpenComponent = { name: '', line: 1, properties: [], children: [] }
  const stack = [root]
  for (const { content, line } of unfold(text)) {
    const property = readProperty(content, line)
    const top = stack.at(-1) ?? root
    if (property === undefined) {
      const quoted = JSON.stringify(content.slice(0, 80))
      notes.report('warning', 'import-unreadable', `No property: ${quoted}.`, 'It was left out.', {
        line,
      })
    } else if (property.name === 'BEGIN') {
      const name = property.value.trim().toUpperCase()
      const component: OpenComponent = { name, line, properties: [], children: [] }
      top.children.push(component)
      stack.push(component)
    } else if (property.name === 'END') {
      const name = property.value.trim().toUpperCase()
      const at = stack.findLastIndex((open) => open.name === name)
      // An END without its BEGIN closes nothing.
      if (at > 0) stack.length = at
    } else top.properties.push(property)
  }
  return root
}

/** Lines that begin with a blank go on with the line before (3.1); empty lines mean nothing. */
function* unfold(text: string): Generator<{ content: string; line: number }> {
  let open: { content: string; line: number } | undefined
  let line = 0
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    line += 1
    if (open !== undefined && /^[ \t]/.test(raw)) open.content += raw.slice(1)
    else if (raw.trim() !== '') {
      if (open !== undefined) yield open
      open = { content: raw, line }
    }
  }
  if (open !== undefined) yield open
}

const head = /^([A-Za-z0-9-]+)((?:;[^=:;"]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):/
const parameter = /;([^=:;"]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/g

function readProperty(content: string, line: number): IcsProperty | undefined {
  const match = head.exec(content)
  if (match === null) return undefined
  const [whole, name = '', params = ''] = match
  return {
    name: name.toUpperCase(),
    params: new Map(
      Array.from(params.matchAll(parameter), ([, key = '', value = '']) => [
        key.toUpperCase(),
        value.replaceAll('"', ''),
      ]),
    ),
    value: content.slice(whole.length),
    line,
  }
}

/** The first property of a name. */
export function propertyOf(component: IcsComponent, name: string): IcsProperty | undefined {
  return component.properties.find((property) => property.name === name)
}

/** A value of the type TEXT (3.3.11), its escapes undone. */
export function icsText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}

/** A list of texts, parted by commas that are not escaped. */
export function icsTexts(value: string): readonly string[] {
  const texts = value.match(/(?:\\.|[^\\,])+/gs) ?? []
  return texts.map((text) => icsText(text).trim()).filter((text) => text !== '')
}
