import { fontFamilies } from '#core/layout/fonts.ts'
import type { Box, Line, Scene, Spoke, Tick } from '#core/scene/scene.ts'
import type { Theme } from '#core/scene/theme.ts'
import { extentNode, gradient, labelNode, markNode } from './svgMarks.ts'
import { circle, line, node, rect, type SvgNode, text } from './svgShapes.ts'

/**
 * Scene → plain SVG tree. `prefix` makes ids unique among several drawings on one page. The live
 * renderer, the exporter and the golden tests all use this.
 */
export function svgNodes(scene: Scene, prefix: string): SvgNode {
  const { theme, size, plot } = scene
  const horizontal = scene.orientation === 'horizontal'
  return node(
    'svg',
    'root',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width * (scene.scale ?? 1),
      height: size.height * (scene.scale ?? 1),
      viewBox: `0 0 ${size.width} ${size.height}`,
      'font-family': fontFamilies.sans,
    },
    [
      node('defs', 'defs', {}, [
        node('clipPath', 'plot', { id: `${prefix}plot` }, [rect('box', plot, {})]),
        ...scene.marks.flatMap((mark) => gradient(mark, prefix, scene)),
      ]),
      rect('paper', { x: 0, y: 0, ...size }, { fill: theme.paper }),
      node('g', 'eras', {}, eraNodes(scene)),
      node('g', 'lanes', {}, laneRules(scene)),
      node(
        'g',
        'grid',
        {},
        scene.ticks.flatMap((tick) => gridNode(tick, theme)),
      ),
      ...(horizontal ? [] : [axisNode(scene)]),
      node('g', 'plot', { 'clip-path': `url(#${prefix}plot)` }, [
        node(
          'g',
          'relations',
          { fill: 'none', 'stroke-dasharray': '1 4', 'stroke-linecap': 'round' },
          scene.relations.map(({ key, path, color }) =>
            node('path', key, { d: path, stroke: color, 'stroke-width': 1.5 * theme.stroke }),
          ),
        ),
        node(
          'g',
          'extents',
          {},
          scene.marks.flatMap((mark) => extentNode(mark, prefix, theme)),
        ),
        node(
          'g',
          'ties',
          {},
          scene.ties.map((tie) =>
            node('g', tie.key, {}, [
              ...tie.lines.map((part, index) =>
                line(`line${index}`, part, tie.color, theme.stroke),
              ),
              circle('ring', tie.ring.x, tie.ring.y, tie.ring.radius, {
                fill: theme.paper,
                stroke: tie.color,
                'stroke-width': 1.75 * theme.stroke,
              }),
            ]),
          ),
        ),
        node(
          'g',
          'spokes',
          { 'stroke-opacity': 0.45 },
          scene.spokes.map((spoke) => spokeNode(spoke, theme)),
        ),
        node(
          'g',
          'leaders',
          {},
          scene.labels.flatMap(({ key, leader }) =>
            leader ? [line(key, leader, theme.ink3, 0.75 * theme.stroke)] : [],
          ),
        ),
        node(
          'g',
          'marks',
          {},
          scene.marks.map((mark) => markNode(mark, theme)),
        ),
        node(
          'g',
          'labels',
          {},
          scene.labels.map((label) => labelNode(label, theme)),
        ),
      ]),
      ...(horizontal ? [axisNode(scene)] : []),
      node('g', 'names', {}, laneNames(scene)),
    ],
  )
}

function eraNodes(scene: Scene): SvgNode[] {
  const { theme } = scene
  return scene.eras.flatMap((era) => [
    ...(era.tone === 1 ? [rect(`${era.key}:paper`, era.box, { fill: theme.paper2 })] : []),
    ...(theme.name === 'contrast'
      ? [line(`${era.key}:edge`, startEdge(era.box, scene.orientation), theme.ink, 1)]
      : []),
    ...era.texts.map((placed, index) => text(`${era.key}:${index}`, placed, undefined)),
  ])
}

function startEdge({ x, y, width, height }: Box, orientation: Scene['orientation']): Line {
  return orientation === 'horizontal'
    ? { x1: x, y1: y, x2: x, y2: y + height }
    : { x1: x, y1: y, x2: x + width, y2: y }
}

function laneRules({ lanes, theme, plot, size }: Scene): SvgNode[] {
  const top = plot.y
  return lanes.flatMap(({ key, box }) =>
    box.y >= top - 0.5 && box.y <= top + plot.height
      ? [line(key, { x1: 0, y1: box.y, x2: size.width, y2: box.y }, theme.rule, theme.stroke)]
      : [],
  )
}

/** Lane names lie over the plot's left neighbour; those scrolled out of the plot are not drawn. */
function laneNames({ lanes, plot, theme }: Scene): SvgNode[] {
  return lanes.flatMap(({ key, texts, swatch, color }) => {
    const inSight = (y: number): boolean => y > plot.y && y < plot.y + plot.height
    return [
      ...(swatch && inSight(swatch.y)
        ? [circle(`${key}:swatch`, swatch.x, swatch.y, swatch.radius, { fill: color })]
        : []),
      ...texts.flatMap((placed, index) =>
        inSight(placed.y - 4) ? [text(`${key}:${index}`, placed, theme.paper)] : [],
      ),
    ]
  })
}

function spokeNode({ key, line: straight, path, color }: Spoke, theme: Theme): SvgNode {
  if (path === undefined) return line(key, straight, color, theme.stroke)
  const attributes = { d: path, fill: 'none', stroke: color, 'stroke-opacity': 1 }
  return node('path', key, { ...attributes, 'stroke-width': theme.stroke })
}

function gridNode(tick: Tick, theme: Theme): SvgNode[] {
  if (tick.grid === undefined) return []
  const grid = line(tick.key, tick.grid, theme.rule, theme.stroke)
  return [{ ...grid, attributes: { ...grid.attributes, 'stroke-dasharray': '1 4' } }]
}

function tickNodes(tick: Tick, theme: Theme, horizontal: boolean): SvgNode[] {
  const color =
    tick.level === 'major' ? theme.ink3 : theme.name === 'contrast' ? theme.ink : theme.ink3
  return [
    line(`${tick.key}:line`, tick.line, color, theme.stroke),
    ...(tick.label
      ? [text(`${tick.key}:text`, tick.label, horizontal ? undefined : theme.paper)]
      : []),
    ...(tick.secondLine ? [text(`${tick.key}:second`, tick.secondLine, theme.paper)] : []),
  ]
}

/** Under the marks when time runs down, where both share a line; else at the foot, over everything. */
function axisNode(scene: Scene): SvgNode {
  const { plot, theme, orientation } = scene
  const horizontal = orientation === 'horizontal'
  const foot = plot.y + plot.height
  const spine = horizontal
    ? { x1: plot.x, y1: foot, x2: plot.x + plot.width, y2: foot }
    : { x1: plot.x + 12, y1: plot.y, x2: plot.x + 12, y2: foot }
  return node('g', 'axis', {}, [
    line('spine', scene.spine ?? spine, theme.ink3, 1.25 * theme.stroke),
    ...scene.ticks.flatMap((tick) => tickNodes(tick, theme, horizontal)),
    ...(scene.parentUnit ? [text('parent', scene.parentUnit, theme.paper)] : []),
    ...(scene.parentSecondLine ? [text('parent:second', scene.parentSecondLine, theme.paper)] : []),
  ])
}
