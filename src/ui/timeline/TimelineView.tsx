/** Stands in for the drawing. */
export function TimelineView() {
  return <section />
}
