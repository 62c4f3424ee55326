import type { Scene } from '#core/scene/scene.ts'

/** How many elements the drawing of a scene has as SVG, without building it. */
export function countElements(scene: Scene): number {
  const { eras, lanes, ticks, marks, labels, ties, spokes, relations, theme } = scene
  // The svg, its paper, definitions with the clip path, groups, what rides, paths of many lines, the parent unit.
  let count = 26
  for (const { tone, texts } of eras) {
    count += texts.length + tone + (theme.name === 'contrast' ? 1 : 0)
  }
  for (const { texts, swatch } of lanes) count += texts.length + (swatch ? 1 : 0)
  for (const { label, secondLine } of ticks) count += (label ? 1 : 0) + (secondLine ? 1 : 0)
  count += 2 * ties.length + spokes.length + relations.length
  for (const { dot, extent, count: counted, selected } of marks) {
    if (dot !== 'none') count += 1
    // What is not alone stands in a group: a halo, the count, and the count's badge beside a dot.
    if (dot === 'cluster') count += 2
    else if (counted > 0) count += 3
    else if (selected) count += 1
    if (selected) count += 1
    // Five for a gradient.
    if (extent) count += extent.fade[0] > 0 || extent.fade[1] > 0 ? 6 : 1
  }
  const plate = theme.name === 'contrast' ? 1 : 0
  for (const { card, lines } of labels) count += 1 + (card ? 1 : plate) + lines.length
  return count
}
