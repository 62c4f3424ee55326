import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'

import type { ThemeName } from '#core/scene/theme.ts'
import type { TimelineStore, TimelineStoreState } from '#state/timelineStore.ts'
import type { Surroundings } from '#ui/TimelineContext.tsx'
import { useMediaQuery } from '#ui/shared/useMediaQuery.ts'

const selectTheme = (state: TimelineStoreState) => state.theme
const selectMotion = (state: TimelineStoreState) => state.motion

/** Resolves theme and motion from wish and system, and tells the style sheets by attributes of the root. */
export function useAppearance(
  store: TimelineStore,
  { root, testing }: Pick<Surroundings, 'root' | 'testing'>,
): { readonly theme: ThemeName; readonly motion: boolean } {
  const wantedTheme = useStore(store, selectTheme)
  const wantedMotion = useStore(store, selectMotion)
  const dark = useMediaQuery('(prefers-color-scheme: dark)')
  const contrast = useMediaQuery('(prefers-contrast: more)')
  // The drawing keeps its own colours there, so it takes those nearest to the system's.
  const forced = useMediaQuery('(forced-colors: active)')
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')

  const system = contrast || (forced && !dark) ? 'contrast' : dark ? 'dark' : 'light'
  const theme = wantedTheme === 'auto' ? system : wantedTheme
  const motion = wantedMotion === 'auto' ? !calm && !testing : wantedMotion === 'on'

  useLayoutEffect(() => {
    root.setAttribute('data-theme', theme)
    root.setAttribute('data-motion', motion ? 'on' : 'off')
  }, [root, theme, motion])

  return { theme, motion }
}
