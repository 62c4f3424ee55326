import { focusPlace } from './focusPlace.ts'
import { stepActionOf } from './keyForwarding.ts'
import type { Edge } from './protocol.ts'

interface KeepKeysOptions {
  /** `keys` of the state. */
  readonly mode: () => 'auto' | 'own' | 'deck' | 'none'
  readonly steps: () => number
  /** Offers a step to the page; true when the page has taken it. */
  readonly edge: (edge: Edge) => boolean
}

/**
 * Keeps the keys of a timeline in an element from the page around it, which sees only the element and
 * cannot tell a letter that is typed into its search from a command: what is typed, what an open dialog
 * takes, and what the timeline has used, goes no further. With `keys=deck`, steps are the page's.
 */
export function keepKeys(element: HTMLElement, root: ShadowRoot, options: KeepKeysOptions): void {
  root.addEventListener(
    'keydown',
    (event) => {
      if (!isPress(event) || options.mode() !== 'deck') return
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      const place = focusPlace(event.composedPath())
      const action = stepActionOf(event)
      if (place === 'field' || place === 'dialog') return
      if (action !== 'next' && action !== 'prev') return
      // On a button these two press it; up and down move between lanes.
      if (place !== 'page' && (event.key === 'Enter' || event.key === ' ')) return
      if (place === 'event' && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
      if (!options.edge({ dir: action === 'next' ? 1 : -1, key: event.key })) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )
  let edge: Event | undefined
  element.addEventListener('tl-edge', (event) => {
    if (event.target === element) edge = event
  })
  const keep = (event: Event): void => {
    // A press past the end that the page has dealt with is used up.
    if (edge?.defaultPrevented === true) event.preventDefault()
    edge = undefined
    const place = focusPlace(event.composedPath())
    if (place === 'field' || place === 'dialog' || event.defaultPrevented) event.stopPropagation()
  }
  for (const type of ['keydown', 'keypress', 'keyup']) element.addEventListener(type, keep)
}

function isPress(event: Event): event is KeyboardEvent {
  return 'key' in event
}
