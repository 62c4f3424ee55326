import { contrast, mix } from './color.ts'
import type { Theme } from './theme.ts'

/** Contrast of text on stage, since projectors wash out. */
const stageTextContrast = 7

/** The theme for a projector: all text at 7:1 or more, stronger lines and bands. */
export function stageTheme(theme: Theme): Theme {
  return {
    ...theme,
    ink2: readable(theme.ink2, theme),
    ink3: readable(theme.ink3, theme),
    stroke: theme.stroke * 1.25,
    bandOpacity: Math.max(theme.bandOpacity, 0.42),
  }
}

/** A colour mixed with the ink until it can be read on all papers of a theme. */
export function readable(color: string, theme: Theme): string {
  for (let part = 0; part < 1; part += 0.05) {
    const tried = mix(color, theme.ink, part)
    const papers = [theme.paper, theme.paper2, theme.card]
    if (papers.every((paper) => contrast(tried, paper) >= stageTextContrast)) return tried
  }
  return theme.ink
}
