import type { HostKind } from './frameGuest.ts'
import type { Edge, Role } from './protocol.ts'

/**
 * Who handles which key: contracts §7 as data and pure functions; `attachKeys` applies them. `own`
 * steps by itself, `deck` leaves every step to the slides around it, `none` touches nothing.
 */
export type KeyMode = 'own' | 'deck' | 'none'

export type EdgePolicy = 'auto' | 'overflow' | 'arrival' | 'stop' | 'loop'

/** Steps of the sequence that a key can ask for. */
export type StepAction = 'next' | 'prev' | 'first' | 'last'

/**
 * Where the focus is when the key comes: in a field that takes the key, in a modal dialog, on a
 * button or link, on the button of an event, or nowhere in particular.
 */
export type FocusPlace = 'field' | 'dialog' | 'control' | 'event' | 'page'

/** The parts of a KeyboardEvent that count. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
}

export interface KeySituation {
  readonly mode: KeyMode
  /** False on a page of our own: nobody is there to get a key. */
  readonly isFramed: boolean
  readonly host: HostKind
  /** Number of the last step; 0 when there are no steps, and step keys are left alone. */
  readonly steps: number
  readonly step: number
  readonly edge: EdgePolicy
  readonly focus: FocusPlace
}

/** What is posted to the host. A string is allowed here only, and only because a key was pressed. */
export type Forward =
  | { readonly to: 'reveal' | 'slidev'; readonly data: unknown }
  | { readonly to: 'ours'; readonly edge: Edge }

export interface KeyDecision {
  readonly handle?: StepAction
  /** The press is ours although nothing is done: past the last step where that stops. */
  readonly swallow?: boolean
  readonly forward?: Forward
  readonly giveFocusBack: boolean
  /** Decided before the rest of the page sees the key; else only if nothing there has used it. */
  readonly first: boolean
  /** Belongs to the field in which it is typed: must not leave the embed. */
  readonly stays: boolean
}

const ignore: KeyDecision = { giveFocusBack: false, first: false, stays: false }

/** What `keys=auto` means. `asked` is what the host's hello wants. */
export function keyMode(facts: {
  readonly keys: 'auto' | KeyMode
  readonly asked: KeyMode | undefined
  readonly role: Role | undefined
  readonly isStatic: boolean
}): KeyMode {
  const { keys, asked, role = 'live', isStatic } = facts
  if (isStatic || role !== 'live') return 'none'
  return keys === 'auto' ? (asked ?? 'own') : keys
}

const nextKeys = new Set(['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'n', 'N'])
const previousKeys = new Set(['PageUp', 'ArrowLeft', 'ArrowUp', 'p', 'P', 'Backspace'])

/** Keys of clickers and decks that are never ours, even if the host is not known. */
const deckKeys = new Set(['.', 'b', 'B', 'w', 'W', 'F5', 'Escape', 'f', 'F', 'o', 'O', 's', 'S'])

/** The zoom of the drawing, which the page deals with: not the deck's. */
const zoomKeys = new Set(['+', '=', '-', '_', '−', '0'])

/** On the button of an event these move between lanes, or open it. */
const eventKeys = new Set(['ArrowUp', 'ArrowDown', 'Enter'])

/** On a button or link these press it. */
const controlKeys = new Set([' ', 'Enter'])

/** What a press asks of the sequence, wherever it comes from. */
export function stepActionOf({ key, shiftKey }: KeyPress): StepAction | undefined {
  if (key === ' ' && shiftKey) return 'prev'
  if (shiftKey && key.length > 1) return undefined
  if (nextKeys.has(key)) return 'next'
  if (previousKeys.has(key)) return 'prev'
  if (key === 'Home') return 'first'
  return key === 'End' ? 'last' : undefined
}

/** What is to be done about a key. */
export function decideKey(press: KeyPress, situation: KeySituation): KeyDecision {
  const { mode, focus, steps, isFramed } = situation
  if (focus === 'field') return { ...ignore, stays: true }
  if (mode === 'none') return ignore
  if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return ignore
  if (focus === 'dialog' || zoomKeys.has(press.key)) return ignore
  if (focus === 'event' && eventKeys.has(press.key)) return ignore
  if (focus === 'control' && controlKeys.has(press.key)) return ignore

  const action = stepActionOf(press)
  if (action !== undefined && steps > 0) {
    return mode === 'own' ? decideStep(press, action, situation) : pass(press, situation, true)
  }
  // Without steps, Space presses the button of an event like any other.
  if (!isFramed || (focus === 'event' && press.key === ' ')) return ignore
  return isForDeck(press.key, action, situation) ? pass(press, situation, false) : ignore
}

/** A page that scrolls gets no more than what cannot be meant for scrolling; a deck gets all. */
function isForDeck(
  key: string,
  action: StepAction | undefined,
  { host, mode }: KeySituation,
): boolean {
  if (deckKeys.has(key) || /^[1-9]$/.test(key)) return true
  const isDeck = mode === 'deck' || (host !== 'unknown' && host !== 'page')
  return isDeck && (action !== undefined || /^[a-z]$/i.test(key))
}

function decideStep(press: KeyPress, action: StepAction, situation: KeySituation): KeyDecision {
  const { steps, step, isFramed } = situation
  const policy = edgeOf(situation)
  const isPast = (action === 'next' && step >= steps) || (action === 'prev' && step <= 0)
  if (isPast) {
    if (policy === 'loop') {
      return { ...ignore, first: true, handle: action === 'next' ? 'first' : 'last' }
    }
    if (policy === 'stop' || !isFramed) return { ...ignore, first: true, swallow: true }
    return pass(press, situation, true)
  }
  const reachesEnd = action === 'last' || (action === 'next' && step === steps - 1)
  const giveFocusBack = reachesEnd && isFramed && policy === 'arrival'
  return { ...ignore, first: true, handle: action, giveFocusBack }
}

/** What happens at the ends when the address leaves it open. */
export function edgeOf({ edge, host }: Pick<KeySituation, 'edge' | 'host'>): EdgePolicy {
  if (edge !== 'auto') return edge
  return host === 'unknown' ? 'arrival' : 'overflow'
}

function pass(
  press: KeyPress,
  { host, mode, isFramed }: KeySituation,
  first: boolean,
): KeyDecision {
  if (!isFramed) return ignore
  const action = stepActionOf(press)
  const forward = forwardTo(host, press, action, mode === 'own')
  return { ...ignore, first, giveFocusBack: true, ...(forward && { forward }) }
}

function forwardTo(
  host: HostKind,
  press: KeyPress,
  action: StepAction | undefined,
  asStep: boolean,
): Forward | undefined {
  const dir = action === 'next' ? 1 : action === 'prev' ? -1 : 0
  switch (host) {
    case 'ours':
    case 'page':
      return { to: 'ours', edge: { dir, key: press.key } }
    case 'reveal': {
      const code = revealKeyCode(press, asStep ? dir : 0)
      if (code === undefined) return undefined
      return { to: 'reveal', data: `{"method":"triggerKey","args":[${code}]}` }
    }
    case 'slidev': {
      if (dir === 0) return undefined
      const operation = dir === 1 ? 'next' : 'prev'
      return { to: 'slidev', data: { target: 'slidev', type: 'navigate', operation, args: [] } }
    }
    case 'unknown':
      return undefined
  }
}

const keyCodes: Readonly<Record<string, number>> = {
  Backspace: 8,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  F5: 116,
  '.': 190,
}

/**
 * The number by which reveal.js knows a key. Shift does not travel with it, so Shift+Space goes as
 * Page Up; and past our last step (`dir`) Enter and Backspace, which reveal does not know, go as the
 * keys that turn its slides.
 */
export function revealKeyCode(press: KeyPress, dir: Edge['dir']): number | undefined {
  const { key, shiftKey } = press
  if (key === ' ' && shiftKey) return keyCodes.PageUp
  if (dir !== 0 && (key === 'Enter' || key === 'Backspace')) {
    return dir === 1 ? keyCodes.PageDown : keyCodes.PageUp
  }
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase().charCodeAt(0)
  return Object.hasOwn(keyCodes, key) ? keyCodes[key] : undefined
}
