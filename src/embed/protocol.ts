import { isRecord } from './readers.ts'

/**
 * The messages between a page and the embed in its frame, version 1: docs/messages.md. What comes
 * from outside is read by messagesToEmbed.ts and messagesToHost.ts.
 */
export const PROTOCOL = 1

/** Every message, both ways. */
export interface Msg<T extends string, P> {
  /** Brand and major version. */
  readonly tl: typeof PROTOCOL
  readonly type: T
  /** Channel: chosen by the embed at each load, echoed by the host; empty while the host has not heard it. */
  readonly ch: string
  /** Counts the messages of one sender. */
  readonly n: number
  /** Answers message `n` of the other side. */
  readonly re?: number
  readonly p: P
}

/** Names and values of the query parameters. An empty value is the default. */
export type StateParams = Readonly<Record<string, string>>

export type Role = 'live' | 'preview' | 'upcoming' | 'print' | 'overview'

export interface StepInfo {
  /** 0 is the overview, `count` the last step. */
  readonly index: number
  readonly count: number
  readonly atStart: boolean
  readonly atEnd: boolean
  /** Null for the overview. */
  readonly id: string | null
  readonly title: string
  readonly date: string
  readonly notes: string
  readonly sources: readonly { readonly label: string; readonly url?: string }[]
}

export interface Hello {
  readonly versions: readonly number[]
  readonly host?: 'reveal' | 'slidev' | 'marp' | 'page' | 'office' | 'other'
  readonly role?: Role
  readonly keys?: 'deck' | 'own' | 'none'
  /** The slide around the embed in CSS pixels, and by how much the deck scales it. */
  readonly slide?: { readonly w: number; readonly h: number; readonly scale: number }
}

/** Where to go; a range is an EDTF interval. */
export type Place =
  | { readonly step: number }
  | { readonly event: string }
  | { readonly range: string }

export type ToEmbed =
  | Msg<'hello', Hello>
  | Msg<'goto', Place>
  | Msg<'move', { readonly by: 1 | -1 }>
  | Msg<'set', { readonly state: StateParams; readonly animate?: boolean }>
  /** `state`, `steps`, `size`, `settled` (answered when the view has come to rest), `a11y`. */
  | Msg<'get', { readonly what: string }>
  /** The slide came or went. */
  | Msg<'visible', { readonly on: boolean }>
  | Msg<'focus', { readonly on: boolean }>
  | Msg<'export', { readonly format: string; readonly size?: Size }>
  | Msg<'ping', object>

/** Width and height in pixels. */
export type Size = readonly [number, number]

export interface Ready {
  readonly versions: readonly number[]
  readonly ch: string
  readonly caps: readonly string[]
  readonly state: StateParams
  /** Number of the last step. */
  readonly steps: number
  readonly aspect: number
  readonly minHeight: number
  readonly title: string
  readonly warnings: readonly string[]
}

export type Result =
  | { readonly ok: true; readonly data?: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** By whom the state was changed. */
export type ChangedBy = 'user' | 'host' | 'auto'

export type ErrorCode = 'data' | 'version' | 'origin' | 'param' | 'internal'

/** Past the end (1), past the start (-1), or (0) a key that is no step and that the embed leaves. */
export interface Edge {
  readonly dir: 1 | -1 | 0
  /** `KeyboardEvent.key`, or null when no key asked. */
  readonly key: string | null
}

export type ToHost =
  | Msg<'ready', Ready>
  /** Fonts are there, nothing moves: fit for a photograph. */
  | Msg<'settled', { readonly step: number }>
  | Msg<'state', { readonly state: StateParams; readonly by: ChangedBy }>
  | Msg<'step', StepInfo>
  | Msg<'edge', Edge>
  | Msg<'size', { readonly w: number; readonly h: number }>
  /** Null: nothing is selected. */
  | Msg<'select', { readonly event: string | null }>
  | Msg<'link', { readonly url: string }>
  | Msg<'result', Result>
  | Msg<'error', { readonly code: string; readonly message: string }>
  | Msg<'pong', object>

/** The version that what came from outside claims to be a message of, if it is one at all. */
export function claimedVersion(data: unknown): number | undefined {
  try {
    if (!isRecord(data)) return undefined
    const { tl } = data
    return typeof tl === 'number' ? tl : undefined
  } catch {
    return undefined
  }
}
