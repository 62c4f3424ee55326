import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

import { type EventTable, isUnseen } from '#core/data/eventTable.ts'
import type { Mark, Scene } from '#core/scene/scene.ts'
import { hitTest } from '#core/scene/hitTest.ts'
import type { SceneWords } from '#core/scene/sceneInput.ts'
import { themes } from '#core/scene/theme.ts'
import type { Span } from '#core/time/instant.ts'
import { attachPanZoom } from '#input/panZoom.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { createDrawing, type Drawing, type DrawingSettings } from './createDrawing.ts'
import { EventButtons } from './EventButtons.tsx'
import { LanesBeyond } from './LanesBeyond.tsx'
import { Overview } from './Overview.tsx'
import { useWheelManner } from './useWheelManner.ts'
import css from './TimelineView.module.css'

const ClusterCard = lazy(async () => ({ default: (await import('./ClusterCard.tsx')).ClusterCard }))

const selectFilter = (state: TimelineStoreState) => state.filter
const selectLanes = (state: TimelineStoreState) => state.lanes

interface OpenCluster {
  readonly mark: Mark
  readonly table: EventTable
}

/** What the drawing has come to rest with: the rows of the scene are those of the settings' table. */
interface Shown {
  readonly scene: Scene
  readonly settings: DrawingSettings
}

/**
 * The drawing's host. React puts the boxes there and hears when the drawing settles; everything that
 * moves is drawn by `createDrawing` without it.
 */
export function TimelineView() {
  const {
    store,
    table,
    placeCrowd,
    derived,
    messages,
    dateWords,
    text,
    drawing: shared,
    theme,
    motion,
    surroundings,
  } = useTimeline()
  const filter = useTimelineStore(selectFilter)
  const laneMode = useTimelineStore(selectLanes)
  const host = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  const [shown, setShown] = useState<Shown>()
  // Nobody sees the buttons: the picture is painted without waiting for them.
  const shownToButtons = useDeferredValue(shown)
  const [cluster, setCluster] = useState<OpenCluster>()
  const hasCard = useRef(false)
  useEffect(() => {
    hasCard.current = cluster !== undefined
  }, [cluster])
  const { wheel, hint, onRefused } = useWheelManner()

  const words = useMemo(
    (): SceneWords => ({ dateWords, text, organizations: messages.timeline.organizations }),
    [dateWords, text, messages],
  )
  const settings = useMemo((): DrawingSettings => {
    const { matching, rows } = derived.matching(filter)
    return { table, matching, rows, laneMode, theme: themes[theme], words, placeCrowd, motion }
  }, [table, derived, filter, laneMode, theme, words, placeCrowd, motion])
  const latest = useRef(settings)
  useEffect(() => {
    latest.current = settings
  }, [settings])

  // Before the browser paints: the page and its drawing then come as one picture.
  useLayoutEffect(() => {
    if (host.current === null) return undefined
    const made = createDrawing(host.current, store, latest.current, shared)
    const stopScenes = made.onSettled((scene) => setShown({ scene, settings: made.settings() }))
    // What stands around the first picture comes with it, not only when that has come to rest.
    const stopFirst = made.onDraw((scene) => {
      setShown((now) => now ?? { scene, settings: made.settings() })
      stopFirst()
    })
    // What is still to come may take room from it. A crowd takes a task of its own, one frame later.
    const isWhole = surroundings.host.querySelector('[data-pending]') === null
    if (isWhole && latest.current.placeCrowd === undefined) made.drawNow()
    setDrawing(made)
    return () => {
      stopScenes()
      stopFirst()
      made.dispose()
      setDrawing(undefined)
    }
  }, [store, shared, surroundings])

  useEffect(() => drawing?.change(settings), [drawing, settings])

  const openCluster = useCallback(
    (mark: Mark) => {
      if (drawing === undefined) return
      const { table } = drawing.settings()
      const spread = spreadOf(mark, table)
      const current = drawing.scene()
      const inView = current ? current.span.end - current.span.start : 0
      // What no zoom can part is listed; the rest is parted by going there.
      if (spread.end - spread.start < inView / 400) setCluster({ mark, table })
      else drawing.show(spread)
    },
    [drawing],
  )

  useEffect(() => {
    const target = area.current
    if (drawing === undefined || target === null) return undefined
    const hitAt = (x: number, y: number): ReturnType<typeof hitTest> => {
      const current = drawing.scene()
      return current && hitTest(current, x, y)
    }
    const { actions } = store.getState()
    return attachPanZoom(target, {
      orientation: () => drawing.scene()?.orientation ?? 'horizontal',
      plot: () => drawing.scene()?.plot ?? { x: 0, y: 0, width: 1, height: 1 },
      wheel,
      lanesScroll: () => {
        const current = drawing.scene()
        return current !== undefined && current.lanesHeight > current.plot.height + 1
      },
      motion: () => latest.current.motion,
      dispatch: (command) => drawing.dispatch(command),
      onGestureStart: () => {
        // React renders even for what is so already.
        if (hasCard.current) setCluster(undefined)
        drawing.hold(true)
      },
      onGestureEnd: () => drawing.hold(false),
      onTap: (x, y) => {
        const hit = hitAt(x, y)
        if (hit?.kind === 'cluster') openCluster(hit.mark)
        else if (hit) actions.select(drawing.settings().table.id(hit.event))
        return hit?.kind === 'cluster'
      },
      onHover: (x, y) => {
        const hit = hitAt(x, y)
        actions.hover(hit?.kind === 'event' ? drawing.settings().table.id(hit.event) : undefined)
        target.classList.toggle(css.overMark ?? '', hit !== undefined)
      },
      onLeave: () => actions.hover(undefined),
      onPageWheelRefused: onRefused,
    })
  }, [drawing, store, wheel, onRefused, openCluster])

  return (
    <section
      className={css.timeline}
      aria-label={messages.timeline.label}
      aria-busy={(shown?.scene.loading.length ?? 0) > 0 || undefined}
    >
      <div ref={area} className={css.area}>
        <div ref={host} className={css.host} aria-hidden="true" data-print-drawing="" />
        {drawing && shownToButtons && <EventButtons drawing={drawing} {...shownToButtons} />}
        {drawing && <LanesBeyond drawing={drawing} />}
        {cluster && (
          <Suspense fallback={<span data-pending="" />}>
            <ClusterCard {...cluster} onClose={() => setCluster(undefined)} />
          </Suspense>
        )}
        {hint && <p className={css.hint}>{messages.timeline.wheelHint}</p>}
      </div>
      {drawing && shown?.scene.orientation === 'horizontal' && (
        <Overview drawing={drawing} settings={settings} scene={shown.scene} />
      )}
      {shown === undefined && <div className={css.overviewRoom} />}
    </section>
  )
}

/** From the first to the last anchor of a cluster, with a margin that parts them. */
function spreadOf(mark: Mark, table: EventTable): Span {
  let [start, end] = [Infinity, -Infinity]
  for (const row of mark.gathered) {
    const anchor = table.anchor[row] ?? 0
    const isCounted = isUnseen(table, row)
    start = Math.min(start, isCounted ? (table.start[row] ?? 0) : anchor)
    end = Math.max(end, isCounted ? (table.end[row] ?? 0) : anchor)
  }
  const margin = (end - start) * 0.5
  return { start: start - margin, end: end + margin }
}
