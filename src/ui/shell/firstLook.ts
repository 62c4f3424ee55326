import { orientationFor } from '#core/scene/frame.ts'
import type { FirstLook } from '#core/scene/prepareInSteps.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { panelWidth } from '#ui/shared/panelWidth.ts'
import { panelPlace } from './Shell.tsx'
import { shellSizeOf } from './useShellSize.ts'

/** What will be shown first, by the room there is: where that is guessed wrongly, the first picture comes later. */
export function firstLook(
  { lanes, filter, panel }: TimelineStoreState,
  { clientWidth, clientHeight }: HTMLElement,
): FirstLook {
  const isBeside = panelPlace(panel, shellSizeOf(clientWidth, clientHeight)) === 'side'
  const drawing = { width: clientWidth - (isBeside ? panelWidth : 0), height: clientHeight }
  return { lanes: orientationFor(drawing) === 'vertical' ? 'none' : lanes, filter }
}
