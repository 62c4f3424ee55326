/**
 * Writes the JSON Schema of documents, public/schema/timeline.v1.json, from the one definition in
 * src/core/model/document.ts.
 * Run: node scripts/writeJsonSchema.mjs. With --check it writes nothing, and exits 1 if the file is
 * not what would be written.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { runnerImport } from 'vite'
import { fieldWords } from './fieldWords.mjs'

const target = fileURLToPath(new URL('../public/schema/timeline.v1.json', import.meta.url))
const source = fileURLToPath(new URL('../src/core/model/document.ts', import.meta.url))

/** The schema as text. */
export async function makeJsonSchema() {
  // Node 20 runs no TypeScript; Vite does.
  const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' })
  const { $schema, ...schema } = toJsonSchema(module.documentSchema, {
    target: 'draft-07',
    definitions: {
      text: module.textSchema,
      organization: module.organizationSchema,
      lane: module.laneSchema,
      person: module.personSchema,
      topic: module.topicSchema,
      source: module.sourceSchema,
      era: module.eraSchema,
      event: module.eventSchema,
      organizationRef: module.organizationRefSchema,
      sourceRef: module.sourceRefSchema,
      detail: module.detailSchema,
      figure: module.figureSchema,
      media: module.mediaSchema,
      link: module.linkSchema,
      relation: module.relationSchema,
      step: module.stepSchema,
    },
  })
  describeFields('timeline', schema)
  for (const [name, definition] of Object.entries(schema.$defs)) describeFields(name, definition)
  const titled = {
    $schema,
    title: 'Throughline timeline, version 1',
    description: 'One file is one timeline. Fields that are not named here are kept.',
    ...schema,
  }
  return `${JSON.stringify(titled, undefined, 2)}\n`
}

/** Gives the fields of an object their words; throws where a field has none, or words have no field. */
function describeFields(name, definition) {
  const object = [definition, ...(definition.anyOf ?? [])].find(({ properties }) => properties)
  const words = fieldWords[name] ?? {}
  const fields = Object.keys(object?.properties ?? {})
  const amiss = new Set(
    [...fields, ...Object.keys(words)].filter((field) => !words[field] || !fields.includes(field)),
  )
  if (amiss.size > 0)
    throw new Error(`fieldWords.mjs and ${name} differ in ${[...amiss].join(', ')}`)
  for (const field of fields) {
    const { $ref, ...own } = object.properties[field]
    // What stands beside a $ref is passed over in this draft of JSON Schema.
    const schema = $ref === undefined ? own : { ...own, allOf: [{ $ref }] }
    object.properties[field] = { ...schema, description: described(words[field], own.description) }
  }
}

/** The words of the field, and how dates and addresses are written. */
function described(words, kind = '') {
  return /^(?:EDTF|https)/.test(kind) ? `${words} ${kind}` : words
}

/** True when the written file is what the code says. */
export async function isWritten() {
  return readFileSync(target, 'utf8') === (await makeJsonSchema())
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, await makeJsonSchema())
  } else if (!(await isWritten())) {
    console.error(`${target} is out of date. Run: node scripts/writeJsonSchema.mjs`)
    process.exitCode = 1
  }
}
