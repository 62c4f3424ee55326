import { fonts } from '#core/layout/fonts.ts'
import type { Box, Line, Scene } from '#core/scene/scene.ts'
import { isolated } from '#render/isolated.ts'
import { type Fade, fadeOf } from '#render/paintMarks.ts'
import type { Pen, Stroke } from '#render/pen.ts'
import { round } from '#render/round.ts'
import { node, safeId, type SvgNode } from './svgShapes.ts'

export interface SvgPen extends Pen {
  /** What was painted, and the definitions that it refers to. */
  readonly children: readonly SvgNode[]
  readonly definitions: readonly SvgNode[]
}

/**
 * A pen that leaves a plain SVG tree. `prefix` makes ids unique among several drawings on one page. `ridden`:
 * pixels along the axis that what rides is moved by as one, so that in a pan its parts keep their places.
 */
export function createSvgPen({ theme, orientation }: Scene, prefix: string, ridden = 0): SvgPen {
  const horizontal = orientation === 'horizontal'
  const children: SvgNode[] = []
  const definitions: SvgNode[] = []
  const around: { readonly into: SvgNode[]; readonly along: number }[] = []
  let into = children
  /** How far the group around stands along the axis already. */
  let along = 0
  const atX = (x: number): number => round(horizontal ? x - along : x)
  const atY = (y: number): number => round(horizontal ? y : y - along)
  const moved = (by: number): SvgNode['attributes'] =>
    by === 0 ? {} : { transform: horizontal ? `translate(${by})` : `translate(0 ${by})` }

  const open = (key: string, attributes: SvgNode['attributes']): void => {
    const inside: SvgNode[] = []
    into.push(node('g', key, attributes, inside))
    around.push({ into, along })
    into = inside
  }

  return {
    children,
    definitions,
    open(key, rides = false) {
      const by = rides ? ridden : 0
      open(key, moved(by))
      along += by
    },
    clip(key, box) {
      const id = `${prefix}${key}`
      definitions.push(node('clipPath', key, { id }, [node('rect', 'box', rect(box))]))
      open(key, { 'clip-path': `url(#${id})` })
    },
    close() {
      ;({ into, along } = around.pop() ?? { into: children, along: 0 })
    },
    area: (key, box, fill) => into.push(node('rect', key, { ...rect(box), fill })),
    card: (key, box, fill, stroke, corner = 6) =>
      into.push(node('rect', key, { ...rect(box), rx: corner, fill, ...outline(stroke) })),
    circle: (key, x, y, radius, fill, stroke, opacity) =>
      into.push(
        node('circle', key, {
          cx: atX(x),
          cy: atY(y),
          r: round(radius),
          fill,
          ...(opacity === undefined ? {} : { 'fill-opacity': opacity }),
          ...(stroke && outline(stroke)),
        }),
      ),
    extent(mark) {
      const { key, extent, color } = mark
      if (extent === undefined) return
      const { width, height } = extent.box
      const fade = fadeOf(extent, horizontal ? width : height, theme)
      const fades = fade.from > 0 || fade.to < 1
      const id = `${prefix}${safeId(key)}`
      if (fades) definitions.push(gradient(key, color, fade, id))
      into.push(
        node('rect', key, {
          ...rect(extent.box),
          rx: round(Math.min(width, height) / 2),
          ...(fades ? { fill: `url(#${id})` } : { fill: color, 'fill-opacity': fade.opacity }),
          ...(extent.dashed
            ? { ...outline({ color, width: theme.stroke }), 'stroke-dasharray': '3 3' }
            : {}),
        }),
      )
    },
    lines(key, lines, stroke) {
      if (lines.length === 0) return
      into.push(node('path', key, { d: lines.map(step).join(''), ...outline(stroke) }))
    },
    curve: (key, path, stroke) =>
      into.push(node('path', key, { d: path, fill: 'none', ...moved(-along), ...outline(stroke) })),
    text(key, placed, halo) {
      const font = fonts[placed.style]
      into.push({
        ...node('text', key, {
          x: atX(placed.x),
          y: atY(placed.y),
          'font-size': font.size,
          'font-weight': font.weight,
          fill: placed.color,
          ...(placed.anchor === 'start' ? {} : { 'text-anchor': placed.anchor }),
          ...(halo === undefined
            ? {}
            : {
                stroke: halo,
                'stroke-width': 3.5,
                'stroke-linejoin': 'round',
                'paint-order': 'stroke',
              }),
        }),
        text: isolated(placed.text),
      })
    },
  }

  function rect({ x, y, width, height }: Box): SvgNode['attributes'] {
    return {
      x: atX(x),
      y: atY(y),
      width: round(Math.max(0, width)),
      height: round(Math.max(0, height)),
    }
  }

  /** One line as path data, as short as it can be said: most run along an axis. */
  function step({ x1, y1, x2, y2 }: Line): string {
    const start = `M${atX(x1)} ${atY(y1)}`
    if (x1 === x2) return `${start}V${atY(y2)}`
    return y1 === y2 ? `${start}H${atX(x2)}` : `${start}L${atX(x2)} ${atY(y2)}`
  }

  function gradient(key: string, color: string, fade: Fade, id: string): SvgNode {
    const { from, to, opacity } = fade
    const stop = (offset: number, opacity: number, key: string): SvgNode =>
      node('stop', key, {
        offset: Math.round(offset * 1000) / 1000,
        'stop-color': color,
        'stop-opacity': opacity,
      })
    return node('linearGradient', key, { id, ...(horizontal ? {} : { x2: 0, y2: 1 }) }, [
      stop(0, from > 0 ? 0 : opacity, 'a'),
      stop(from, opacity, 'b'),
      stop(to, opacity, 'c'),
      stop(1, to < 1 ? 0 : opacity, 'd'),
    ])
  }
}

function outline({ color, width, dots, opacity }: Stroke): SvgNode['attributes'] {
  return {
    stroke: color,
    'stroke-width': width,
    ...(opacity === undefined ? {} : { 'stroke-opacity': opacity }),
    ...(dots === undefined ? {} : { 'stroke-dasharray': '1 4' }),
    ...(dots === 'round' ? { 'stroke-linecap': 'round' } : {}),
  }
}
