import type { Repair, Repairs } from './compileReader.ts'
import {
  eraSchema,
  eventSchema,
  laneSchema,
  linkSchema,
  mediaSchema,
  organizationSchema,
  personSchema,
  relationSchema,
  sourceSchema,
  stepSchema,
  topicSchema,
} from './document.ts'
import { isRecord } from './compileReader.ts'
import { slug } from './giveIds.ts'

type Entry = Parameters<Repair['make']>[0]

/** The first text of a field, whatever its language. */
function wordsOf(value: unknown): string | undefined {
  const first: unknown = isRecord(value) ? Object.values(value)[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first : undefined
}

const fromId: Repair = {
  make: ({ id }) => id,
  words: 'Its id is shown instead.',
}
const fromAddress: Repair = {
  make: ({ url }) => url,
  words: 'Its address is shown instead.',
}
const idFrom = (field: string): Repair => ({
  make: (entry: Entry) => {
    const words = wordsOf(entry[field])
    return words === undefined ? undefined : slug(words) || undefined
  },
  words: `An id was made from its ${field}.`,
})
const named = { name: fromId, id: idFrom('name') }
const titled = { title: fromId, id: idFrom('title') }

/** How required fields are made up for; what stands here for none is lost with its entry. */
export const repairs: Repairs = new Map<Parameters<Repairs['get']>[0], Record<string, Repair>>([
  [organizationSchema, named],
  [personSchema, named],
  [laneSchema, titled],
  [topicSchema, titled],
  [sourceSchema, titled],
  [eraSchema, titled],
  [stepSchema, titled],
  [linkSchema, { title: fromAddress }],
  [
    mediaSchema,
    {
      type: { make: () => 'image', words: 'Read as "image".' },
      alt: {
        make: () => '',
        words: 'The picture has no description for those who cannot see it.',
        mayBeBlank: true,
      },
    },
  ],
  [relationSchema, { kind: { make: () => 'related', words: 'Read as "related".' } }],
  [
    eventSchema,
    {
      title: {
        make: ({ date }) => (typeof date === 'string' ? `(untitled, ${date})` : undefined),
        words: 'The event is shown by its date.',
      },
    },
  ],
])
