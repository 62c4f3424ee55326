import { useTimeline } from '#ui/TimelineContext.tsx'
import { CopyButton } from '#ui/shared/CopyButton.tsx'
import { Dialog } from '#ui/shared/Dialog.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'

/** The address of what is shown, to be copied. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const { messages, surroundings } = useTimeline()
  const panelMessages = usePanelMessages()
  const address = surroundings.address()

  return (
    <Dialog title={messages.header.share} closeLabel={messages.app.close} onClose={onClose}>
      <p>
        <a href={address} target="_blank" rel="noopener">
          {address}
        </a>
      </p>
      <CopyButton label={panelMessages.detail.copyLink} text={() => address} />
    </Dialog>
  )
}
