import { fontFamilies } from '#core/layout/fonts.ts'
import type { Scene } from '#core/scene/scene.ts'
import { paintScene } from '#render/paintScene.ts'
import { createSvgPen } from './svgPen.ts'
import { node, type SvgNode } from './svgShapes.ts'

/**
 * Scene → plain SVG tree. `prefix` makes ids unique among several drawings on one page. The live
 * renderer, the exporter and the golden tests all use this. `ridden`: see `createSvgPen`.
 */
export function svgNodes(scene: Scene, prefix: string, ridden?: number): SvgNode {
  const { size, scale = 1 } = scene
  const pen = createSvgPen(scene, prefix, ridden)
  paintScene(scene, pen)
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: size.width * scale,
    height: size.height * scale,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': fontFamilies.sans,
  }
  return node('svg', 'root', attributes, [
    node('defs', 'defs', {}, pen.definitions),
    ...pen.children,
  ])
}
