import type { Timeline } from '#embed/createTimeline.tsx'

/** The window's title follows the selection: "EVENT – TITLE · Throughline". */
export function followTitle(timeline: Timeline): void {
  const write = (): void => {
    const shown = timeline.shown()
    if (shown === undefined) return
    const { table, messages, text } = shown
    const { event } = timeline.store.getState()
    const row = table.rowOf(event)
    const title = text(table.document.title)
    const { windowTitle } = messages.app
    document.title =
      row === undefined ? windowTitle(title) : windowTitle(text(table.event(row)?.title), title)
  }
  timeline.onChange(write)
  timeline.store.subscribe((state, before) => {
    if (state.event !== before.event) write()
  })
}
