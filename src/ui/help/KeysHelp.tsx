import { useTimeline } from '#ui/TimelineContext.tsx'
import { Dialog } from '#ui/shared/Dialog.tsx'

/** The key table in words. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useTimeline()
  return (
    <Dialog title={messages.help.title} closeLabel={messages.app.close} onClose={onClose}>
      <p>{messages.help.intro}</p>
    </Dialog>
  )
}
