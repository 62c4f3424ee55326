/** Every problem that reading a document can find. What each means: docs/format.md. */
export const problemCodes = [
  // There is no timeline at all.
  'not-an-object',
  'no-events',
  'newer-version',
  // An event is left out.
  'date-missing',
  'date-unreadable',
  'date-end-before-start',
  // Kept, with a repair; about an event as a whole or a required field of it, the event is left out.
  'value-unusable',
  'value-unknown',
  'field-missing',
  'title-missing',
  'name-missing',
  'id-missing',
  'id-repeated',
  'key-repeated',
  'address-refused',
  'organization-unknown',
  'reference-unknown',
  'relation-to-itself',
  'part-of-cycle',
  'part-of-second',
  'too-deep',
  'version-missing',
  'version-unreadable',
  'language-unreadable',
  'bytes-unreadable',
  // Only told.
  'field-unknown',
  'field-unsafe',
  'number-as-text',
  'text-as-number',
  'list-of-one',
  'reference-repeated',
  'characters-removed',
  'date-note',
  'root-is-list',
  'more-of-the-same',
] as const

export type ProblemCode = (typeof problemCodes)[number]
