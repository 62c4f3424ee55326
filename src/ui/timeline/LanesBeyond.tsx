import type { Scene } from '#core/scene/scene.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './TimelineView.module.css'

/** One press scrolls by this part of the plot. */
const page = 0.8

interface LanesBeyondProps {
  readonly scene: Scene
  readonly onScroll: (px: number) => void
}

/** Beside the lanes' names: says how many lie above and below those that have room, and scrolls there. */
export function LanesBeyond({ scene, onScroll }: LanesBeyondProps) {
  const { messages } = useTimeline()
  const { lanes, plot } = scene
  const middles = lanes.map(({ box }) => box.y + box.height / 2 - plot.y)
  const above = middles.filter((middle) => middle < 0).length
  const below = middles.filter((middle) => middle > plot.height).length
  const button = (count: number, way: -1 | 1) =>
    count > 0 && (
      <button
        type="button"
        className={`${controls.button} ${css.beyond}`}
        data-keeps-pointer=""
        aria-label={messages.timeline.lanesBeyond(count)}
        title={messages.timeline.lanesBeyond(count)}
        style={{
          left: Math.max(4, plot.x - 48),
          top: plot.y + (way < 0 ? 4 : plot.height - 28),
        }}
        onClick={() => onScroll(way * page * plot.height)}
      >
        {way < 0 ? '↑' : '↓'} {count}
      </button>
    )
  return (
    <>
      {button(above, -1)}
      {button(below, 1)}
    </>
  )
}
