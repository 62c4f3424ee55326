import { type EventTable, wholeDocument } from '#core/data/eventTable.ts'
import type { Size } from '#core/scene/frame.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { urlParams } from '#state/url/params.ts'
import { readUrl } from '#state/url/urlState.ts'
import { meant, seeHelp, UsageError } from './usage.ts'

/** A picture of more pixels on a side is no picture for any screen or printer. */
const longest = 16_384
const shortest = 64

/** Width and height from `1920x1080`; throws a `UsageError`. */
export function readSize(text: string): Size {
  const [, width, height] = /^(\d{1,5})[x×](\d{1,5})$/i.exec(text.trim()) ?? []
  const size = { width: Number(width), height: Number(height) }
  const fits = (side: number): boolean => side >= shortest && side <= longest
  if (fits(size.width) && fits(size.height)) return size
  throw new UsageError(
    `--size ${text} is no size.`,
    `Write WIDTHxHEIGHT in pixels, such as 1920x1080, each from ${shortest} to ${longest}.`,
  )
}

/**
 * The state that `--state`, `--theme` and `--lang` ask for. `query` is the query of an address, or the
 * whole of one. What the page would pass over with a warning is a `UsageError` here: nobody looks at
 * the picture that a script has made.
 */
export function readState(
  query: string,
  theme: string | undefined,
  lang: string | undefined,
): ShareableState {
  const isLink = URL.canParse(query)
  const asked = isLink ? new URL(query).search : query
  const names = urlParams.map(({ name }) => name)
  for (const name of isLink ? [] : new URLSearchParams(asked).keys()) {
    if (names.includes(name)) continue
    const hint = meant(name, names) ?? `Known are ${names.join(', ')}.`
    throw new UsageError(`--state: there is no parameter ${name}.`, hint)
  }
  const { state, warnings } = readUrl(asked, { inFrame: false })
  const [warning] = warnings
  if (warning !== undefined) {
    const { code, name, value } = warning
    const fault = code === 'duplicate' ? 'is given twice' : 'is not understood'
    throw new UsageError(`--state: ${name}=${value} ${fault}.`, seeHelp('render'))
  }
  return { ...state, ...only('theme', theme), ...only('lang', lang) }
}

/** The one field of the state that an option of the same name sets. */
function only(name: 'theme' | 'lang', value: string | undefined): Partial<ShareableState> {
  if (value === undefined) return {}
  const { state, warnings } = readUrl(new URLSearchParams({ [name]: value }).toString(), {
    inFrame: false,
  })
  if (warnings.length > 0 || value.trim() === '') {
    throw new UsageError(`--${name} ${value} is not understood.`, seeHelp('render'))
  }
  return { [name]: state[name] }
}

/** Throws a `UsageError` for an id in the state that the document does not have. */
export function checkIds(state: ShareableState, table: EventTable): void {
  const { document } = table
  const { filter, event, steps } = state
  const organizations = document.organizations.map(({ id }) => id)
  const events = wholeDocument(table).events.map(({ id }) => id)
  const asked: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['event', event === undefined ? [] : [event], events],
    ['org', [...filter.org, ...filter.notOrg], organizations],
    ['topic', filter.topic, document.topics.map(({ id }) => id)],
    ['person', filter.person, document.people.map(({ id }) => id)],
    [
      'steps',
      typeof steps === 'string' ? [] : steps,
      [...document.story.map(({ id }) => id), ...events],
    ],
  ]
  for (const [name, ids, known] of asked) {
    const stranger = ids.find((id) => !known.includes(id))
    if (stranger === undefined) continue
    const hint = meant(stranger, known)
    throw new UsageError(`--state: ${name}=${stranger} is not in this document.`, hint)
  }
}
