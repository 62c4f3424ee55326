import type { OverviewScene } from '#core/scene/overview.ts'
import type { Box, PlacedText } from '#core/scene/scene.ts'
import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import { round } from '#render/round.ts'
import { node, type SvgNode } from './svgShapes.ts'

/** One column as path data, its corners rounded by a pixel. */
function column({ x, y, width, height }: Box): string {
  const [across, down] = [round(width - 2), round(height - 2)]
  const corner = (right: number, below: number): string => `a1 1 0 0 1 ${right} ${below}`
  return `M${x + 1} ${round(y)}h${across}${corner(1, 1)}v${down}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}z`
}

/**
 * The overview strip as an SVG tree; all columns of a kind are one path, since there are hundreds. The brush
 * over it is HTML, since it takes the keyboard's focus.
 */
export function overviewNodes(scene: OverviewScene): SvgNode {
  const { theme, size } = scene
  const columns = (key: string, boxes: readonly Box[], fill: string): SvgNode =>
    node('path', key, { d: boxes.map(column).join(''), fill })
  const label = ({ text, x, y, style, color: fill }: PlacedText): SvgNode => {
    const { size, weight } = fonts[style]
    return {
      ...node('text', text, { x: round(x), y, 'font-size': size, 'font-weight': weight, fill }),
      text,
    }
  }
  const attributes = {
    width: size.width,
    height: size.height,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': fontFamilies.sans,
  }
  return node('svg', 'root', attributes, [
    columns('all', scene.all, theme.rule),
    columns('matching', scene.matching, theme.ink3),
    columns('selected', scene.selected ? [scene.selected] : [], theme.ink),
    ...scene.labels.map(label),
  ])
}
