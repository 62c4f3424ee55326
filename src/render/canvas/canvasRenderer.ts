import type { Scene } from '#core/scene/scene.ts'
import type { SceneRenderer } from '#render/sceneRenderer.ts'
import { backingOf } from './backing.ts'
import { drawScene } from './drawScene.ts'
import { createStamps } from './stamps.ts'

/**
 * Draws scenes into `host` on a canvas, with as many pixels as the screen has there; `undefined` where the
 * browser draws on none.
 */
export function createCanvasRenderer(host: HTMLElement): SceneRenderer | undefined {
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  // The paper covers everything, so nothing has to shine through.
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return undefined
  host.append(canvas)
  const stamps = createStamps()
  let drawn: Scene | undefined
  let watched: { readonly ratio: number; readonly query: MediaQueryList } | undefined

  const again = (): void => {
    if (drawn) draw(drawn)
  }
  canvas.addEventListener('contextrestored', again)

  return {
    draw,
    dispose() {
      watched?.query.removeEventListener('change', again)
      canvas.remove()
    },
  }

  function draw(scene: Scene): void {
    drawn = scene
    const { devicePixelRatio } = window
    watch(devicePixelRatio)
    const { scale = 1 } = scene
    const size = { width: scene.size.width * scale, height: scene.size.height * scale }
    const { width, height, ratio } = backingOf(size, devicePixelRatio)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    canvas.style.width = `${width / ratio}px`
    canvas.style.height = `${height / ratio}px`
    if (context) drawScene(context, scene, ratio, stamps)
  }

  /** Another screen, or another zoom of the page, has other pixels. */
  function watch(ratio: number): void {
    if (watched?.ratio === ratio) return
    watched?.query.removeEventListener('change', again)
    watched = { ratio, query: window.matchMedia(`(resolution: ${ratio}dppx)`) }
    watched.query.addEventListener('change', again)
  }
}
