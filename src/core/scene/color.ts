import type { Theme } from './theme.ts'
import { themes } from './theme.ts'

type Rgb = readonly [number, number, number]

function parse(hex: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1]
  if (digits === undefined) return undefined
  const value = Number.parseInt(digits, 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function toHex([red, green, blue]: Rgb): string {
  const value = (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue)
  return `#${value.toString(16).padStart(6, '0')}`
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). 1 when one of them cannot be read. */
export function contrast(first: string, second: string): number {
  const p = parse(first)
  const q = parse(second)
  if (!p || !q) return 1
  const [light, dark] = [luminance(p), luminance(q)].toSorted((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** `first` mixed with `part` (0 to 1) of `second`. */
export function mix(first: string, second: string, part: number): string {
  const p = parse(first)
  const q = parse(second)
  if (!p || !q) return first
  return toHex([
    p[0] + (q[0] - p[0]) * part,
    p[1] + (q[1] - p[1]) * part,
    p[2] + (q[2] - p[2]) * part,
  ])
}

/**
 * The author's colour made fit for a theme: a palette colour takes its counterpart, any other is mixed
 * with the ink until it stands out from the paper (3:1 for marks, 4.5:1 in the contrast theme).
 */
export function fitColor(color: string, theme: Theme): string {
  const inPalette = themes.light.organizations.indexOf(color.toLowerCase())
  if (inPalette >= 0) return theme.organizations[inPalette] ?? color
  const wanted = theme.name === 'contrast' ? 4.5 : 3
  for (let part = 0; part < 1; part += 0.1) {
    const tried = mix(color, theme.ink, part)
    if (contrast(tried, theme.paper) >= wanted) return tried
  }
  return theme.ink
}
