import { mayBeCrowd } from '#core/layout/isCrowd.ts'
import { type FirstLook, prepareInSteps } from '#core/scene/prepareInSteps.ts'
import type { SceneInput } from '#core/scene/sceneInput.ts'
import { bringCanvas } from '#render/bringCanvas.ts'
import type { Loaded } from './fetchDocument.ts'
import { inSlices } from './parseInSlices.ts'

/** What draws crowds: fetched as soon as it is known that there will be one, so that drawing never waits. */
export async function bringCrowds(): Promise<SceneInput['placeCrowd']> {
  // Where it cannot be had, the drawing does without.
  bringCanvas().catch(() => undefined)
  return (await import('#core/layout/placeCrowd.ts')).placeCrowd
}

/**
 * For a document that is large enough to have crowds: adds what places them, and works out what the first
 * picture asks of all events, in slices. `look` is asked when the document has come.
 */
export async function readyToDraw(
  loaded: Loaded,
  look: () => FirstLook,
  signal: AbortSignal | undefined,
): Promise<Loaded> {
  const { table } = loaded
  if (!mayBeCrowd(table)) return loaded
  const crowds = bringCrowds()
  await inSlices(prepareInSteps(table, look()), signal)
  return { ...loaded, placeCrowd: await crowds }
}
