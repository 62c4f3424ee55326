import { mayBeCrowd } from '#core/layout/isCrowd.ts'
import type { Loaded } from './fetchDocument.ts'

/** Adds what places crowds to a document that is large enough to have any. */
export async function withCrowds(loaded: Loaded): Promise<Loaded> {
  if (!mayBeCrowd(loaded.table)) return loaded
  const { placeCrowd } = await import('#core/layout/placeCrowd.ts')
  return { ...loaded, placeCrowd }
}
