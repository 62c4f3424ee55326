import type { DocumentHead } from '#core/model/document.ts'
import { fitColor } from './color.ts'
import type { Theme } from './theme.ts'

/**
 * Colour of each organisation in a theme: the author's own; else its lane's; else its place in the
 * palette, and after the sixth its lane's place. Organisations of a lane without colours share one.
 */
export function organizationColors(document: DocumentHead, theme: Theme): Map<string, string> {
  const laneColors = new Map(document.lanes.map((lane) => [lane.id, lane.color]))
  const laneOrder = new Map(document.lanes.map((lane, index) => [lane.id, index]))
  const palette = (index: number): string =>
    theme.organizations[index % theme.organizations.length] ?? theme.ink2
  const result = new Map<string, string>()
  for (const [index, organization] of document.organizations.entries()) {
    const lane = organization.lane
    const authored = organization.color ?? (lane === undefined ? undefined : laneColors.get(lane))
    const place = lane === undefined ? index : (laneOrder.get(lane) ?? index)
    result.set(organization.id, authored === undefined ? palette(place) : fitColor(authored, theme))
  }
  return result
}
