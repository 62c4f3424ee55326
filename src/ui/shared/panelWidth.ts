/** Pixels that the panel takes beside the drawing, until somebody moves its edge. */
export const panelWidth = 400
