import type { Box, Line, Scene, Tick } from '#core/scene/scene.ts'
import type { Theme } from '#core/scene/theme.ts'
import { paintLabel, paintMark } from './paintMarks.ts'
import type { Pen } from './pen.ts'

/** Everything of a scene, in the order in which it lies on the paper. */
export function paintScene(scene: Scene, pen: Pen): void {
  const { theme, size, plot } = scene
  const horizontal = scene.orientation === 'horizontal'
  const hairline = { color: theme.rule, width: theme.stroke }
  pen.area('paper', { x: 0, y: 0, width: size.width, height: size.height }, theme.paper)
  pen.open('eras')
  paintEras(scene, pen)
  pen.close()
  pen.lines('lanes', laneRules(scene), hairline)
  pen.open('grid', true)
  pen.lines(
    'lines',
    scene.ticks.flatMap(({ grid }) => grid ?? []),
    { ...hairline, dots: 'square' },
  )
  pen.close()
  if (!horizontal) paintAxis(scene, pen)
  pen.clip('plot', plot)
  paintPlot(scene, pen)
  pen.close()
  if (horizontal) paintAxis(scene, pen)
  pen.open('names')
  paintLaneNames(scene, pen)
  pen.close()
}

function paintPlot(scene: Scene, pen: Pen): void {
  const { theme } = scene
  for (const [index, box] of scene.loading.entries()) {
    pen.clip(`loading${index}`, box)
    pen.lines('hatch', hatch(box), { color: theme.rule, width: 1.5 * theme.stroke })
    pen.close()
  }
  pen.open('relations')
  for (const { key, path, color } of scene.relations) {
    pen.curve(key, path, { color, width: 1.5 * theme.stroke, dots: 'round' })
  }
  pen.close()
  pen.open('riding', true)
  pen.open('extents')
  for (const mark of scene.marks) if (mark.extent) pen.extent(mark)
  pen.close()
  pen.open('ties')
  for (const { key, lines, ring, color } of scene.ties) {
    pen.lines(key, lines, { color, width: theme.stroke })
    pen.circle(key, ring.x, ring.y, ring.radius, theme.paper, { color, width: 1.75 * theme.stroke })
  }
  pen.close()
  pen.open('spokes')
  for (const { key, line, path, color } of scene.spokes) {
    const stroke = { color, width: theme.stroke }
    if (path === undefined) pen.lines(key, [line], { ...stroke, opacity: 0.45 })
    else pen.curve(key, path, stroke)
  }
  pen.close()
  pen.lines(
    'leaders',
    scene.labels.flatMap(({ leader }) => leader ?? []),
    { color: theme.ink3, width: 0.75 * theme.stroke },
  )
  pen.open('marks')
  for (const mark of scene.marks) paintMark(mark, theme, pen)
  pen.close()
  pen.open('labels')
  for (const label of scene.labels) paintLabel(label, theme, pen)
  pen.close()
  pen.close()
}

/** Slanting lines over a box, at the same places on screen wherever the box is. */
function hatch({ x, y, width, height }: Box): Line[] {
  const step = 14
  const first = Math.ceil(x / step) * step
  const count = Math.max(0, Math.ceil((x + width + height - first) / step))
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * step
    return { x1: at, y1: y, x2: at - height, y2: y + height }
  })
}

function paintEras({ eras, theme, orientation }: Scene, pen: Pen): void {
  for (const { key, tone, box, texts } of eras) {
    if (tone === 1) pen.area(`${key}:paper`, box, theme.paper2)
    if (theme.name === 'contrast') {
      pen.lines(`${key}:edge`, [startEdge(box, orientation)], { color: theme.ink, width: 1 })
    }
    for (const [index, placed] of texts.entries()) pen.text(`${key}:${index}`, placed, undefined)
  }
}

function startEdge({ x, y, width, height }: Box, orientation: Scene['orientation']): Line {
  return orientation === 'horizontal'
    ? { x1: x, y1: y, x2: x, y2: y + height }
    : { x1: x, y1: y, x2: x + width, y2: y }
}

function laneRules({ lanes, plot, size }: Scene): Line[] {
  return lanes.flatMap(({ box: { y } }) =>
    y >= plot.y - 0.5 && y <= plot.y + plot.height ? [{ x1: 0, y1: y, x2: size.width, y2: y }] : [],
  )
}

/** Lane names lie over the plot's left neighbour; those scrolled out of the plot are not drawn. */
function paintLaneNames({ lanes, plot, theme }: Scene, pen: Pen): void {
  const inSight = (y: number): boolean => y > plot.y && y < plot.y + plot.height
  for (const { key, texts, swatch, color } of lanes) {
    if (swatch && inSight(swatch.y)) pen.circle(key, swatch.x, swatch.y, swatch.radius, color)
    for (const [index, placed] of texts.entries()) {
      if (inSight(placed.y - 4)) pen.text(`${key}:${index}`, placed, theme.paper)
    }
  }
}

/** Under the marks when time runs down, where both share a line; else at the foot, over everything. */
function paintAxis(scene: Scene, pen: Pen): void {
  const { plot, theme, ticks } = scene
  const horizontal = scene.orientation === 'horizontal'
  const foot = plot.y + plot.height
  const spine = horizontal
    ? { x1: plot.x, y1: foot, x2: plot.x + plot.width, y2: foot }
    : { x1: plot.x + 12, y1: plot.y, x2: plot.x + 12, y2: foot }
  pen.open('axis')
  pen.lines('spine', [scene.spine ?? spine], { color: theme.ink3, width: 1.25 * theme.stroke })
  pen.open('ticks', true)
  for (const level of ['minor', 'major'] as const) {
    pen.lines(
      level,
      ticks.flatMap((tick) => (tick.level === level ? tick.line : [])),
      { color: tickColor(level, theme), width: theme.stroke },
    )
  }
  for (const { key, label, secondLine } of ticks) {
    if (label) pen.text(key, label, horizontal ? undefined : theme.paper)
    if (secondLine) pen.text(`${key}:second`, secondLine, theme.paper)
  }
  pen.close()
  if (scene.parentUnit) pen.text('parent', scene.parentUnit, theme.paper)
  if (scene.parentSecondLine) pen.text('parent:second', scene.parentSecondLine, theme.paper)
  pen.close()
}

function tickColor(level: Tick['level'], theme: Theme): string {
  return level === 'minor' && theme.name === 'contrast' ? theme.ink : theme.ink3
}
