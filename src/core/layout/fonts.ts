import type { TextStyle } from './measureText.ts'

export interface FontSpec {
  readonly family: 'sans' | 'serif'
  readonly size: number
  readonly weight: number
  readonly lineHeight: number
}

/** Font stacks; the first name of each is self-hosted, the rest must look right without it. */
export const fontFamilies = {
  sans: "'Inter Variable', 'Noto Sans', 'Segoe UI', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif",
  serif:
    "'Noto Serif Variable', Georgia, 'Songti SC', 'Noto Serif SC', 'Noto Serif CJK SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', serif",
} as const

/** Sizes in CSS pixels. Nothing is under 11. */
export const fonts: Readonly<Record<TextStyle, FontSpec>> = {
  label: { family: 'sans', size: 12.5, weight: 500, lineHeight: 16 },
  labelStrong: { family: 'sans', size: 13.5, weight: 650, lineHeight: 17 },
  labelDate: { family: 'sans', size: 11, weight: 400, lineHeight: 14 },
  era: { family: 'sans', size: 12.5, weight: 600, lineHeight: 16 },
  tick: { family: 'sans', size: 11, weight: 400, lineHeight: 14 },
  tickStrong: { family: 'sans', size: 13.5, weight: 650, lineHeight: 17 },
  lane: { family: 'sans', size: 13.5, weight: 600, lineHeight: 17 },
  laneNote: { family: 'sans', size: 11, weight: 400, lineHeight: 14 },
  cluster: { family: 'sans', size: 11, weight: 650, lineHeight: 14 },
}
