/** What has the focus in the document or shadow root of `place`: from outside, a shadow root hides it. */
export function activeElementNear(place: Node): Element | null {
  const root = place.getRootNode()
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
}
