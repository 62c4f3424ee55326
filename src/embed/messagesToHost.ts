import type { StepInfo, ToHost } from './protocol.ts'
import { type Kind, kind, readMessage } from './readMessage.ts'
import {
  type Reader,
  address,
  amount,
  either,
  flag,
  list,
  natural,
  oneOf,
  params,
  record,
  text,
  textOrNull,
} from './readers.ts'

/** Also reads what a command that moved answers. */
export const readStepInfo: Reader<StepInfo> = record({
  index: natural,
  count: natural,
  atStart: flag,
  atEnd: flag,
  title: text,
  date: text,
  notes: text,
  id: textOrNull,
  sources: list(record<{ label: string }, { url: string }>({ label: text }, { url: address })),
})

const anything: Reader<unknown> = (value) => value

const kinds = new Map<string, Kind<ToHost>>([
  kind(
    'ready',
    record({
      versions: list(amount),
      ch: text,
      caps: list(text),
      state: params,
      steps: natural,
      aspect: amount,
      minHeight: amount,
      title: text,
      warnings: list(text),
    }),
  ),
  kind('settled', record({ step: natural })),
  kind('state', record({ state: params, by: oneOf('user', 'host', 'auto') })),
  kind('step', readStepInfo),
  kind('edge', record({ dir: oneOf(1, -1, 0), key: textOrNull })),
  kind('size', record({ w: amount, h: amount })),
  kind('select', record({ event: textOrNull })),
  kind('link', record({ url: address })),
  kind(
    'result',
    either(
      record({ ok: oneOf(true) }, { data: anything }),
      record({ ok: oneOf(false), code: text, message: text }),
    ),
  ),
  kind('error', record({ code: text, message: text })),
  kind('pong', record({})),
])

/** An embed's message, as a copy of our own; undefined for all else (see `readMessage`). */
export function readToHost(data: unknown): ToHost | undefined {
  return readMessage(kinds, data)
}
