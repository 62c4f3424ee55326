import { panelMessages as english, type PanelMessages } from '#i18n/panelMessages.en.ts'
import { panelMessages as chinese } from '#i18n/panelMessages.zh-Hans.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'

/**
 * Words of the panels that are fetched on demand, in the interface's language. All languages come
 * together with the first of these panels: they are small, and switching is then on the spot.
 */
export function usePanelMessages(): PanelMessages {
  return useTimeline().locale === 'zh-Hans' ? chinese : english
}
