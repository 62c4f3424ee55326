/**
 * Writes the tables of fields into docs/format.md, from the JSON Schema (scripts/writeJsonSchema.mjs).
 * Run: node scripts/formatPage.mjs. A test says when the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { makeJsonSchema } from './writeJsonSchema.mjs'

const page = 'docs/format.md'
const opening = '<!-- Written by scripts/formatPage.mjs from the schema. -->'
const closing = '<!-- That was all. -->'

/** The objects in the order in which one meets them, with their headings. */
const headings = {
  timeline: 'The timeline',
  event: 'An event',
  organizationRef: 'An organisation of an event',
  detail: 'A detail',
  figure: 'A figure',
  media: 'A picture',
  link: 'A link',
  relation: 'A relation',
  sourceRef: 'A source of an event',
  organization: 'An organisation',
  lane: 'A lane',
  person: 'A person',
  topic: 'A topic',
  source: 'A source',
  era: 'An era',
  step: 'A step of the story',
}

/** The page as it has to be. */
export async function makePage() {
  const schema = JSON.parse(await makeJsonSchema())
  const objects = { timeline: schema, ...schema.$defs }
  const unknown = Object.keys(objects).filter((name) => name !== 'text' && !headings[name])
  if (unknown.length > 0) throw new Error(`No heading for ${unknown.join(', ')}`)
  const tables = Object.entries(headings).map(([name, heading]) => section(heading, objects[name]))
  const text = readFileSync(page, 'utf8')
  const start = text.indexOf(opening)
  const end = text.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`${page} has lost its marks`)
  return `${text.slice(0, start + opening.length)}\n\n${tables.join('\n\n')}\n\n${text.slice(end)}`
}

/** True when the page is what the schema says. */
export async function isPageWritten() {
  return readFileSync(page, 'utf8') === (await makePage())
}

function section(heading, definition) {
  const object = definition.anyOf?.find(({ properties }) => properties) ?? definition
  const required = new Set(object.required)
  const rows = Object.entries(object.properties).map(([field, { description, ...schema }]) => {
    const must = required.has(field) ? 'yes' : ''
    return `| \`${field}\` | ${kindOf(schema, description)} | ${must} | ${wordsOf(description)} |`
  })
  const lead = definition.anyOf === undefined ? [] : ['An id by itself, or an object:', '']
  return [
    `### ${heading}`,
    '',
    ...lead,
    '| field | kind | required | means |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** How dates and addresses are written stands in the column of kinds. */
function wordsOf(description) {
  return description.replace(/ (?:EDTF|https:).*$/, '')
}

function kindOf(schema, description = '') {
  const ref = refOf(schema)
  if (ref !== undefined) return kindOfRef(ref)
  if (description.includes('EDTF')) return '[date](dates.md)'
  if (description.includes('relative')) return 'address or path'
  if (description.includes('https:')) return 'address'
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(' ')
  if (schema.type === 'array') return `list of ${plural(kindOf(schema.items))}`
  if (schema.pattern?.startsWith('^#')) return '`#rrggbb`'
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`
  if (schema.anyOf !== undefined) return kindOfEither(schema.anyOf)
  return schema.minLength === 1 ? 'id' : schema.type
}

function refOf({ $ref, allOf }) {
  return $ref ?? allOf?.[0]?.$ref
}

function kindOfRef(ref) {
  const name = ref.split('/').at(-1)
  if (name === 'text') return 'text'
  const anchor = headings[name].toLowerCase().replaceAll(' ', '-')
  return `[${headings[name].replace(/^An? /, '')}](#${anchor})`
}

/** Text by itself or by language is text; a number may stand beside it. */
function kindOfEither(options) {
  const kinds = options.map((option) => kindOf(option))
  return [
    ...new Set(kinds.map((kind) => (['string', 'object'].includes(kind) ? 'text' : kind))),
  ].join(' or ')
}

function plural(kind) {
  return kind.startsWith('[') ? kind.replace(/^\[(\w+)/, (_, word) => `[${many(word)}`) : many(kind)
}

function many(word) {
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(page, await makePage())
}
