/** The text styles that the drawing uses; `theme.fonts` gives each its font and size. */
export type TextStyle =
  | 'label'
  | 'labelStrong'
  | 'labelDate'
  | 'era'
  | 'tick'
  | 'tickStrong'
  | 'lane'
  | 'laneNote'
  | 'cluster'

/** Width of one line of text in CSS pixels. Injected: canvas in the page, a metrics table elsewhere. */
export type MeasureText = (text: string, style: TextStyle) => number
