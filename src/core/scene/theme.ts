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
