import type { SceneRenderer } from './sceneRenderer.ts'

/** Undefined where the browser gives no canvas. */
type CreateRenderer = (host: HTMLElement) => SceneRenderer | undefined

let here: CreateRenderer | undefined

/** What makes a canvas renderer, once it has been brought: known at once, with no promise to wait for. */
export function canvasHere(): CreateRenderer | undefined {
  return here
}

/** Fetches the code of the canvas renderer. Rejects where it cannot be had. */
export async function bringCanvas(): Promise<CreateRenderer> {
  here ??= (await import('#render/canvas/canvasRenderer.ts')).createCanvasRenderer
  return here
}
