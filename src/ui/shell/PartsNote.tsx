import { countEvents } from '#core/data/eventTable.ts'
import { countHere } from '#core/tiles/countHere.ts'
import { partsMessages as english } from '#i18n/partsMessages.en.ts'
import { partsMessages as chinese } from '#i18n/partsMessages.zh-Hans.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './Foot.module.css'

/** Of a timeline in parts: how much of it is here, and what to do where some could not be had. */
export function PartsNote() {
  const { table, locale, failedParts, retryParts } = useTimeline()
  const words = locale === 'zh-Hans' ? chinese : english
  return (
    <>
      <p className={css.origin} title={words.partialHint}>
        {words.partial(countHere(table), countEvents(table))}
      </p>
      {failedParts > 0 && (
        <button type="button" className={`${controls.link} ${css.problems}`} onClick={retryParts}>
          {words.partsFailed}
        </button>
      )}
    </>
  )
}
