import type { ShareableState } from '#state/timelineState.ts'
import type { ShellSize } from './useShellSize.ts'

/** Which parts of the page's frame are there, and which of them are folded behind a button. */
export interface Chrome {
  /** `folded`: the title in one line, and a button that brings the controls. */
  readonly header: 'full' | 'folded' | 'none'
  readonly chips: 'shown' | 'folded' | 'none'
  readonly toolbar: 'shown' | 'folded' | 'none'
}

/** Decides by the reader's wish (`ui`), the mode, and the room. Nothing is lost by folding. */
export function chromeFor(
  { ui, mode, steps = 'none' }: Pick<ShareableState, 'ui' | 'mode'> & Partial<ShareableState>,
  { width, compact }: ShellSize,
): Chrome {
  const wanted = ui === 'auto' ? (mode === 'embed' ? 'min' : 'full') : ui
  if (wanted === 'none' || mode === 'present') {
    return { header: 'none', chips: 'none', toolbar: 'none' }
  }
  return {
    header: width === 'narrow' || compact >= 1 || wanted === 'min' ? 'folded' : 'full',
    chips: compact >= 2 || wanted === 'min' ? 'folded' : 'shown',
    // In a frame with steps these have the foot, and the tools come when asked for.
    toolbar: compact >= 3 || (wanted === 'min' && steps !== 'none') ? 'folded' : 'shown',
  }
}
