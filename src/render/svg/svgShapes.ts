import { fonts } from '#core/layout/fonts.ts'
import type { Box, Line, PlacedText } from '#core/scene/scene.ts'

/** One SVG element as data. `key` is unique among its siblings and stable from frame to frame. */
export interface SvgNode {
  readonly tag: string
  readonly key: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly SvgNode[]
  readonly text?: string
}

export function node(
  tag: string,
  key: string,
  attributes: SvgNode['attributes'],
  children: readonly SvgNode[] = [],
): SvgNode {
  return { tag, key, attributes, children }
}

/** Two decimals are finer than any screen shows, and keep golden files short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

export function rect(
  key: string,
  { x, y, width, height }: Box,
  more: SvgNode['attributes'],
): SvgNode {
  return node('rect', key, {
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
    ...more,
  })
}

export function line(
  key: string,
  { x1, y1, x2, y2 }: Line,
  stroke: string,
  width: number,
): SvgNode {
  return node('line', key, {
    x1: round(x1),
    y1: round(y1),
    x2: round(x2),
    y2: round(y2),
    stroke,
    'stroke-width': width,
  })
}

export function circle(
  key: string,
  x: number,
  y: number,
  r: number,
  more: SvgNode['attributes'],
): SvgNode {
  return node('circle', key, { cx: round(x), cy: round(y), r: round(r), ...more })
}

/** Text with a halo of paper, so that a hairline behind it never cuts a letter. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

export function text(key: string, placed: PlacedText, halo: string | undefined): SvgNode {
  const font = fonts[placed.style]
  return {
    ...node('text', key, {
      x: round(placed.x),
      y: round(placed.y),
      'font-size': font.size,
      'font-weight': font.weight,
      fill: placed.color,
      ...(placed.anchor === 'start' ? {} : { 'text-anchor': placed.anchor }),
      ...(halo === undefined
        ? {}
        : {
            stroke: halo,
            'stroke-width': 3.5,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
    }),
    text: isolated(placed.text),
  }
}

/**
 * A text in a right-to-left script in a picture whose lines run left to right: without the marks around it
 * (U+2068, U+2069) its full stop would stand at the wrong end. They have no width.
 */
function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}

/**
 * Letters, digits, `-` and `_` only, so that an author's id is safe inside `url(#…)`. Different keys
 * stay different.
 */
export function safeId(key: string): string {
  return key.replaceAll(
    /[^A-Za-z0-9-]/gu,
    (character) => `_${character.codePointAt(0)?.toString(36)}_`,
  )
}
