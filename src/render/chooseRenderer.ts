import type { Scene } from '#core/scene/scene.ts'
import type { SceneRenderer } from './sceneRenderer.ts'
import { countElements } from '#render/svg/countElements.ts'
import { bringCanvas, canvasHere } from './bringCanvas.ts'
import { createSvgRenderer } from '#render/svg/svgRenderer.ts'

export type RendererKind = 'svg' | 'canvas'

/** A renderer that goes from SVG to canvas and back by what the scene holds. */
export interface ChosenRenderer extends SceneRenderer {
  /** Only this one from now on; `undefined` lets the scene decide again. */
  prefer(kind: RendererKind | undefined): void
  /** True while nothing is drawn yet, since the canvas has not come. */
  isWaiting(): boolean
}

/**
 * Elements that the whole page may have: above `most` the scene is drawn on a canvas, and below `few` as SVG
 * again, which is then soon made. Between them it stays as it is, so that a small step does not change it
 * to and fro. From `near` on the canvas may be wanted next.
 */
export const limits = { few: 700, near: 880, most: 1000 }

/** What the page has beside the drawing. */
export interface Surroundings {
  /** Buttons over the marks, at most, each with its list item. */
  readonly mostButtons: number
  /** Elements of the panels, as they are now. */
  panels(): number
}

/** Elements that the page has with a scene as SVG. */
export function elementsFor(scene: Scene, { mostButtons, panels }: Surroundings): number {
  const { counts } = scene
  const buttons = Math.min(mostButtons, counts.marks + counts.gathered)
  return panels() + countElements(scene) + 2 * buttons
}

/** `now`: what draws at present. */
export function chooseKind(elements: number, now: RendererKind): RendererKind {
  if (elements > limits.most) return 'canvas'
  return elements < limits.few ? 'svg' : now
}

/**
 * SVG can be inspected; a canvas holds any number of marks. Its code is fetched when a scene first comes near
 * the limit. A first scene beyond it waits for that; after another one, and where there is no canvas to be
 * had, SVG goes on. The next one draws before the last one leaves, so that no frame is empty. `prefix` is
 * the SVG's.
 */
export function createRenderer(
  host: HTMLElement,
  prefix: string,
  surroundings: Surroundings,
): ChosenRenderer {
  const makeSvg = (): SceneRenderer => createSvgRenderer(host, prefix)
  let isAsked = false
  let isComing = false
  let isDisposed = false
  let preferred: RendererKind | undefined
  let kind: RendererKind = 'svg'
  let current: SceneRenderer | undefined
  let drawn: Scene | undefined

  return {
    draw,
    prefer(wanted) {
      preferred = wanted
      if (drawn) draw(drawn)
    },
    isWaiting: () => current === undefined && isComing,
    dispose() {
      isDisposed = true
      current?.dispose()
    },
  }

  function draw(scene: Scene): void {
    drawn = scene
    const elements = elementsFor(scene, surroundings)
    const wanted = preferred ?? chooseKind(elements, kind)
    if (wanted === 'canvas' || elements > limits.near) void fetchCanvas()
    if (wanted === 'canvas' && current === undefined && isComing) return
    const next =
      wanted === kind ? undefined : wanted === 'canvas' ? canvasHere()?.(host) : makeSvg()
    if (next === undefined) {
      current ??= makeSvg()
      current.draw(scene)
      return
    }
    next.draw(scene)
    current?.dispose()
    current = next
    kind = wanted
  }

  async function fetchCanvas(): Promise<void> {
    if (isAsked || canvasHere()) return
    isAsked = true
    isComing = true
    // Without a network SVG shows the same.
    await bringCanvas().catch(() => undefined)
    isComing = false
    if (!isDisposed && drawn) draw(drawn)
  }
}
