import type { EventIndex } from '#core/data/eventTable.ts'
import { ownersOf } from '#core/data/rowSet.ts'
import { timeScale } from '#core/viewport/timeScale.ts'
import { axisOf } from './axis.ts'
import { eraBands } from './eraBands.ts'
import { axisLength } from './frame.ts'
import { drawLabels } from './labels.ts'
import { drawMarks } from './marks.ts'
import { projectionOf } from './projection.ts'
import { relationCurves } from './relationCurves.ts'
import { loadingBands } from './loadingBands.ts'
import type { Scene } from './scene.ts'
import type { SceneInput } from './sceneInput.ts'
import { type Stages, stages as plainStages } from './stages.ts'
import { tiesBehind } from './ties.ts'

/**
 * The product on one screen: from a table of events and a viewport to everything that is drawn.
 *
 *   table ─▶ lanes ─▶ zoom level ─▶ placement ─▶ marks ─▶ labels ─▶ Scene
 *
 * The first stages depend on the zoom level, not on the pan: `scenePipeline` keeps their results, so a
 * pan only moves what is already laid out.
 */
export function buildScene(input: SceneInput, stages: Stages = plainStages): Scene {
  const { table, matching, viewport, theme, words, measure, selected, focused } = input
  const { span, scroll } = viewport

  const frame = stages.frame(input.size.width, input.size.height, input.orientation, table)
  const scale = timeScale(span, axisLength(frame))
  const projection = projectionOf(frame, scale, scroll)

  const assignment = stages.assignment(table, input.laneMode, frame)
  const lanes = stages.lanes(table, matching, assignment, frame)
  const labelOf = stages.labels(table, words, measure, frame)
  const { pxPerMs, stretch } = stages.level(table, frame, scale.pxPerMs, span.start)
  const placement = stages.placement(
    table,
    lanes,
    frame,
    labelOf,
    pxPerMs,
    stretch.start,
    stretch.end,
    input.placeCrowd,
  )

  const colors = stages.colors(table.document, theme)
  const owners = ownersOf(table)
  const organizationColor = (id: string): string => colors.get(id) ?? theme.ink2
  const colorOf = (row: EventIndex): string =>
    organizationColor(table.document.organizations[owners[row] ?? -1]?.id ?? '')

  const { marks, ties, spokes, counts } = drawMarks({
    table,
    tally: stages.tally(table, matching),
    placement,
    facts: stages.facts(table, placement, colors),
    projection,
    plot: frame.plot,
    span,
    colorOf,
    organizationColor,
    theme,
    lanes: lanes.extents,
    selected,
    focused,
  })
  const laneBands = stages.laneBands(lanes, scroll, frame, theme, words, measure)
  const labels = drawLabels({
    placement,
    marks,
    projection,
    plot: frame.plot,
    lanes: laneBands,
    laneHead: frame.laneHead,
    theme,
    labelOf,
    selected,
    focused,
  })
  const eras = stages.eras(table.document.eras, words, measure)

  return {
    size: input.size,
    orientation: frame.orientation,
    theme,
    plot: frame.plot,
    span,
    eras: eraBands(eras, scale, frame, theme, measure, labels),
    lanes: laneBands,
    loading: loadingBands(table.unseen?.loading ?? [], span, projection, frame.plot),
    ...axisOf(span, scale, frame, theme, words.dateWords, measure),
    ties: tiesBehind(ties, marks, labels),
    spokes,
    relations:
      selected === undefined
        ? []
        : relationCurves(table, marks, selected, projection.horizontal, theme.ink3, labels),
    marks,
    labels,
    lanesHeight: lanes.height,
    counts: { ...counts, labels: labels.length },
  }
}
