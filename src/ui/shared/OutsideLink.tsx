import type { ReactNode } from 'react'
import { usePanelMessages } from './usePanelMessages.ts'

import { safeLinkUrl } from './safeUrl.ts'

interface OutsideLinkProps {
  readonly url: string | undefined
  readonly children: ReactNode
}

/** A link that a document gives: opens in a new tab and tells the other page nothing. Without a safe address: text. */
export function OutsideLink({ url, children }: OutsideLinkProps) {
  const panelMessages = usePanelMessages()
  const href = safeLinkUrl(url)
  if (href === undefined) return children
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      title={panelMessages.detail.opensNewTab}
    >
      {children}
    </a>
  )
}
