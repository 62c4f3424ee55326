import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import css from './Header.module.css'

const themes = ['auto', 'light', 'dark', 'contrast'] as const

const selectTheme = (state: TimelineStoreState) => state.theme
const selectActions = (state: TimelineStoreState) => state.actions

/** The browser's own choice list, under a picture: it is right on every device and with every reader. */
export function ThemeSwitch() {
  const words = useTimeline().messages.header
  const wanted = useTimelineStore(selectTheme)
  const actions = useTimelineStore(selectActions)

  return (
    <span className={css.picture} title={words.theme}>
      <Icon name="theme" />
      <select
        className={css.select}
        aria-label={words.theme}
        value={wanted}
        onChange={(event) => {
          const theme = themes.find((theme) => theme === event.target.value)
          if (theme !== undefined) actions.setTheme(theme)
        }}
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {words.themes[theme]}
          </option>
        ))}
      </select>
    </span>
  )
}
