/**
 * Where an event is, in CSS pixels from the inner corner of `host`. Right also inside a page that
 * scales us, as presentation programs do: there the box on screen and the laid-out box differ.
 */
export function pointIn(
  host: HTMLElement,
  event: { readonly clientX: number; readonly clientY: number },
): { x: number; y: number } {
  const { left, top, width, height } = host.getBoundingClientRect()
  const scaleX = width / host.offsetWidth || 1
  const scaleY = height / host.offsetHeight || 1
  return {
    x: (event.clientX - left) / scaleX - host.clientLeft,
    y: (event.clientY - top) / scaleY - host.clientTop,
  }
}

/** The other way: a place in the host's own pixels, as an event's client pixels. */
export function pointOut(
  host: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  const { left, top, width, height } = host.getBoundingClientRect()
  const scaleX = width / host.offsetWidth || 1
  const scaleY = height / host.offsetHeight || 1
  return {
    x: left + (x + host.clientLeft) * scaleX,
    y: top + (y + host.clientTop) * scaleY,
  }
}

/** How much of the host's height, from 0 to 0.8, is below a line in client pixels. */
export function coveredPart(host: HTMLElement, from: number): number {
  const { bottom, height } = host.getBoundingClientRect()
  return height > 0 ? Math.min(0.8, Math.max(0, (bottom - from) / height)) : 0
}

/** True when something between the host and what was hit wants its own pointer and wheel. */
export function keepsPointer(host: HTMLElement, event: Event): boolean {
  // By its path: what was hit may have left the page on the way, a card that a click has closed.
  const path = event.composedPath()
  return path
    .slice(0, path.indexOf(host))
    .some((place) => place instanceof Element && place.hasAttribute('data-keeps-pointer'))
}
