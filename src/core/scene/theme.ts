import type { TextStyle } from '#core/layout/measureText.ts'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** Colours and sizes of the drawing as data, since screen, export and tests share them. */
export interface Theme {
  readonly name: ThemeName
  readonly paper: string
  readonly paper2: string
  readonly card: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly rule: string
  readonly rule2: string
  /** Fixed, colour-blind-safe order; organisation n takes n, after the sixth its lane's colour. */
  readonly organizations: readonly string[]
  /** Opacity of the ink of bands, 0 to 1. */
  readonly bandOpacity: number
  /** Multiplies every stroke. */
  readonly stroke: number
}

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

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    name: 'light',
    paper: '#fbfaf6',
    paper2: '#f5f1e6',
    card: '#ffffff',
    ink: '#1d1b16',
    ink2: '#5d584d',
    ink3: '#6f6959',
    rule: '#e6e1d5',
    rule2: '#efebe1',
    organizations: ['#2155c4', '#b4521a', '#0f7a6c', '#a3264f', '#6d6878', '#7a5c00'],
    bandOpacity: 0.26,
    stroke: 1,
  },
  dark: {
    name: 'dark',
    paper: '#0e1116',
    paper2: '#131821',
    card: '#151a21',
    ink: '#f2efe7',
    ink2: '#b9b5ab',
    ink3: '#9a968c',
    rule: '#262c35',
    rule2: '#1d232b',
    organizations: ['#7aa5ff', '#f0a36b', '#5fc9b6', '#f08bad', '#b6b0c4', '#d9b95b'],
    bandOpacity: 0.3,
    stroke: 1,
  },
  contrast: {
    name: 'contrast',
    paper: '#ffffff',
    paper2: '#ffffff',
    card: '#ffffff',
    ink: '#000000',
    ink2: '#000000',
    ink3: '#000000',
    rule: '#000000',
    rule2: '#000000',
    organizations: ['#0b2f86', '#6b2a00', '#00463d', '#6e0b31', '#333044', '#4a3600'],
    bandOpacity: 0.3,
    stroke: 1.6,
  },
}
