import { useEffect, useRef, useState } from 'react'

import controls from './controls.module.css'
import { usePanelMessages } from './usePanelMessages.ts'
import css from './CopyButton.module.css'

interface CopyButtonProps {
  readonly label: string
  /** Made at the click, so that it is what holds then. */
  readonly text: () => string
}

type Outcome = { readonly copied: true } | { readonly copied: false; readonly text: string }

/** Copies a text; where the browser refuses, shows the text selected, ready for the keys. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const panelMessages = usePanelMessages()
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined)
  const field = useRef<HTMLTextAreaElement>(null)
  const refused = outcome?.copied === false ? outcome.text : undefined

  useEffect(() => {
    if (refused === undefined) return
    field.current?.focus()
    field.current?.select()
  }, [refused])

  const copy = async (): Promise<void> => {
    const wanted = text()
    try {
      // Missing on pages without https, refused in frames without leave.
      await navigator.clipboard.writeText(wanted)
      setOutcome({ copied: true })
    } catch {
      setOutcome({ copied: false, text: wanted })
    }
  }

  return (
    <div className={css.copy}>
      <button type="button" className={controls.button} onClick={() => void copy()}>
        {label}
      </button>
      <span aria-live="polite" className={css.said}>
        {outcome?.copied === true ? panelMessages.detail.copied : ''}
      </span>
      {refused !== undefined && (
        <label className={css.refused}>
          {panelMessages.detail.copyDenied}
          <textarea ref={field} readOnly rows={4} value={refused} />
        </label>
      )}
    </div>
  )
}
