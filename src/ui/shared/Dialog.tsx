import { useEffect, useId, useRef, type ReactNode } from 'react'

import { IconButton } from './IconButton.tsx'
import css from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  /** `page`: as large as the window allows, for long reading. */
  readonly size?: 'normal' | 'page'
  /** Read-out title only: the content brings a heading of its own. */
  readonly hideTitle?: boolean
  readonly children: ReactNode
}

/**
 * A modal dialog for as long as it is rendered. The browser keeps the focus inside, closes it with
 * Esc, and gives the focus back to where it was.
 */
export function Dialog({ title, closeLabel, onClose, size, hideTitle, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    element.showModal()
    return () => element.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      data-size={size ?? 'normal'}
      aria-labelledby={titleId}
      {...{ closedby: 'any' }}
      onClose={(event) => {
        // `close` comes late: a dialog that has been opened again meanwhile stays.
        if (event.target === dialog.current && !dialog.current.open) onClose()
      }}
    >
      <div className={hideTitle === true ? css.bareHead : css.head}>
        <h2 id={titleId} className={hideTitle === true ? 'tl-visually-hidden' : css.title}>
          {title}
        </h2>
        <IconButton icon="close" label={closeLabel} onClick={() => dialog.current?.close()} />
      </div>
      {/* A scrolling region must be reachable without a pointer. */}
      <div className={css.body} tabIndex={0} role="group" aria-labelledby={titleId}>
        {children}
      </div>
    </dialog>
  )
}
