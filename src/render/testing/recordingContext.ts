import type { Context } from '#render/canvas/ink.ts'

/** One shape that reached the paper. Lengths in device pixels. */
export interface Drawn {
  readonly kind: 'fill' | 'stroke' | 'fillRect' | 'fillText' | 'strokeText'
  /** Fill or stroke; a gradient as its colours. */
  readonly color: string
  readonly opacity: number
  /** Corners of what was drawn; a text's anchor. */
  readonly points: readonly (readonly [number, number])[]
  readonly text: string
  readonly font: string
  readonly isClipped: boolean
}

export interface RecordingContext {
  readonly context: Context
  readonly drawn: readonly Drawn[]
  /** `save` minus `restore`. */
  depth(): number
}

/** A 2D context that keeps what is drawn, as far as our pen draws. */
export function recordingContext(): RecordingContext {
  const drawn: Drawn[] = []
  const states: { isClipped: boolean }[] = []
  let isClipped = false
  let points: [number, number][] = []
  const context = {
    fillStyle: '' as string | { readonly colors: string[] },
    strokeStyle: '',
    globalAlpha: 1,
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    font: '',
    textAlign: 'start',
    textBaseline: '',
    direction: '',
    setLineDash() {},
    save: () => void states.push({ isClipped }),
    restore: () => {
      isClipped = states.pop()?.isClipped ?? false
    },
    clip: () => {
      isClipped = true
    },
    beginPath: () => {
      points = []
    },
    moveTo: (x: number, y: number) => void points.push([x, y]),
    lineTo: (x: number, y: number) => void points.push([x, y]),
    rect: box,
    roundRect: box,
    arc: (x: number, y: number, radius: number) =>
      void points.push([x - radius, y - radius], [x + radius, y + radius]),
    fill: () => note('fill', points),
    stroke: () => note('stroke', points),
    fillRect: (x: number, y: number, width: number, height: number) => {
      points = []
      box(x, y, width, height)
      note('fillRect', points)
    },
    fillText: (text: string, x: number, y: number) => note('fillText', [[x, y]], text),
    strokeText: (text: string, x: number, y: number) => note('strokeText', [[x, y]], text),
    createLinearGradient: () => {
      const colors: string[] = []
      return { colors, addColorStop: (_at: number, color: string) => void colors.push(color) }
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in has only what the pen uses
  return { context: context as unknown as Context, drawn, depth: () => states.length }

  function box(x: number, y: number, width: number, height: number): void {
    points.push([x, y], [x + width, y + height])
  }

  function note(kind: Drawn['kind'], at: [number, number][], text = ''): void {
    const { fillStyle, strokeStyle, globalAlpha, font } = context
    const fill = typeof fillStyle === 'string' ? fillStyle : fillStyle.colors.join()
    const color = kind.startsWith('stroke') ? strokeStyle : fill
    drawn.push({ kind, color, opacity: globalAlpha, points: at, text, font, isClipped })
  }
}

/** Stands for `Path2D`, which Node has not. */
export class RecordingPath {
  addPath(): void {}
}
