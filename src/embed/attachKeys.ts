import { deepestActive, focusPlace } from './focusPlace.ts'
import type { HostKind } from './frameGuest.ts'
import {
  type EdgePolicy,
  type KeyDecision,
  type KeyMode,
  type StepAction,
  decideKey,
  edgeOf,
} from './keyForwarding.ts'
import type { Edge } from './protocol.ts'

type Listener = (event: Event) => void

interface Listened {
  addEventListener(type: string, listener: Listener, options?: { capture: boolean }): void
  removeEventListener(type: string, listener: Listener, options?: { capture: boolean }): void
}

/** The parts of a window that are used. */
export interface KeysWindow extends Listened {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void; focus(): void }
  readonly document: {
    readonly documentElement: Listened
    readonly activeElement: unknown
    hasFocus(): boolean
  }
  setTimeout(callback: () => void, delay: number): number
  clearTimeout(timer: number | undefined): void
}

export interface KeysOptions {
  readonly window: KeysWindow
  /** Where keys are heard: the window in a frame (when left out), the shadow root in an element. */
  readonly target?: Listened
  readonly mode: () => KeyMode
  readonly host: () => HostKind
  /** Number of the last step, 0 without steps. */
  readonly steps: () => number
  readonly step: () => number
  readonly edge: () => EdgePolicy
  /** A dialog or menu is open, which would be lost with the focus. */
  readonly hasDialog: () => boolean
  /** Must have changed `step()` when it returns. */
  readonly act: (action: StepAction) => void
  readonly sendEdge: (dir: Edge['dir'], key: string) => void
  /** The focus has gone back: the moment for a small sign that says so. */
  readonly onGivenBack?: () => void
}

export interface Keys {
  /** The slide has gone: `slide:stop`, or `visible` off. */
  hidden(): void
  /** A step was reached by another way than a key; goes for the focus as if by one. */
  stepped(): void
  /** A panel with details was closed. */
  panelClosed(): void
  /** The host asks for the keys. */
  release(): void
  dispose(): void
}

const early = { capture: true }

/** How long the pointer may be away before that counts as having left. */
const leaveAfter = 400

/**
 * Hears the keys, steps, passes on what is the deck's, and gives the focus back to the page around
 * the frame. It never takes the focus, and never moves it while it is elsewhere.
 */
export function attachKeys(options: KeysOptions): Keys {
  const { window, target = window } = options
  const isFramed = !Object.is(window.parent, window)
  const root = window.document.documentElement
  let current: { readonly key: Event; readonly decision: KeyDecision } | undefined
  let pointerWasLast = false
  let leaving: number | undefined

  const giveBack = (): void => {
    // Without the focus, this would take it from whatever the host has given it to.
    if (!isFramed || !window.document.hasFocus()) return
    window.parent.focus()
    options.onGivenBack?.()
  }

  const isTyping = (): boolean => focusPlace([deepestActive(window.document)]) === 'field'

  const giveBackUnlessBusy = (): void => {
    if (options.mode() !== 'none' && !options.hasDialog() && !isTyping()) giveBack()
  }

  const carryOut = (key: Event, decision: KeyDecision): void => {
    const { handle, forward, swallow } = decision
    if (handle !== undefined) options.act(handle)
    if (forward?.to === 'ours') options.sendEdge(forward.edge.dir, forward.edge.key ?? '')
    else if (forward !== undefined) window.parent.postMessage(forward.data, '*')
    if (handle !== undefined || forward !== undefined || swallow === true) {
      key.stopPropagation()
      // A reload or the end of full screen is the browser's, whoever else hears of it.
      if (!('key' in key) || (key.key !== 'F5' && key.key !== 'Escape')) key.preventDefault()
    }
    if (decision.giveFocusBack) giveBack()
  }

  const onKeyFirst = (key: Event): void => {
    current = undefined
    if (!isKeyPress(key)) return
    pointerWasLast = false
    window.clearTimeout(leaving)
    const decision = decideKey(key, {
      mode: options.mode(),
      isFramed,
      host: options.host(),
      steps: options.steps(),
      step: options.step(),
      edge: options.edge(),
      focus: options.hasDialog() ? 'dialog' : focusPlace(key.composedPath()),
    })
    current = { key, decision }
    if (decision.first) carryOut(key, decision)
  }

  const onKeyLast = (key: Event): void => {
    if (current?.key !== key || current.decision.first) return
    const { decision } = current
    if (decision.stays) key.stopPropagation()
    else if (!key.defaultPrevented) carryOut(key, decision)
    // The page has used it, to close something: what Esc leaves is left.
    else if ('key' in key && key.key === 'Escape' && decision.giveFocusBack) giveBack()
  }

  // Decks also hear the end of a key.
  const onKeyOther = (key: Event): void => {
    if (focusPlace(key.composedPath()) === 'field') key.stopPropagation()
  }

  const onPointerDown = (): void => {
    pointerWasLast = true
    window.clearTimeout(leaving)
  }
  const onPointerLeave = (pointer: Event): void => {
    window.clearTimeout(leaving)
    // A finger leaves at the end of each tap, and a reader's place would go with the focus.
    if (!pointerWasLast || ('pointerType' in pointer && pointer.pointerType === 'touch')) return
    leaving = window.setTimeout(giveBackUnlessBusy, leaveAfter)
  }
  const onPointerEnter = (): void => window.clearTimeout(leaving)

  target.addEventListener('keydown', onKeyFirst, early)
  target.addEventListener('keydown', onKeyLast)
  target.addEventListener('keypress', onKeyOther)
  target.addEventListener('keyup', onKeyOther)
  if (isFramed) {
    root.addEventListener('pointerdown', onPointerDown, early)
    root.addEventListener('pointerleave', onPointerLeave)
    root.addEventListener('pointerenter', onPointerEnter)
  }

  return {
    hidden: () => {
      if (options.mode() !== 'none') giveBack()
    },
    stepped: () => {
      const arrives = edgeOf({ edge: options.edge(), host: options.host() }) === 'arrival'
      const isLast = options.steps() > 0 && options.step() >= options.steps()
      if (arrives && isLast) giveBackUnlessBusy()
    },
    panelClosed: giveBackUnlessBusy,
    release: giveBack,
    dispose: () => {
      window.clearTimeout(leaving)
      target.removeEventListener('keydown', onKeyFirst, early)
      target.removeEventListener('keydown', onKeyLast)
      target.removeEventListener('keypress', onKeyOther)
      target.removeEventListener('keyup', onKeyOther)
      root.removeEventListener('pointerdown', onPointerDown, early)
      root.removeEventListener('pointerleave', onPointerLeave)
      root.removeEventListener('pointerenter', onPointerEnter)
    },
  }
}

function isKeyPress(event: Event): event is KeyboardEvent {
  return 'key' in event && typeof event.key === 'string'
}
