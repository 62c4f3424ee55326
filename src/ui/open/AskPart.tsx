import { useEffect, useId, useRef, useState } from 'react'

import type { OpenMessages } from '#i18n/openMessages.en.ts'
import controls from '#ui/shared/controls.module.css'
import type { Asked } from './readAsked.ts'
import css from './OpenDialog.module.css'

interface AskPartProps {
  readonly words: OpenMessages
  /** What was pasted before, to be changed. */
  readonly pasted: string
  readonly onAsk: (asked: Asked) => void
}

/** The three ways to a timeline: a file, an address, a text. */
export function AskPart({ words, pasted, onAsk }: AskPartProps) {
  const fileInput = useRef<HTMLInputElement>(null)
  const [address, setAddress] = useState('')
  const [text, setText] = useState(pasted)
  const [addressId, textId] = [useId(), useId()]
  const textField = useRef<HTMLTextAreaElement>(null)

  // Whoever comes back for a text wants to change it.
  useEffect(() => {
    if (pasted !== '') textField.current?.focus()
  }, [pasted])

  return (
    <div className={css.part}>
      <p>{words.intro}</p>
      <div className={css.drop}>
        <span>{words.drop}</span>
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          onClick={() => fileInput.current?.click()}
        >
          {words.choose}
        </button>
        <input
          ref={fileInput}
          type="file"
          hidden
          aria-label={words.choose}
          accept=".json,.ndjson,.jsonl,.csv,.tsv,.txt,.ics,.md,.markdown,.js,.html"
          onChange={async ({ target }) => {
            const [file] = target.files ?? []
            if (file === undefined) return
            const bytes = new Uint8Array(await file.arrayBuffer())
            onAsk({ file: { name: file.name, bytes } })
          }}
        />
      </div>
      <form
        className={css.row}
        onSubmit={(event) => {
          event.preventDefault()
          if (address.trim() !== '') onAsk({ address: address.trim() })
        }}
      >
        <label htmlFor={addressId}>{words.address}</label>
        <input
          id={addressId}
          className={css.field}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.addressHint}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <button type="submit" className={controls.button} disabled={address.trim() === ''}>
          {words.read}
        </button>
      </form>
      <form
        className={css.row}
        onSubmit={(event) => {
          event.preventDefault()
          const bytes = new TextEncoder().encode(text)
          if (text.trim() !== '') onAsk({ file: { name: words.pasted, bytes }, text })
        }}
      >
        <label htmlFor={textId}>{words.paste}</label>
        <textarea
          ref={textField}
          id={textId}
          className={css.field}
          rows={5}
          spellCheck={false}
          placeholder={words.pasteHint}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className={controls.button} disabled={text.trim() === ''}>
          {words.read}
        </button>
      </form>
    </div>
  )
}
