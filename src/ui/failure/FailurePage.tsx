import type { Words } from '#i18n/loadWords.ts'
import { LoadFailure } from '#loading/loadFailure.ts'
import { Notice } from '#ui/shared/Notice.tsx'
import controls from '#ui/shared/controls.module.css'
import { failureMessagesIn } from '#ui/shared/failureMessages.ts'
import { failureWords, type FailureWords } from '#ui/shared/failureWords.ts'
import css from './FailurePage.module.css'

interface FailurePageProps {
  /** Undefined when the reader cancelled. */
  readonly error: Error | undefined
  /** The address of the document as it was asked for. */
  readonly source: string
  readonly words: Words
  readonly onRetry: () => void
  /** Lets the reader choose another document, where that is the reader's to choose. */
  readonly onOpen: (() => void) | undefined
  /** The page with the document that comes with it; absent when that is what failed. */
  readonly shippedAddress: string | undefined
}

/** Instead of a timeline that could not be had. It stands without one: no document, no context. */
export function FailurePage(props: FailurePageProps) {
  const { error, source, onRetry, onOpen, shippedAddress } = props
  const words = failureMessagesIn(props.words.locale).failure
  const told = tell(error, props.words)
  const url = error instanceof LoadFailure ? error.url : source

  return (
    <Notice title={told.title}>
      <p>{told.text}</p>
      {told.excerpt !== undefined && <pre className={css.excerpt}>{told.excerpt}</pre>}
      {told.place !== undefined && <p>{words.place(told.place.line, told.place.column)}</p>}
      {told.finding !== undefined && <p className={css.finding}>{told.finding}</p>}
      {told.help !== '' && <p>{told.help}</p>}
      <dl className={css.where}>
        <dt>{words.where}</dt>
        <dd>{url}</dd>
      </dl>
      <div className={css.ways}>
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          onClick={onRetry}
        >
          {words.retry}
        </button>
        {onOpen !== undefined && (
          <button type="button" className={controls.button} aria-haspopup="dialog" onClick={onOpen}>
            {props.words.messages.header.open}
          </button>
        )}
        {shippedAddress !== undefined && (
          <a className={controls.button} href={shippedAddress}>
            {words.shipped}
          </a>
        )}
      </div>
    </Notice>
  )
}

function tell(error: Error | undefined, { locale, messages }: Words): FailureWords {
  const words = failureMessagesIn(locale).failure
  if (error === undefined) {
    return { title: words.cancelled, text: words.cancelledText, help: '' }
  }
  if (!(error instanceof LoadFailure)) {
    return { title: words.unknown, text: words.unknownText, finding: error.message, help: '' }
  }
  return failureWords(error.reason, words, (bytes) => messages.loading.megabytes(bytes / 1_000_000))
}
