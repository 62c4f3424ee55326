import type { Scene } from '#core/scene/scene.ts'
import type { SceneRenderer } from '#render/sceneRenderer.ts'
import { svgNodes } from './svgNodes.ts'
import { createSvgTree } from './svgTree.ts'

/** Draws scenes into `host` as live SVG. `prefix` keeps ids apart from other drawings' on the page. */
export function createSvgRenderer(host: HTMLElement, prefix: string): SceneRenderer {
  const tree = createSvgTree()
  const ride = followPan()
  host.append(tree.element)
  return {
    draw: (scene) => tree.show(svgNodes(scene, prefix, ride(scene))),
    dispose: () => tree.element.remove(),
  }
}

/** Beyond this many pixels everything is set anew, before numbers lose their last digits. */
const farthest = 4000

/**
 * How far a scene has been panned, in pixels along the axis, since the one from which it differs by a pan
 * alone. Moving hundreds of elements costs a frame; moving the group around them does not.
 */
export function followPan(): (scene: Scene) => number {
  let from: { readonly scene: Scene; readonly pxPerMs: number } | undefined
  return (scene) => {
    const { span, plot, orientation, size } = scene
    const length = orientation === 'horizontal' ? plot.width : plot.height
    const pxPerMs = length / (span.end - span.start)
    const isPan =
      from !== undefined &&
      from.scene.orientation === orientation &&
      from.scene.size.width === size.width &&
      from.scene.size.height === size.height &&
      Math.abs(from.pxPerMs / pxPerMs - 1) < 1e-9
    const ridden = isPan && from ? (from.scene.span.start - span.start) * from.pxPerMs : 0
    if (isPan && Math.abs(ridden) < farthest) return ridden
    from = { scene, pxPerMs }
    return 0
  }
}
