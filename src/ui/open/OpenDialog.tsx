import { useEffect, useRef, useState } from 'react'

import type { Words } from '#i18n/loadWords.ts'
import type { Answers, ForeignFile } from '#loading/readForeign.ts'
import { Dialog } from '#ui/shared/Dialog.tsx'
import controls from '#ui/shared/controls.module.css'
import { AskPart } from './AskPart.tsx'
import { FailedPart } from './FailedPart.tsx'
import { MappingPart } from './MappingPart.tsx'
import { openMessagesIn } from './openMessages.ts'
import { type Asked, readAsked, type Reading } from './readAsked.ts'
import { SummaryPart } from './SummaryPart.tsx'
import css from './OpenDialog.module.css'

interface OpenDialogProps {
  readonly words: Words
  /** What was dropped or pasted before the dialog was there; a text has no name. */
  readonly first: ForeignFile | undefined
  readonly onShow: (shown: Extract<Reading, { kind: 'read' }>) => void
  readonly onClose: () => void
}

/**
 * Lets the reader choose another timeline, by address, file or text. What it holds is told before it
 * is shown: nothing on the page changes until then.
 */
export function OpenDialog({ words, first, onShow, onClose }: OpenDialogProps) {
  const own = openMessagesIn(words.locale)
  const [asked, setAsked] = useState<Asked | undefined>(first && askedBy(first, own.pasted))
  const [pasted, setPasted] = useState('')
  const [answers, setAnswers] = useState<Answers>({})
  const [reading, setReading] = useState<Reading>()
  const stage = useRef<HTMLDivElement>(null)

  // Whatever drops while the dialog is open takes the place of what was asked for.
  const [known, setKnown] = useState(first)
  if (first !== known) {
    setKnown(first)
    setAsked(first && askedBy(first, own.pasted))
    setAnswers({})
    setReading(undefined)
  }

  useEffect(() => {
    if (asked === undefined) return undefined
    const controller = new AbortController()
    const { signal } = controller
    void readAsked(asked, answers, signal).then((result) => {
      if (!signal.aborted) setReading(result)
    })
    return () => controller.abort()
  }, [asked, answers])

  // What has been read is told from its beginning, also to those who listen.
  useEffect(() => {
    if (reading !== undefined) stage.current?.focus()
  }, [reading])

  const ask = (next: Asked | undefined): void => {
    setReading(undefined)
    setAnswers({})
    setAsked(next)
  }
  const text = asked !== undefined && 'text' in asked ? asked.text : undefined
  const again = text === undefined ? own.again : own.changeText
  const onAgain = (): void => {
    setPasted(text ?? '')
    ask(undefined)
  }
  const answer = (next: Answers): void => {
    setReading(undefined)
    setAnswers({ ...answers, ...next })
  }

  return (
    <Dialog title={own.title} closeLabel={words.messages.app.close} onClose={onClose} size="page">
      {asked === undefined ? (
        <AskPart words={own} pasted={pasted} onAsk={ask} />
      ) : reading === undefined ? (
        <div className={css.part} aria-busy="true">
          <p role="status" data-pending="">
            {own.reading}
          </p>
          <div className={css.ways}>
            <button type="button" className={controls.button} onClick={onAgain}>
              {own.cancel}
            </button>
          </div>
        </div>
      ) : (
        <div ref={stage} tabIndex={-1} className={css.stage}>
          {reading.kind === 'read' ? (
            <SummaryPart
              words={own}
              page={words}
              reading={reading}
              onOrder={(dateOrder) => answer({ dateOrder })}
              onShow={() => onShow(reading)}
              again={again}
              onAgain={onAgain}
            />
          ) : reading.kind === 'question' ? (
            <MappingPart
              words={own}
              question={reading.question}
              onAnswer={(mapping) => answer({ mapping })}
              again={again}
              onAgain={onAgain}
            />
          ) : (
            <FailedPart
              words={own}
              page={words}
              reading={reading}
              isPasted={text !== undefined}
              again={again}
              onAgain={onAgain}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

/** A text that was pasted on the page is taken like one from the field for it. */
function askedBy(file: ForeignFile, pasted: string): Asked {
  if (file.name !== '') return { file }
  return { file: { ...file, name: pasted }, text: new TextDecoder().decode(file.bytes) }
}
