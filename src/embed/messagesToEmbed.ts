import type { Place, Size, ToEmbed } from './protocol.ts'
import { type Kind, kind, readMessage } from './readMessage.ts'
import {
  type Reader,
  amount,
  either,
  flag,
  list,
  natural,
  oneOf,
  params,
  record,
  text,
} from './readers.ts'

const place: Reader<Place> = either(
  record({ step: natural }),
  either(record({ event: text }), record({ range: text })),
)

/** More than any canvas can hold is no size. */
const largestSide = 16_384

const size: Reader<Size> = (value) => {
  const [w, h, ...more] = list(amount)(value) ?? []
  if (w === undefined || h === undefined || more.length > 0) return undefined
  return Math.min(w, h) >= 1 && Math.max(w, h) <= largestSide ? [w, h] : undefined
}

const kinds = new Map<string, Kind<ToEmbed>>([
  kind(
    'hello',
    record(
      { versions: list(amount) },
      {
        host: oneOf('reveal', 'slidev', 'marp', 'page', 'office', 'other'),
        role: oneOf('live', 'preview', 'upcoming', 'print', 'overview'),
        keys: oneOf('deck', 'own', 'none'),
        slide: record({ w: amount, h: amount, scale: amount }),
      },
    ),
  ),
  kind('goto', place),
  kind('move', record({ by: oneOf(1, -1) })),
  kind('set', record({ state: params }, { animate: flag })),
  kind('get', record({ what: text })),
  kind('visible', record({ on: flag })),
  kind('focus', record({ on: flag })),
  kind('export', record({ format: text }, { size })),
  kind('ping', record({})),
])

/** A host's message, as a copy of our own; undefined for all else (see `readMessage`). */
export function readToEmbed(data: unknown): ToEmbed | undefined {
  return readMessage(kinds, data)
}
