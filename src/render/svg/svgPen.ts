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

/** A pen that leaves a plain SVG tree. `prefix` makes ids unique among several drawings on one page. */
export function createSvgPen({ theme, orientation }: Scene, prefix: string): SvgPen {
  const children: SvgNode[] = []
  const definitions: SvgNode[] = []
  const around: SvgNode[][] = []
  let into = children

  const open = (key: string, attributes: SvgNode['attributes']): void => {
    const inside: SvgNode[] = []
    into.push(node('g', key, attributes, inside))
    around.push(into)
    into = inside
  }

  return {
    children,
    definitions,
    open: (key) => open(key, {}),
    clip(key, box) {
      const id = `${prefix}${key}`
      definitions.push(node('clipPath', key, { id }, [node('rect', 'box', rect(box))]))
      open(key, { 'clip-path': `url(#${id})` })
    },
    close() {
      into = around.pop() ?? children
    },
    area: (key, box, fill) => into.push(node('rect', key, { ...rect(box), fill })),
    card: (key, box, fill, stroke) =>
      into.push(node('rect', key, { ...rect(box), rx: 6, fill, ...outline(stroke) })),
    circle: (key, x, y, radius, fill, stroke, opacity) =>
      into.push(
        node('circle', key, {
          cx: round(x),
          cy: round(y),
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
      const fade = fadeOf(extent, orientation === 'horizontal' ? width : height, theme)
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
      into.push(node('path', key, { d: path, fill: 'none', ...outline(stroke) })),
    text(key, placed, halo) {
      const font = fonts[placed.style]
      into.push({
        ...node('text', key, {
          x: round(placed.x),
          y: round(placed.y),
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

  function gradient(key: string, color: string, fade: Fade, id: string): SvgNode {
    const { from, to, opacity } = fade
    const stop = (offset: number, opacity: number, key: string): SvgNode =>
      node('stop', key, {
        offset: Math.round(offset * 1000) / 1000,
        'stop-color': color,
        'stop-opacity': opacity,
      })
    return node(
      'linearGradient',
      key,
      { id, ...(orientation === 'horizontal' ? {} : { x2: 0, y2: 1 }) },
      [
        stop(0, from > 0 ? 0 : opacity, 'a'),
        stop(from, opacity, 'b'),
        stop(to, opacity, 'c'),
        stop(1, to < 1 ? 0 : opacity, 'd'),
      ],
    )
  }
}

function rect({ x, y, width, height }: Box): SvgNode['attributes'] {
  return {
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
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

/** One line as path data, as short as it can be said: most run along an axis. */
function step({ x1, y1, x2, y2 }: Line): string {
  const start = `M${round(x1)} ${round(y1)}`
  if (x1 === x2) return `${start}V${round(y2)}`
  return y1 === y2 ? `${start}H${round(x2)}` : `${start}L${round(x2)} ${round(y2)}`
}
