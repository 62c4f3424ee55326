import type { FilterState } from '#core/data/filterState.ts'
import type { ThemeName } from '#core/scene/theme.ts'
import type { Span } from '#core/time/instant.ts'
import type { Viewport } from '#core/viewport/viewport.ts'

/**
 * The shareable state: what the URL holds (contracts: query parameters). Names are those of the
 * parameters. `range` is undefined for "everything".
 */
export interface ShareableState {
  readonly src: string | undefined
  readonly mode: 'explore' | 'embed' | 'present'
  readonly range: Span | undefined
  readonly event: string | undefined
  readonly filter: FilterState
  readonly lanes: 'organizations' | 'topics' | 'none'
  readonly view: 'timeline' | 'list'
  readonly steps: 'none' | 'story' | 'events' | readonly string[]
  readonly step: number
  readonly panel: 'auto' | 'side' | 'bottom' | 'none'
  readonly ui: 'auto' | 'full' | 'min' | 'none'
  readonly theme: 'auto' | ThemeName
  /** BCP 47, or undefined for the browser's. */
  readonly lang: string | undefined
  readonly text: 'auto' | number
  readonly wheel: 'auto' | 'pan' | 'zoom' | 'page'
  readonly keys: 'auto' | 'own' | 'deck' | 'none'
  readonly edge: 'auto' | 'overflow' | 'arrival' | 'stop' | 'loop'
  readonly resize: string
  readonly motion: 'auto' | 'on' | 'off'
  readonly play: number | undefined
  readonly hosts: readonly string[]
  readonly static: boolean
}

/** State of one timeline on a page: the shareable part, and what no link carries. */
export interface TimelineState extends ShareableState {
  /**
   * What is visible this very frame. React must not select it (a pan renders no React): panels read
   * `settled`, which follows when motion stops. Undefined until a document is there.
   */
  readonly viewport: Viewport | undefined
  readonly settled: Viewport | undefined
  /** Event under the pointer or focus. Not in the URL. */
  readonly hover: string | undefined
  /** Bumped by each action that deserves a history entry; `syncUrl` pushes then, else replaces. */
  readonly historyMark: number
}
