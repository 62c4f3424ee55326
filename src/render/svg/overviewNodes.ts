import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import type { OverviewScene } from '#core/scene/overview.ts'
import type { Box } from '#core/scene/scene.ts'
import type { SvgNode } from './svgShapes.ts'

function column({ x, y, width, height }: Box, fill: string): SvgNode {
  const round = (value: number): number => Math.round(value * 100) / 100
  return {
    tag: 'rect',
    key: `${x}`,
    attributes: { x, y: round(y), width, height: round(height), rx: 1, fill },
    children: [],
  }
}

/** The overview strip as an SVG tree. The brush over it is HTML, since it takes the keyboard's focus. */
export function overviewNodes(scene: OverviewScene): SvgNode {
  const { theme, size } = scene
  const columns = (key: string, boxes: readonly Box[], fill: string): SvgNode => ({
    tag: 'g',
    key,
    attributes: {},
    children: boxes.map((box) => column(box, fill)),
  })
  return {
    tag: 'svg',
    key: 'root',
    attributes: {
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      'font-family': fontFamilies.sans,
    },
    children: [
      columns('all', scene.all, theme.rule),
      columns('matching', scene.matching, theme.ink3),
      columns('selected', scene.selected ? [scene.selected] : [], theme.ink),
      {
        tag: 'g',
        key: 'labels',
        attributes: {},
        children: scene.labels.map((label) => ({
          tag: 'text',
          key: label.text,
          attributes: {
            x: Math.round(label.x * 100) / 100,
            y: label.y,
            'font-size': fonts[label.style].size,
            'font-weight': fonts[label.style].weight,
            fill: label.color,
          },
          children: [],
          text: label.text,
        })),
      },
    ],
  }
}
