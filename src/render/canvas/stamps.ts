import type { Context } from './ink.ts'

/** A box with round ends and an outline, in device pixels; its width and height include the outline. */
export interface Plate {
  readonly width: number
  readonly height: number
  readonly edge: number
  readonly color: string
  readonly edgeColor: string
}

/**
 * Plates that a frame draws by the hundred, in few sizes and colours: each is drawn once, and copied from then
 * on, which costs a fifth of drawing it.
 */
export interface Stamps {
  /** Puts a plate with its corner at `x`, `y`, to the nearest quarter of a pixel. */
  put(context: Context, x: number, y: number, plate: Plate): void
}

/** Places within a pixel, along each axis. */
const places = 4
/** Around a plate, in pixels: where its soft edge ends. */
const margin = 1
/** Stamps kept at most: a few megabytes. */
const most = 2000

/** Undefined where the browser has no canvas off screen. */
export function createStamps(): Stamps | undefined {
  if (globalThis.OffscreenCanvas === undefined) return undefined
  const board = new OffscreenCanvas(1, 1)
  const pen = board.getContext('2d')
  if (pen === null) return undefined
  // Looked for a thousand times a frame, so by what it is, and not by a text made of that.
  let looks: Looks = new Map()
  let count = 0

  return {
    put(context, x, y, plate) {
      const [column, row] = [Math.round(x * places), Math.round(y * places)]
      const [left, top] = [Math.floor(column / places), Math.floor(row / places)]
      const place = column - left * places + places * (row - top * places)
      const images = imagesOf(plate)
      let image = images[place]
      if (image === undefined) {
        image = draw(plate, column / places - left, row / places - top)
        images[place] = image
        count += 1
      }
      context.drawImage(image, left - margin, top - margin)
    },
  }

  function imagesOf({ color, edgeColor, width, height, edge }: Plate): (ImageBitmap | undefined)[] {
    if (count >= most) {
      looks = new Map()
      count = 0
    }
    const ofSize = within(within(within(within(looks, color), edgeColor), width), height)
    const images = ofSize.get(edge) ?? []
    ofSize.set(edge, images)
    return images
  }

  function draw(plate: Plate, x: number, y: number): ImageBitmap {
    board.width = Math.ceil(x + plate.width) + 2 * margin
    board.height = Math.ceil(y + plate.height) + 2 * margin
    if (pen) drawPlate(pen, x + margin, y + margin, plate)
    return board.transferToImageBitmap()
  }
}

/** By colour, colour of the outline, width, height and outline: one image for each place in a pixel. */
type Looks = Map<
  string,
  Map<string, Map<number, Map<number, Map<number, (ImageBitmap | undefined)[]>>>>
>

function within<K, L, V>(outer: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let inner = outer.get(key)
  if (inner === undefined) {
    inner = new Map()
    outer.set(key, inner)
  }
  return inner
}

/** Two plates, one in the other, look like one and its outline, and cost half as much. */
export function drawPlate(context: Context, x: number, y: number, plate: Plate): void {
  const { width, height, edge } = plate
  context.fillStyle = plate.edgeColor
  context.beginPath()
  context.roundRect(x, y, width, height, height / 2)
  context.fill()
  const [w, h] = [Math.max(0, width - 2 * edge), Math.max(0, height - 2 * edge)]
  context.fillStyle = plate.color
  context.beginPath()
  context.roundRect(x + edge, y + edge, w, h, h / 2)
  context.fill()
}
