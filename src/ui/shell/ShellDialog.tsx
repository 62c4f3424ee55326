import { lazy, Suspense } from 'react'

import type { Problem } from '#core/model/problem.ts'
import type { UrlWarning } from '#state/url/urlState.ts'

const AboutPage = lazy(async () => ({
  default: (await import('#ui/about/AboutPage.tsx')).AboutPage,
}))
const KeysHelp = lazy(async () => ({ default: (await import('#ui/help/KeysHelp.tsx')).KeysHelp }))
const ProblemsDialog = lazy(async () => ({
  default: (await import('#ui/problems/ProblemsDialog.tsx')).ProblemsDialog,
}))
// One file has no room for the dialog, and its policy none for the previews: the link is enough there.
const ShareDialog = lazy(async () => ({
  default: import.meta.env.VITE_ONE_FILE
    ? (await import('./LinkDialog.tsx')).LinkDialog
    : (await import('#ui/share/ShareDialog.tsx')).ShareDialog,
}))

export type DialogName = 'about' | 'keys' | 'problems' | 'share'

interface ShellDialogProps {
  readonly name: DialogName | undefined
  readonly problems: readonly Problem[]
  readonly warnings: readonly UrlWarning[]
  readonly onClose: () => void
}

/** The one dialog that may be open; each is fetched when it is first asked for. */
export function ShellDialog({ name, problems, warnings, onClose }: ShellDialogProps) {
  return (
    <Suspense fallback={<span data-pending="" />}>
      {name === 'about' && <AboutPage onClose={onClose} />}
      {name === 'keys' && <KeysHelp onClose={onClose} />}
      {name === 'share' && <ShareDialog onClose={onClose} />}
      {name === 'problems' && (
        <ProblemsDialog problems={problems} warnings={warnings} onClose={onClose} />
      )}
    </Suspense>
  )
}
