import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import { contrast } from '#core/scene/color.ts'
import type { Box, Label, Line, Mark, PlacedText, Scene, Tick } from '#core/scene/scene.ts'
import type { Theme } from '#core/scene/theme.ts'

/** One SVG element as data. `key` is unique among its siblings and stable from frame to frame. */
export interface SvgNode {
  readonly tag: string
  readonly key: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly SvgNode[]
  readonly text?: string
}

function node(
  tag: string,
  key: string,
  attributes: SvgNode['attributes'],
  children: readonly SvgNode[] = [],
): SvgNode {
  return { tag, key, attributes, children }
}

/** Two decimals are finer than any screen shows, and keep golden files short. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

function rect(key: string, { x, y, width, height }: Box, more: SvgNode['attributes']): SvgNode {
  return node('rect', key, {
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
    ...more,
  })
}

function line(key: string, { x1, y1, x2, y2 }: Line, stroke: string, width: number): SvgNode {
  return node('line', key, {
    x1: round(x1),
    y1: round(y1),
    x2: round(x2),
    y2: round(y2),
    stroke,
    'stroke-width': width,
  })
}

function circle(key: string, x: number, y: number, r: number, more: SvgNode['attributes']): SvgNode {
  return node('circle', key, { cx: round(x), cy: round(y), r: round(r), ...more })
}

/** Text with a halo of paper, so that a hairline behind it never cuts a letter. */
function text(key: string, placed: PlacedText, halo: string | undefined): SvgNode {
  const font = fonts[placed.style]
  return {
    ...node('text', key, {
      x: round(placed.x),
      y: round(placed.y),
      'font-size': font.size,
      'font-weight': font.weight,
      fill: placed.color,
      ...(placed.anchor === 'start' ? {} : { 'text-anchor': placed.anchor }),
      ...(halo === undefined
        ? {}
        : { stroke: halo, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
    }),
    text: placed.text,
  }
}

/** Letters, digits, `-` and `_` only, so that an author's id is safe inside `url(#…)`. */
function safeId(key: string): string {
  return key.replaceAll(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(36)}`)
}

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
      width: size.width,
      height: size.height,
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
      node('g', 'grid', {}, scene.ticks.flatMap((tick) => gridNode(tick, theme))),
      ...(horizontal ? [] : [axisNode(scene)]),
      node('g', 'plot', { 'clip-path': `url(#${prefix}plot)` }, [
        node('g', 'relations', { fill: 'none', 'stroke-dasharray': '1 4', 'stroke-linecap': 'round' },
          scene.relations.map(({ key, path, color }) =>
            node('path', key, { d: path, stroke: color, 'stroke-width': 1.5 * theme.stroke }),
          ),
        ),
        node('g', 'extents', {}, scene.marks.flatMap((mark) => extentNode(mark, prefix, theme))),
        node('g', 'ties', {}, scene.ties.map((tie) =>
          node('g', tie.key, {}, [
            line('line', tie.line, tie.color, theme.stroke),
            circle('ring', tie.ring.x, tie.ring.y, tie.ring.radius, {
              fill: theme.paper,
              stroke: tie.color,
              'stroke-width': 1.75 * theme.stroke,
            }),
          ]),
        )),
        node('g', 'spokes', { 'stroke-opacity': 0.45 }, scene.spokes.map((spoke) =>
          line(spoke.key, spoke.line, spoke.color, theme.stroke),
        )),
        node('g', 'leaders', {}, scene.labels.flatMap(({ key, leader }) =>
          leader ? [line(key, leader, theme.ink3, 0.75 * theme.stroke)] : [],
        )),
        node('g', 'marks', {}, scene.marks.map((mark) => markNode(mark, theme))),
        node('g', 'labels', {}, scene.labels.map((label) => labelNode(label, theme))),
      ]),
      ...(horizontal ? [axisNode(scene)] : []),
      node('g', 'names', {}, laneNames(scene)),
    ],
  )
}

function gradient(mark: Mark, prefix: string, scene: Scene): SvgNode[] {
  const { extent } = mark
  if (extent === undefined) return []
  const horizontal = scene.orientation === 'horizontal'
  const length = Math.max(1, horizontal ? extent.box.width : extent.box.height)
  const first = Math.min(1, extent.fade[0] / length)
  const last = Math.max(first, 1 - extent.fade[1] / length)
  const full = extent.shape === 'bar' ? 0.85 : scene.theme.bandOpacity
  const stop = (offset: number, opacity: number, key: string): SvgNode =>
    node('stop', key, {
      offset: Math.round(offset * 1000) / 1000,
      'stop-color': mark.color,
      'stop-opacity': opacity,
    })
  return [
    node(
      'linearGradient',
      mark.key,
      {
        id: `${prefix}${safeId(mark.key)}`,
        ...(horizontal ? {} : { x2: 0, y2: 1 }),
      },
      [
        stop(0, first > 0 ? 0 : full, 'a'),
        stop(first, full, 'b'),
        stop(last, full, 'c'),
        stop(1, last < 1 ? 0 : full, 'd'),
      ],
    ),
  ]
}

function extentNode(mark: Mark, prefix: string, theme: Theme): SvgNode[] {
  const { extent } = mark
  if (extent === undefined) return []
  const corner = round(Math.min(extent.box.width, extent.box.height) / 2)
  return [
    rect(mark.key, extent.box, {
      rx: corner,
      fill: `url(#${prefix}${safeId(mark.key)})`,
      ...(extent.dashed
        ? { stroke: mark.color, 'stroke-width': theme.stroke, 'stroke-dasharray': '3 3' }
        : {}),
    }),
  ]
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

function gridNode(tick: Tick, theme: Theme): SvgNode[] {
  if (tick.grid === undefined) return []
  const grid = line(tick.key, tick.grid, theme.rule, theme.stroke)
  return [{ ...grid, attributes: { ...grid.attributes, 'stroke-dasharray': '1 4' } }]
}

function tickNodes(tick: Tick, theme: Theme, horizontal: boolean): SvgNode[] {
  const color = tick.level === 'major' ? theme.ink3 : theme.name === 'contrast' ? theme.ink : theme.ink3
  return [
    line(`${tick.key}:line`, tick.line, color, theme.stroke),
    ...(tick.label ? [text(`${tick.key}:text`, tick.label, horizontal ? undefined : theme.paper)] : []),
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
    line('spine', spine, theme.ink3, 1.25 * theme.stroke),
    ...scene.ticks.flatMap((tick) => tickNodes(tick, theme, horizontal)),
    ...(scene.parentUnit ? [text('parent', scene.parentUnit, theme.paper)] : []),
  ])
}

function markNode(mark: Mark, theme: Theme): SvgNode {
  const { x, y, radius, color, selected } = mark
  const parts: SvgNode[] = []
  if (selected) {
    parts.push(circle('halo', x, y, radius + 6, { fill: color, 'fill-opacity': 0.22 }))
  }
  switch (mark.dot) {
    case 'solid':
      parts.push(circle('dot', x, y, radius, { fill: color, stroke: theme.paper, 'stroke-width': 1.5 }))
      break
    case 'open':
      parts.push(
        circle('dot', x, y, radius, {
          fill: selected ? color : theme.paper,
          stroke: color,
          'stroke-width': 2.25 * theme.stroke,
        }),
      )
      break
    case 'cluster':
      parts.push(
        circle('dot', x, y, radius, {
          fill: selected ? color : theme.card,
          stroke: color,
          'stroke-width': 1.5 * theme.stroke,
        }),
        badge(mark.count, x, y, selected ? readableOn(color, theme) : theme.ink),
      )
      break
    case 'none':
      break
  }
  if (mark.dot !== 'cluster' && mark.count > 0) {
    parts.push(
      circle('more', x + radius + 6, y - radius - 3, 8.5, {
        fill: theme.card,
        stroke: color,
        'stroke-width': theme.stroke,
      }),
      badge(mark.count, x + radius + 6, y - radius - 3, theme.ink),
    )
  }
  return node('g', mark.key, {}, parts)
}

function readableOn(color: string, theme: Theme): string {
  return contrast(color, theme.ink) > contrast(color, theme.card) ? theme.ink : theme.card
}

function badge(count: number, x: number, y: number, color: string): SvgNode {
  return text(
    'count',
    { text: String(count), x, y: y + 4, anchor: 'middle', style: 'cluster', color },
    undefined,
  )
}

function labelNode(label: Label, theme: Theme): SvgNode {
  const { x, y, width, height } = label.box
  const card = label.card
    ? [
        rect('card', { x: x - 7, y: y - 5, width: width + 14, height: height + 9 }, {
          rx: 6,
          fill: theme.card,
          stroke: label.selected ? theme.ink : theme.rule,
          'stroke-width': 1.25 * theme.stroke,
        }),
      ]
    : []
  return node('g', label.key, {}, [
    ...card,
    ...label.lines.map((placed, index) =>
      text(String(index), placed, label.card ? undefined : theme.paper),
    ),
  ])
}
