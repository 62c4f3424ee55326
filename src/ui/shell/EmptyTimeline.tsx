import { lazy, Suspense, useState } from 'react'

import type { UrlWarning } from '#state/url/urlState.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { ShellDialog, type DialogName } from './ShellDialog.tsx'

const EmptyPage = lazy(async () => ({
  default: (await import('#ui/failure/EmptyPage.tsx')).EmptyPage,
}))

/** A document without events that could be shown, and what was wrong with it. */
export function EmptyTimeline({ warnings }: { readonly warnings: readonly UrlWarning[] }) {
  const { problems } = useTimeline()
  const [dialog, setDialog] = useState<DialogName>()

  return (
    <Suspense fallback={<span data-pending="" />}>
      <EmptyPage problems={problems.length} onProblems={() => setDialog('problems')} />
      <ShellDialog
        name={dialog}
        problems={problems}
        warnings={warnings}
        onClose={() => setDialog(undefined)}
      />
    </Suspense>
  )
}
