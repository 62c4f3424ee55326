import { isNoFilter, noFilter } from '#core/data/filterState.ts'
import { defaultState, defaultSteps } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { canonicalUrl } from '#state/url/urlState.ts'

/** What of the present state goes into the link. */
export interface SharedParts {
  /** The stretch of time, the selection, and how it is shown. */
  readonly view: boolean
  readonly filters: boolean
  readonly story: boolean
}

/** How the shared timeline looks: as the state says, with these on top. Undefined: the reader's own. */
export interface SharedLook {
  readonly theme: ShareableState['theme']
  readonly lang: string | undefined
}

/** Which parts say anything at all; a document without steps has no story to offer. */
export function presentParts(state: ShareableState, hasSteps: boolean): SharedParts {
  const { range, event, lanes, view } = state
  return {
    view:
      range !== undefined ||
      event !== undefined ||
      lanes !== defaultState.lanes ||
      view !== defaultState.view,
    filters: !isNoFilter(state.filter),
    story: hasSteps,
  }
}

/** True when sharing the story means to present it: no sequence is under way here. */
export function beginsStory(state: ShareableState, parts: SharedParts): boolean {
  return parts.story && state.steps === 'none'
}

/**
 * The state to share. A story that begins with this link is presented from `step`, and a step brings
 * a view of its own; one that is under way stays as it is.
 */
export function sharedState(
  state: ShareableState,
  parts: SharedParts,
  look: SharedLook,
  step: number,
): ShareableState {
  const begins = beginsStory(state, parts)
  const { range, event, lanes, view } = parts.view && !begins ? state : defaultState
  const stepping = { mode: state.mode, steps: state.steps, step: state.step }
  const withoutSteps = { mode: state.mode, steps: 'none', step: 0 } as const
  const presented = { mode: 'present', steps: defaultSteps('present'), step } as const
  return {
    ...state,
    ...look,
    range,
    event,
    lanes,
    view,
    filter: parts.filters ? state.filter : noFilter,
    ...(begins ? presented : parts.story ? stepping : withoutSteps),
  }
}

/**
 * The query for a page of our own (`page`), for a frame in somebody else's (`frame`), and for a frame
 * that shows what the page would show (`pageInFrame`), each without `?`.
 */
export function sharedQuery(
  state: ShareableState,
  place: 'page' | 'frame' | 'pageInFrame',
  isFramedHere: boolean,
): string {
  const presents = state.mode === 'present'
  // Inside a frame `embed` is nobody's wish: it is what a frame has.
  const mode = isFramedHere && !presents ? 'explore' : state.mode
  const framed = presents ? 'present' : 'embed'
  return canonicalUrl(
    { ...state, mode: place === 'frame' ? framed : mode },
    // The range comes from an address, with dates that are to stay as they are written.
    { inFrame: place !== 'page', msPerPx: 0 },
  )
}
