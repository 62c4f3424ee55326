import type { StepInfo } from './protocol.ts'

/** A slide as its deck hands it to the speaker's previews: everything, once. */
export interface SharedSlide {
  readonly key: string
  readonly infos: readonly StepInfo[]
  /** An SVG file for each step. */
  readonly pictures: readonly string[]
}

type Said = { readonly ask: true } | { readonly slides: readonly SharedSlide[] }

/** Windows of one deck meet under its address; what the speaker's view adds to it stands in the query. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`throughline-reveal:${window.location.pathname}`)
  } catch {
    return undefined
  }
}

/** In the deck: answers its previews. The pictures are drawn when one first asks. */
export function connectPreviews(draw: () => Promise<readonly SharedSlide[]>): () => void {
  const channel = openChannel()
  let drawn: Promise<readonly SharedSlide[]> | undefined
  const onMessage = async ({ data }: MessageEvent<Said>): Promise<void> => {
    if (!('ask' in data)) return
    drawn ??= draw()
    channel?.postMessage({ slides: await drawn } satisfies Said)
  }
  channel?.addEventListener('message', (event) => void onMessage(event))
  return () => channel?.close()
}

/** In a preview: asks the deck, and has nothing after `patience` milliseconds. */
export async function previewSlides(
  patience: number,
): Promise<{ readonly slides: readonly SharedSlide[]; readonly stop: () => void }> {
  const channel = openChannel()
  const slides = await new Promise<readonly SharedSlide[]>((resolve) => {
    const timer = setTimeout(() => resolve([]), channel ? patience : 0)
    channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (!('slides' in data)) return
      clearTimeout(timer)
      resolve(data.slides)
    })
    channel?.postMessage({ ask: true } satisfies Said)
  })
  return { slides, stop: () => channel?.close() }
}
