import * as v from 'valibot'

/**
 * The document format, version 1: the one definition. Types, the reader (`readDocument`) and the
 * published JSON Schema (`scripts/writeJsonSchema.mjs`) all come from here. Unknown fields are kept.
 */

const id = v.pipe(v.string(), v.nonEmpty(), v.description('An id, unique within its list.'))
const reference = v.pipe(v.string(), v.nonEmpty(), v.description('The id of an entry elsewhere.'))

/** Any readable text: one string, or one string per language (BCP 47 tags as keys). */
export const textSchema = v.union([v.string(), v.record(v.string(), v.string())])
export type Text = v.InferOutput<typeof textSchema>

// The reader knows these three by identity: JSON Schema cannot say what they check.
export const addressSchema = v.pipe(v.string(), v.description('https:, http: or mailto: address.'))
export const imageAddressSchema = v.pipe(
  v.string(),
  v.description('https: or http: address, or a path relative to the document.'),
)
export const dateSchema = v.pipe(v.string(), v.description('EDTF (ISO 8601-2, levels 0 to 2).'))
const color = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/), v.description('#rrggbb'))
const importance = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(5),
  v.description('A whole number from 1 (first to give way) to 5 (last); 3 when left out.'),
)

export const organizationRoles = [
  'maker',
  'founder',
  'member',
  'user',
  'partner',
  'host',
  'context',
] as const
export const relationKinds = ['leads-to', 'part-of', 'version-of', 'uses', 'related'] as const
export const confidences = ['confirmed', 'reported', 'disputed'] as const

export const organizationSchema = v.looseObject({
  id,
  name: textSchema,
  shortName: v.optional(textSchema),
  lane: v.optional(v.string()),
  color: v.optional(color),
  aliases: v.optional(v.array(v.string())),
  url: v.optional(addressSchema),
  description: v.optional(textSchema),
})
export const laneSchema = v.looseObject({ id, title: textSchema, color: v.optional(color) })
export const personSchema = v.looseObject({
  id,
  name: textSchema,
  role: v.optional(textSchema),
  organization: v.optional(reference),
})
export const topicSchema = v.looseObject({ id, title: textSchema })
export const sourceSchema = v.looseObject({
  id,
  title: textSchema,
  author: v.optional(textSchema),
  publisher: v.optional(textSchema),
  date: v.optional(dateSchema),
  url: v.optional(addressSchema),
})
export const eraSchema = v.looseObject({ id, title: textSchema, date: dateSchema })

export const organizationRefSchema = v.union([
  reference,
  v.looseObject({ id: reference, role: v.optional(v.picklist(organizationRoles)) }),
])
export const sourceRefSchema = v.union([
  reference,
  v.looseObject({ id: reference, at: v.optional(textSchema) }),
])
export const detailSchema = v.looseObject({
  label: textSchema,
  value: textSchema,
  url: v.optional(addressSchema),
})
export const figureSchema = v.looseObject({
  label: textSchema,
  value: v.union([v.number(), textSchema]),
  prefix: v.optional(textSchema),
  unit: v.optional(textSchema),
  asOf: v.optional(dateSchema),
})
export const mediaSchema = v.looseObject({
  type: v.picklist(['image']),
  src: imageAddressSchema,
  alt: textSchema,
  caption: v.optional(textSchema),
  credit: v.optional(textSchema),
  license: v.optional(textSchema),
})
export const linkSchema = v.looseObject({ title: textSchema, url: addressSchema })
export const relationSchema = v.looseObject({ to: reference, kind: v.picklist(relationKinds) })

export const eventSchema = v.looseObject({
  id: v.optional(id),
  date: dateSchema,
  dateNote: v.optional(textSchema),
  title: textSchema,
  summary: v.optional(textSchema),
  body: v.optional(v.pipe(textSchema, v.description('A small Markdown subset, no HTML.'))),
  organizations: v.optional(v.array(organizationRefSchema)),
  people: v.optional(v.array(reference)),
  topics: v.optional(v.array(reference)),
  importance: v.optional(importance),
  details: v.optional(v.array(detailSchema)),
  figures: v.optional(v.array(figureSchema)),
  diagram: v.optional(v.string()),
  media: v.optional(v.array(mediaSchema)),
  links: v.optional(v.array(linkSchema)),
  relations: v.optional(v.array(relationSchema)),
  sources: v.optional(v.array(sourceRefSchema)),
  confidence: v.optional(v.picklist(confidences)),
  confidenceNote: v.optional(textSchema),
})

export const stepSchema = v.looseObject({
  id,
  title: textSchema,
  text: v.optional(textSchema),
  event: v.optional(reference),
  range: v.optional(dateSchema),
  organizations: v.optional(v.array(reference)),
  notes: v.optional(textSchema),
})

export const documentSchema = v.looseObject({
  $schema: v.optional(v.string()),
  version: v.literal(1),
  title: textSchema,
  subtitle: v.optional(textSchema),
  description: v.optional(textSchema),
  language: v.optional(v.string()),
  organizations: v.optional(v.array(organizationSchema)),
  lanes: v.optional(v.array(laneSchema)),
  people: v.optional(v.array(personSchema)),
  topics: v.optional(v.array(topicSchema)),
  sources: v.optional(v.array(sourceSchema)),
  eras: v.optional(v.array(eraSchema)),
  events: v.array(eventSchema),
  story: v.optional(v.array(stepSchema)),
})

/** The named fields of a loose object, without the index signature that would make `keyof` useless. */
type Fields<S extends { readonly entries: v.ObjectEntries }> = v.InferOutput<
  v.ObjectSchema<S['entries'], undefined>
>

export type Organization = Fields<typeof organizationSchema>
export type Lane = Fields<typeof laneSchema>
export type Person = Fields<typeof personSchema>
export type Topic = Fields<typeof topicSchema>
export type Source = Fields<typeof sourceSchema>
export type Era = Fields<typeof eraSchema>
export type OrganizationRef = {
  readonly id: string
  readonly role?: (typeof organizationRoles)[number] | undefined
}
export type SourceRef = { readonly id: string; readonly at?: Text | undefined }
export type Detail = Fields<typeof detailSchema>
export type Figure = Fields<typeof figureSchema>
export type Media = Fields<typeof mediaSchema>
export type Relation = Fields<typeof relationSchema>
export type Step = Fields<typeof stepSchema>

/** An event as the rest of the code sees it: read, repaired, references checked and in one shape. */
export interface TimelineEvent extends Omit<
  Fields<typeof eventSchema>,
  'id' | 'organizations' | 'sources' | 'importance'
> {
  readonly id: string
  readonly organizations: readonly OrganizationRef[]
  readonly sources: readonly SourceRef[]
  readonly importance: number
}

/** A document as the rest of the code sees it. Lists that were left out are empty. */
export interface TimelineDocument {
  readonly version: 1
  readonly title: Text
  readonly subtitle?: Text
  readonly description?: Text
  /** BCP 47 tag of plain strings. */
  readonly language: string
  readonly organizations: readonly Organization[]
  readonly lanes: readonly Lane[]
  readonly people: readonly Person[]
  readonly topics: readonly Topic[]
  readonly sources: readonly Source[]
  readonly eras: readonly Era[]
  /** In file order. */
  readonly events: readonly TimelineEvent[]
  readonly story: readonly Step[]
}

/** A document without its events. */
export type DocumentHead = Omit<TimelineDocument, 'events'>

/**
 * The string of `text` for `language`: an exact tag, then the same primary language, then `fallback`
 * (the document's own), then English, then whatever comes first.
 */
export function textIn(text: Text | undefined, language: string, fallback = 'en'): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag
  const entries = Object.entries(text)
  for (const wanted of [language, fallback, 'en']) {
    const exact = entries.find(([tag]) => tag.toLowerCase() === wanted.toLowerCase())
    if (exact) return exact[1]
    const near = entries.find(([tag]) => primary(tag) === primary(wanted))
    if (near) return near[1]
  }
  return entries[0]?.[1] ?? ''
}
