import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { localeNames, locales } from '#i18n/locales.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import controls from '#ui/shared/controls.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

/** A button for each other language, in its own words: whoever needs it can read it. */
export function LanguageSwitch() {
  const { locale } = useTimeline()
  const actions = useTimelineStore(selectActions)

  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <button
        key={other}
        type="button"
        lang={other}
        className={`${controls.button} ${controls.quiet}`}
        onClick={() => actions.setLang(other)}
      >
        {localeNames[other]}
      </button>
    ))
}
