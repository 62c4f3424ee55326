import { noFilter } from '#core/data/filterState.ts'
import type { ShareableState } from './timelineState.ts'

/** What an address without parameters means on a page of our own. Each value is the default of contracts §2. */
export const defaultState: ShareableState = {
  src: undefined,
  mode: 'explore',
  range: undefined,
  event: undefined,
  filter: noFilter,
  lanes: 'organizations',
  view: 'timeline',
  steps: 'none',
  step: 0,
  panel: 'auto',
  ui: 'auto',
  theme: 'auto',
  lang: undefined,
  text: 'auto',
  wheel: 'auto',
  keys: 'auto',
  edge: 'auto',
  resize: 'off',
  motion: 'auto',
  play: undefined,
  hosts: [],
  static: false,
}

/** The mode that a page has when its address names none. */
export function defaultMode(inFrame: boolean): ShareableState['mode'] {
  return inFrame ? 'embed' : 'explore'
}

/** The sequence that a mode has when its address names none. */
export function defaultSteps(mode: ShareableState['mode']): ShareableState['steps'] {
  return mode === 'present' ? 'story' : 'none'
}

/** The state in which another document begins: nothing of the last one, all that the reader likes. */
export function freshState(state: ShareableState): ShareableState {
  const { mode, ui, theme, lang, text, motion, panel, wheel } = state
  const explored = mode === 'present' ? 'explore' : mode
  return { ...defaultState, mode: explored, ui, theme, lang, text, motion, panel, wheel }
}
