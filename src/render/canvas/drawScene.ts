import type { Scene } from '#core/scene/scene.ts'
import { paintScene } from '#render/paintScene.ts'
import { createCanvasPen } from './canvasPen.ts'
import type { Context } from './ink.ts'
import type { Stamps } from './stamps.ts'

/**
 * Draws a whole scene over what the context holds. `ratio`: device pixels of a CSS pixel. `stamps` are for one
 * who draws many of them.
 */
export function drawScene(context: Context, scene: Scene, ratio: number, stamps?: Stamps): void {
  paintScene(scene, createCanvasPen(context, scene, ratio * (scene.scale ?? 1), stamps))
}
