import type { Words } from '#i18n/loadWords.ts'
import type { OpenMessages } from '#i18n/openMessages.en.ts'
import { failureMessagesIn } from '#ui/shared/failureMessages.ts'
import { failureWords } from '#ui/shared/failureWords.ts'
import controls from '#ui/shared/controls.module.css'
import type { Reading } from './readAsked.ts'
import css from './OpenDialog.module.css'

interface FailedPartProps {
  readonly words: OpenMessages
  readonly page: Words
  readonly reading: Extract<Reading, { kind: 'failed' | 'unknown' }>
  readonly isPasted: boolean
  readonly again: string
  readonly onAgain: () => void
}

/** Why nothing could be read, and what to do about it. The page behind stays as it was. */
export function FailedPart(props: FailedPartProps) {
  const { words, page, reading, isPasted, again, onAgain } = props
  const { failure: ofFile } = failureMessagesIn(page.locale)
  const failure = isPasted ? { ...ofFile, ...words.ofText } : ofFile
  const told =
    reading.kind === 'unknown'
      ? { title: words.unknown, text: '', help: reading.hint }
      : failureWords(reading.reason, failure, (bytes) =>
          page.messages.loading.megabytes(bytes / 1_000_000),
        )
  return (
    <div className={css.part} role="alert">
      <h3 className={css.heading}>{told.title}</h3>
      {told.text !== '' && <p>{told.text}</p>}
      {'excerpt' in told && <pre className={css.excerpt}>{told.excerpt}</pre>}
      {'place' in told && told.place !== undefined && (
        <p>{failure.place(told.place.line, told.place.column)}</p>
      )}
      {'finding' in told && <p>{told.finding}</p>}
      {told.help !== '' && <p>{told.help}</p>}
      <div className={css.ways}>
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          onClick={onAgain}
        >
          {again}
        </button>
      </div>
    </div>
  )
}
