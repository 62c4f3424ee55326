import { type RefObject, useLayoutEffect, useRef } from 'react'

import type { Scene } from '#core/scene/scene.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import type { Drawing } from './createDrawing.ts'
import css from './TimelineView.module.css'

/** One press scrolls by this part of the plot. */
const page = 0.8

/**
 * Beside the lanes' names: says how many lie above and below those that have room, and scrolls there. It
 * follows the drawing frame by frame, without React.
 */
export function LanesBeyond({ drawing }: { readonly drawing: Drawing }) {
  const { messages } = useTimeline()
  const above = useRef<HTMLButtonElement>(null)
  const below = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    const tell = (button: HTMLButtonElement | null, count: number, { plot }: Scene): void => {
      if (button === null) return
      button.hidden = count === 0
      if (count === 0) return
      const isAbove = button === above.current
      button.style.left = `${Math.max(4, plot.x - 48)}px`
      button.style.top = `${plot.y + (isAbove ? 4 : plot.height - 28)}px`
      const text = `${isAbove ? '↑' : '↓'} ${count}`
      if (button.textContent === text) return
      button.textContent = text
      button.ariaLabel = button.title = messages.timeline.lanesBeyond(count)
    }
    const follow = (scene: Scene): void => {
      const { lanes, plot } = scene
      let [before, after] = [0, 0]
      for (const { box } of lanes) {
        const middle = box.y + box.height / 2 - plot.y
        if (middle < 0) before += 1
        else if (middle > plot.height) after += 1
      }
      tell(above.current, before, scene)
      tell(below.current, after, scene)
    }
    // Their words may be those of another language.
    for (const { current } of [above, below]) current?.replaceChildren()
    const scene = drawing.scene()
    if (scene) follow(scene)
    return drawing.onDraw(follow)
  }, [drawing, messages])

  const button = (ref: RefObject<HTMLButtonElement | null>, way: -1 | 1) => (
    <button
      ref={ref}
      type="button"
      hidden
      className={`${controls.button} ${css.beyond}`}
      data-keeps-pointer=""
      aria-label={messages.timeline.lanesBeyond(0)}
      onClick={() => {
        const px = way * page * (drawing.scene()?.plot.height ?? 0)
        drawing.dispatch({ type: 'scrollBy', px })
      }}
    />
  )
  return (
    <>
      {button(above, -1)}
      {button(below, 1)}
    </>
  )
}
