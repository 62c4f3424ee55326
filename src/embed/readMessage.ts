import { boundedCopy } from './boundedCopy.ts'
import { type Msg, PROTOCOL } from './protocol.ts'
import { type Reader, isRecord } from './readers.ts'

type Envelope = Omit<Msg<string, unknown>, 'type' | 'p'>

export type Kind<M> = (envelope: Envelope, payload: unknown) => M | undefined

/** A type of message and the reader of its payload. */
export function kind<T extends string, P>(type: T, read: Reader<P>): readonly [T, Kind<Msg<T, P>>] {
  return [
    type,
    (envelope, payload) => {
      const p = read(payload)
      return p === undefined ? undefined : { ...envelope, type, p }
    },
  ]
}

/**
 * The message in what came from outside, as a copy of our own; undefined for everything that is
 * none, of another version, of a type that is not among `kinds`, or beyond the limits. Never throws.
 */
export function readMessage<M>(kinds: ReadonlyMap<string, Kind<M>>, data: unknown): M | undefined {
  const copy = boundedCopy(data)
  if (!isRecord(copy) || copy.tl !== PROTOCOL) return undefined
  const { type, ch, n, re, p } = copy
  if (typeof type !== 'string' || typeof n !== 'number') return undefined
  if (typeof ch !== 'string' || ch.length > 64) return undefined
  const envelope = { tl: PROTOCOL, ch, n, ...(typeof re === 'number' ? { re } : {}) } as const
  return kinds.get(type)?.(envelope, p ?? {})
}
