import { contrast } from '#core/scene/color.ts'
import type { Label, Mark, Scene } from '#core/scene/scene.ts'
import type { Theme } from '#core/scene/theme.ts'
import { circle, node, rect, round, safeId, type SvgNode, text } from './svgShapes.ts'

export function gradient(mark: Mark, prefix: string, scene: Scene): SvgNode[] {
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

export function extentNode(mark: Mark, prefix: string, theme: Theme): SvgNode[] {
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

export function markNode(mark: Mark, theme: Theme): SvgNode {
  const { x, y, radius, color, selected } = mark
  const parts: SvgNode[] = []
  if (selected) {
    parts.push(circle('halo', x, y, radius + 6, { fill: color, 'fill-opacity': 0.22 }))
  }
  switch (mark.dot) {
    case 'solid':
      parts.push(
        circle('dot', x, y, radius, { fill: color, stroke: theme.paper, 'stroke-width': 1.5 }),
      )
      break
    case 'open':
      parts.push(
        circle('dot', x, y, radius, {
          fill: selected ? color : theme.paper,
          stroke: color,
          // A ring keeps its hole, however small.
          'stroke-width': Math.min(2.25 * theme.stroke, 1.1 * radius),
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

export function labelNode(label: Label, theme: Theme): SvgNode {
  const card = label.card
    ? [
        rect('card', label.card, {
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
