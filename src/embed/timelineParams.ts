/** Ids: one, or several in a list or with commas between them. */
type Ids = string | readonly string[] | undefined

/**
 * The parameters of the address, by name; undefined is the default. What each means is in
 * docs/embedding.md. A type, not an interface: its fields are walked through.
 */
export type TimelineParams = {
  readonly mode?: 'explore' | 'embed' | 'present' | undefined
  /** EDTF interval: `2014/2019`, `-0500/..`. */
  readonly range?: string | undefined
  /** Id of the selected event. */
  readonly event?: string | undefined
  /** Organisations to show; `-id` leaves one out. */
  readonly org?: Ids
  /** How several organisations combine. */
  readonly match?: 'any' | 'all' | undefined
  readonly topic?: Ids
  readonly person?: Ids
  /** What is searched for. */
  readonly q?: string | undefined
  readonly lanes?: 'organizations' | 'topics' | 'none' | undefined
  readonly view?: 'timeline' | 'list' | undefined
  /** `none`, `story`, `events`, or the ids of steps or events in order. */
  readonly steps?: Ids
  /** 0 is the overview. */
  readonly step?: number | string | undefined
  readonly panel?: 'auto' | 'side' | 'bottom' | 'none' | undefined
  readonly ui?: 'auto' | 'full' | 'min' | 'none' | undefined
  readonly theme?: 'auto' | 'light' | 'dark' | 'contrast' | undefined
  /** BCP 47. */
  readonly lang?: string | undefined
  /** Of the smallest label, in pixels. */
  readonly text?: number | string | undefined
  readonly wheel?: 'auto' | 'pan' | 'zoom' | 'page' | undefined
  readonly keys?: 'auto' | 'own' | 'deck' | 'none' | undefined
  readonly edge?: 'auto' | 'overflow' | 'arrival' | 'stop' | 'loop' | undefined
  readonly resize?: string | undefined
  readonly motion?: 'auto' | 'on' | 'off' | undefined
  /** Seconds per step, or `off`. */
  readonly play?: number | string | undefined
  /** Origins that may send commands. */
  readonly hosts?: Ids
  /** One still picture. */
  readonly static?: boolean | '0' | '1' | undefined
}

/** The part of them that says which events are shown. */
export type TimelineFilter = Pick<TimelineParams, 'org' | 'match' | 'topic' | 'person' | 'q'>

/** Parameters as the address writes them. */
export function textsOf(params: TimelineParams): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) texts[name] = ''
    else if (typeof value === 'boolean') texts[name] = value ? '1' : '0'
    else texts[name] = typeof value === 'object' ? value.join(',') : String(value)
  }
  return texts
}
