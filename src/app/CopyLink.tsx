import { useEffect, useState } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import controls from '#ui/shared/controls.module.css'

interface CopyLinkProps {
  /** The address of what is shown right now. */
  readonly address: () => string
  /** Says a sentence in the status line. */
  readonly say: (sentence: string) => void
}

const shownFor = 2_000

/** Copies the address of the present view, and says so on the button and in the status line. */
export function CopyLink({ address, say }: CopyLinkProps) {
  const words = useTimeline().messages.header
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), shownFor)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address())
      setCopied(true)
      say(words.linkCopied)
    } catch {
      // Refused, or not a secure page: the address bar has it.
      say(words.linkNotCopied)
    }
  }

  return (
    <button type="button" className={controls.button} onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'link'} />
      {copied ? words.linkCopied : words.copyLink}
    </button>
  )
}
