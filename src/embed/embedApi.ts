import type { Edge, Place, Size, StateParams, StepInfo, ToHost } from './protocol.ts'

type Payload<T> = Extract<ToHost, { readonly type: T }>['p']

/** What a page can hear of a timeline. */
export interface EmbedEvents {
  readonly ready: Payload<'ready'>
  readonly settled: Payload<'settled'>
  readonly state: Payload<'state'>
  readonly step: StepInfo
  readonly edge: Edge
  readonly size: Payload<'size'>
  readonly select: Payload<'select'>
  readonly link: Payload<'link'>
  readonly error: Payload<'error'>
}

/** What a page can do with a timeline, be it in a frame or an element. Promises reject with an `EmbedError`. */
export interface EmbedApi {
  /** Number of the last step; 0 is the overview. */
  readonly steps: number
  /** The state as the embed last told it, up to a tenth of a second ago: names and values of the query parameters. */
  readonly state: StateParams
  goto(place: Place): Promise<StepInfo>
  next(): Promise<StepInfo>
  prev(): Promise<StepInfo>
  /** Changes the named parameters and leaves the others; an empty value is the default. */
  set(state: StateParams, options?: { readonly animate?: boolean }): Promise<void>
  /** Resolves when nothing moves any more. */
  settled(): Promise<void>
  export(format: string, size?: Size): Promise<Blob>
  /** Calls `listener` at each event of that type, until the returned function is called. */
  on<K extends keyof EmbedEvents>(type: K, listener: (detail: EmbedEvents[K]) => void): () => void
}

/** A connection to a timeline. */
export interface Embed extends EmbedApi {
  /** Stops listening; what has not been answered is rejected. */
  disconnect(): void
}
