import type { Box, Extent, Mark, Scene } from '#core/scene/scene.ts'
import { isolated } from '#render/isolated.ts'
import { fadeOf } from '#render/paintMarks.ts'
import type { Pen, Stroke } from '#render/pen.ts'
import { round } from '#render/round.ts'
import { type Context, inkOf } from './ink.ts'
import { drawPlate, type Stamps } from './stamps.ts'

const turn = 2 * Math.PI
const solid: readonly number[] = []
const dots: readonly number[] = [1, 4]
const dashes: readonly number[] = [3, 3]

/**
 * A pen that draws at once. The context stays untransformed, and every length is multiplied by `scale`
 * (device pixels of one pixel of the scene). With `stamps`, what there are many of is copied from them.
 */
export function createCanvasPen(
  context: Context,
  { theme, orientation }: Scene,
  scale: number,
  stamps?: Stamps,
): Pen {
  const ink = inkOf(context, scale)
  let depth = 0
  /** Depths at which a box was begun. */
  const clips: number[] = []
  ink.reset()

  return {
    open() {
      depth += 1
    },
    clip(_key, { x, y, width, height }) {
      clips.push(depth)
      depth += 1
      context.save()
      context.beginPath()
      // On whole pixels: a clip between them would make every shape inside dear to draw.
      const [left, top] = [Math.round(x * scale), Math.round(y * scale)]
      const right = Math.round((x + width) * scale)
      context.rect(left, top, right - left, Math.round((y + height) * scale) - top)
      context.clip()
    },
    close() {
      depth -= 1
      if (depth !== clips.at(-1)) return
      clips.pop()
      context.restore()
      ink.reset()
    },
    area(_key, { x, y, width, height }, color) {
      ink.fill(color)
      context.fillRect(
        x * scale,
        y * scale,
        Math.max(0, width) * scale,
        Math.max(0, height) * scale,
      )
    },
    card(_key, box, color, stroke, corner = 6) {
      const { x, y, width, height } = box
      if (height === 2 * corner) {
        plate(box, color, stroke)
        return
      }
      ink.fill(color)
      context.beginPath()
      context.roundRect(x * scale, y * scale, width * scale, height * scale, corner * scale)
      context.fill()
      trace(stroke)
    },
    circle(_key, x, y, radius, color, stroke, opacity = 1) {
      if (stroke) {
        const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
        plate(box, color, stroke)
        return
      }
      ink.opacity(opacity)
      ink.fill(color)
      context.beginPath()
      context.arc(x * scale, y * scale, radius * scale, 0, turn)
      context.fill()
      ink.opacity(1)
    },
    extent(mark) {
      const { extent } = mark
      if (extent === undefined) return
      const { x, y } = extent.box
      const width = Math.max(0, extent.box.width)
      const height = Math.max(0, extent.box.height)
      fade(mark, extent)
      context.beginPath()
      const corner = (Math.min(width, height) / 2) * scale
      context.roundRect(x * scale, y * scale, width * scale, height * scale, corner)
      context.fill()
      ink.opacity(1)
      if (!extent.dashed) return
      ink.stroke(mark.color, theme.stroke)
      ink.dots(dashes, 'butt')
      context.stroke()
    },
    lines(_key, lines, stroke) {
      if (lines.length === 0) return
      context.beginPath()
      for (const { x1, y1, x2, y2 } of lines) {
        context.moveTo(x1 * scale, y1 * scale)
        context.lineTo(x2 * scale, y2 * scale)
      }
      trace(stroke)
    },
    curve(_key, path, stroke) {
      const whole = new Path2D()
      whole.addPath(new Path2D(path), { a: scale, d: scale })
      trace(stroke, whole)
    },
    text(_key, { text, x, y, anchor, style, color }, halo) {
      const letters = isolated(text)
      // Lines of text snap to whole pixels: in the middle between two, the last digit would decide.
      const [left, base] = [round(x) * scale, round(y) * scale]
      ink.letters(style, anchor)
      if (halo !== undefined) {
        ink.stroke(halo, 3.5)
        ink.dots(solid, 'butt')
        context.strokeText(letters, left, base)
      }
      ink.fill(color)
      context.fillText(letters, left, base)
    },
  }

  function plate({ x, y, width, height }: Box, color: string, stroke: Stroke): void {
    const edge = stroke.width * scale
    const [left, top] = [x * scale - edge / 2, y * scale - edge / 2]
    const whole = {
      width: width * scale + edge,
      height: height * scale + edge,
      edge,
      color,
      edgeColor: stroke.color,
    }
    if (stamps) stamps.put(context, left, top, whole)
    else {
      drawPlate(context, left, top, whole)
      ink.reset()
    }
  }

  function trace({ color, width, dots: kind, opacity }: Stroke, path?: Path2D): void {
    ink.stroke(color, width)
    ink.dots(kind === undefined ? solid : dots, kind === 'round' ? 'round' : 'butt')
    if (opacity !== undefined) ink.opacity(opacity)
    if (path) context.stroke(path)
    else context.stroke()
    if (opacity !== undefined) ink.opacity(1)
  }

  /** Sets what fills a band: one colour, or one that fades out at its ends. */
  function fade({ color }: Mark, extent: Extent): void {
    const horizontal = orientation === 'horizontal'
    const { x, y, width, height } = extent.box
    const length = Math.max(0, horizontal ? width : height)
    const { from, to, opacity } = fadeOf(extent, length, theme)
    ink.opacity(opacity)
    if (from === 0 && to === 1) {
      ink.fill(color)
      return
    }
    const [start, end] = horizontal ? [x, x + length] : [y, y + length]
    const gradient = horizontal
      ? context.createLinearGradient(start * scale, 0, end * scale, 0)
      : context.createLinearGradient(0, start * scale, 0, end * scale)
    const clear = `${color}00`
    gradient.addColorStop(0, from > 0 ? clear : color)
    gradient.addColorStop(from, color)
    gradient.addColorStop(to, color)
    gradient.addColorStop(1, to < 1 ? clear : color)
    ink.fill(gradient)
  }
}
