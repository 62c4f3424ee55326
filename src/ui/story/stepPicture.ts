import type { Size } from '#core/scene/frame.ts'
import { pictureOf } from '#picture/pictureOf.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import type { StepList } from '#state/steps.ts'
import type { TimelineContextValue } from '#ui/TimelineContext.tsx'
import { createMeasureFace } from './measureFace.ts'

/**
 * One step as a standalone SVG file of `size` CSS pixels, as this browser sets text; what is on screen
 * where there are no steps. For print and for previews, which run no timeline of their own.
 */
export function stepPicture(
  context: TimelineContextValue,
  steps: StepList | undefined,
  index: number,
  size: Size,
): string {
  const subject = {
    ...context,
    state: context.store.getState(),
    measure: createMeasureText(),
    face: createMeasureFace(),
  }
  return pictureOf(subject, steps, index, size)
}
