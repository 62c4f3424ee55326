import type { SceneRenderer } from '#render/sceneRenderer.ts'
import { svgNodes } from './svgNodes.ts'
import { createSvgTree } from './svgTree.ts'

/** Draws scenes into `host` as live SVG. `prefix` keeps ids apart from other drawings' on the page. */
export function createSvgRenderer(host: HTMLElement, prefix: string): SceneRenderer {
  const tree = createSvgTree()
  host.append(tree.element)
  return {
    draw: (scene) => tree.show(svgNodes(scene, prefix)),
    dispose: () => tree.element.remove(),
  }
}
