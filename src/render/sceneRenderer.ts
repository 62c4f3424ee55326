import type { Scene } from '#core/scene/scene.ts'

/** The one seam between the scene and the screen. */
export interface SceneRenderer {
  draw(scene: Scene): void
  /** Removes everything that it put into the host. */
  dispose(): void
}
