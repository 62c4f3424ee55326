import * as v from 'valibot'
import { compileReader, isRecord } from './compileReader.ts'
import { documentSchema } from './document.ts'
import { giveIds } from './giveIds.ts'
import { type Fields, nearestName, quote, type Reading, startReading } from './reading.ts'
import { repairs } from './repairs.ts'

// The events are read one by one, and the version decides whether anything is.
const { events: _events, version: _version, ...headEntries } = documentSchema.entries
const headSchema = v.looseObject(headEntries)
const untitled = '(untitled)'
const readHead = compileReader(
  headSchema,
  new Map([
    ...repairs,
    [headSchema, { title: { make: () => untitled, words: `It is shown as "${untitled}".` } }],
  ]),
)

type Head = NonNullable<ReturnType<typeof readHead>>

/** What stands around the events, read; and the events, not yet read. */
interface Root {
  readonly head: ReturnType<typeof completeHead>
  readonly events: readonly unknown[]
  readonly eventsPath: readonly string[]
}

/** Opens the file; undefined, with a `fatal` problem, when there is no timeline to read. */
export function openRoot(
  json: unknown,
  reading: Reading,
  upgrade?: (json: Fields, version: number, reading: Reading) => Fields,
): Root | undefined {
  if (Array.isArray(json)) {
    reading.report('note', 'root-is-list', 'The file is a bare list.', 'Read as the events.')
    const head = completeHead({ title: untitled }, reading)
    return { head, events: json, eventsPath: [] }
  }
  if (!isRecord(json)) {
    reading.report(
      'fatal',
      'not-an-object',
      `The file holds ${quote(json)}, not a timeline.`,
      'A timeline is an object { … } with "title" and "events".',
    )
    return undefined
  }
  const version = readVersion(json.version, reading)
  if (version === undefined) return undefined
  const current = upgrade === undefined ? json : upgrade(json, version, reading)
  const { events, version: _own, ...fields } = current
  if (!Array.isArray(events)) {
    const found =
      events === undefined ? 'There is no list "events".' : `"events" is ${quote(events)}.`
    const near = events === undefined ? nearestName('events', Object.keys(fields)) : undefined
    const meant = near === undefined ? '' : ` Did you mean ${quote(near)}?`
    const hint = `Write the events as a list: "events": [ … ].${meant}`
    reading.report('fatal', 'no-events', found, hint)
    return undefined
  }
  const head = completeHead(readHead(fields, reading) ?? { title: untitled }, reading)
  return { head, events, eventsPath: ['events'] }
}

/** Whether a file says that it is older than version 1, or says no version. */
export function isOlder(json: unknown): boolean {
  return isRecord(json) && (readVersion(json.version, startReading()) ?? 1) < 1
}

/** The version of a file, 0 where it says none; undefined, with a `fatal` problem, for a newer one. */
function readVersion(version: unknown, reading: Reading): number | undefined {
  const number = typeof version === 'string' && version.trim() !== '' ? Number(version) : version
  reading.path.push('version')
  if (version === undefined || version === null) {
    reading.report(
      'warning',
      'version-missing',
      'The field "version" is missing.',
      'Read as version 1.',
    )
  } else if (typeof number === 'number' && number > 1) {
    reading.report(
      'fatal',
      'newer-version',
      `The file is of version ${quote(version)}; version 1 is the newest that can be read here.`,
      'Use a newer release of this program, or save the file as version 1.',
    )
    reading.path.pop()
    return undefined
  } else if (number !== 0 && number !== 1) {
    reading.report(
      'warning',
      'version-unreadable',
      `The version cannot be ${quote(version)}.`,
      'Read as version 1.',
    )
  } else if (version !== number) {
    reading.report('note', 'number-as-text', `${quote(version)} is text.`, `Read as ${number}.`)
  }
  reading.path.pop()
  return number === 1 ? 1 : 0
}

/** Lists that may be missing become empty, and every entry of them gets an id of its own. */
function completeHead(head: Head, reading: Reading) {
  const unique = <T extends { id: string }>(list: readonly T[] | undefined, field: string): T[] => {
    const entries = list ?? []
    const { ids, repeated } = giveIds(
      entries.map(({ id }) => id),
      () => field,
    )
    for (const index of repeated) {
      reading.path.push(field)
      reportRepeated(entries[index]?.id, ids[index], reading)
      reading.path.pop()
    }
    return entries.map((entry, index) => ({ ...entry, id: ids[index] ?? entry.id }))
  }
  return {
    ...withoutEmpty(head),
    language: readLanguage(head.language, reading),
    organizations: unique(head.organizations, 'organizations'),
    lanes: unique(head.lanes, 'lanes'),
    people: unique(head.people, 'people'),
    topics: unique(head.topics, 'topics'),
    sources: unique(head.sources, 'sources'),
    eras: unique(head.eras, 'eras'),
    story: unique(head.story, 'story'),
  }
}

/** Optional fields are left out rather than undefined (`exactOptionalPropertyTypes`). */
function withoutEmpty({ subtitle, description, ...rest }: Head) {
  return {
    ...rest,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(description === undefined ? {} : { description }),
  }
}

function readLanguage(language: string | undefined, reading: Reading): string {
  if (language === undefined) return 'en'
  // Formatters throw at a tag that is none, so it must not come through.
  if (/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language)) return language
  reading.path.push('language')
  reading.report(
    'warning',
    'language-unreadable',
    `${quote(language)} is not the tag of a language.`,
    'Expected a tag such as "en" or "zh-Hans". Read as "en".',
  )
  reading.path.pop()
  return 'en'
}

export function reportRepeated(
  id: string | undefined,
  made: string | undefined,
  reading: Reading,
): void {
  reading.report(
    'warning',
    'id-repeated',
    `The id ${quote(id ?? '')} is taken by an entry before.`,
    `Both were kept; this one is now ${quote(made ?? '')}.`,
  )
}
