import type { FocusPlace } from './keyForwarding.ts'

/** Inputs that are buttons; in all others keys write, choose or move something. */
const pressedInputs = /^(button|checkbox|color|file|image|reset|submit)$/i

/**
 * What has the focus, from the innermost outwards as in `composedPath()`: in a shadow root only the
 * path shows the field, the event's target is the host.
 */
export function focusPlace(path: readonly unknown[]): FocusPlace {
  let place: FocusPlace = 'page'
  for (const step of path) {
    const found = placeOf(step)
    if (found === 'field' || found === 'dialog') return found
    if (place === 'page') place = found
  }
  return place
}

/** The element that has the focus, also inside shadow roots. */
export function deepestActive(document: { readonly activeElement: unknown }): unknown {
  let active = document.activeElement
  for (;;) {
    const root = fieldOf(active, 'shadowRoot')
    const inner = fieldOf(root, 'activeElement')
    if (inner === undefined || inner === null) return active
    active = inner
  }
}

function placeOf(target: unknown): FocusPlace {
  const name = fieldOf(target, 'localName')
  const role = attributeOf(target, 'role')
  if (fieldOf(target, 'isContentEditable') === true) return 'field'
  if (name === 'textarea' || name === 'select') return 'field'
  if (name === 'input') {
    const type = fieldOf(target, 'type')
    return typeof type === 'string' && pressedInputs.test(type) ? 'control' : 'field'
  }
  if (name === 'dialog' || role === 'dialog' || role === 'menu') return 'dialog'
  if (attributeOf(target, 'data-event-id') !== undefined) return 'event'
  const isControl = name === 'button' || name === 'a' || name === 'summary' || role === 'button'
  return isControl ? 'control' : 'page'
}

function attributeOf(target: unknown, name: string): string | undefined {
  const read = fieldOf(target, 'getAttribute')
  const value: unknown = typeof read === 'function' ? Reflect.apply(read, target, [name]) : null
  return typeof value === 'string' ? value : undefined
}

function fieldOf(target: unknown, name: string): unknown {
  return typeof target === 'object' && target !== null ? Reflect.get(target, name) : undefined
}
