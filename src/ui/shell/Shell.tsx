import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { isNoFilter } from '#core/data/filterState.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { unknownEvent, unknownIds } from '#state/url/unknownIds.ts'
import type { UrlWarning } from '#state/url/urlState.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Chips } from '#ui/filter/Chips.tsx'
import { usePageKeys } from '#ui/help/usePageKeys.ts'
import { PrintSheet } from '#ui/list/PrintSheet.tsx'
import { later } from '#ui/shared/later.tsx'
import { TimelineView } from '#ui/timeline/TimelineView.tsx'
import { Toolbar } from '#ui/toolbar/Toolbar.tsx'
import { chromeFor } from './chrome.ts'
import { Foot } from './Foot.tsx'
import { Header } from './Header.tsx'
import type { RootSlots } from './RootSlots.tsx'
import { ShellDialog, type DialogName } from './ShellDialog.tsx'
import { type ShellSize, useShellSize } from './useShellSize.ts'
import { useStatus } from './useStatus.ts'
import css from './Shell.module.css'

/** Fetched as soon as there is a timeline on its way, since hardly one is shown without it. */
export const DetailPanel = later(
  async () => (await import('#ui/detail/DetailPanel.tsx')).DetailPanel,
  PanelRoom,
)
const NoMatches = lazy(async () => ({
  default: (await import('#ui/filter/NoMatches.tsx')).NoMatches,
}))
const EventList = lazy(async () => ({
  default: (await import('#ui/list/EventList.tsx')).EventList,
}))

const Steps = lazy(async () => ({ default: (await import('./Steps.tsx')).Steps }))
const Poster = lazy(async () => ({ default: (await import('./Poster.tsx')).Poster }))

const selectFilter = (state: TimelineStoreState) => state.filter
const selectUi = (state: TimelineStoreState) => state.ui
const selectMode = (state: TimelineStoreState) => state.mode
const selectPanel = (state: TimelineStoreState) => state.panel
const selectView = (state: TimelineStoreState) => state.view
const selectHasSteps = (state: TimelineStoreState) => state.steps !== 'none'

/** Where the panel stands: where the address says, or where there is room. */
export function panelPlace(
  wanted: TimelineStoreState['panel'],
  { width }: ShellSize,
): Exclude<TimelineStoreState['panel'], 'auto'> {
  return wanted === 'auto' ? (width === 'wide' ? 'side' : 'bottom') : wanted
}

interface ShellProps {
  /** What the address of the page says wrongly. */
  readonly warnings: readonly UrlWarning[]
  readonly slots: RootSlots
}

/** The page around the drawing: what stands where, what folds for want of room, which dialog is open. */
export function Shell({ warnings, slots }: ShellProps) {
  const { table, derived, problems, messages, surroundings } = useTimeline()
  const ui = useTimelineStore(selectUi)
  const mode = useTimelineStore(selectMode)
  const wantedPanel = useTimelineStore(selectPanel)
  const view = useTimelineStore(selectView)
  const hasSteps = useTimelineStore(selectHasSteps)
  const filter = useTimelineStore(selectFilter)
  const isEmpty = derived.matching(filter).count === 0
  const shell = useRef<HTMLDivElement>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const afterDrawing = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(false)
  const [dialog, setDialog] = useState<DialogName>()
  const size = useShellSize(surroundings.host, shell)
  const { shown, spoken, say } = useStatus()

  const chrome = chromeFor({ ui, mode, steps: hasSteps ? 'story' : 'none' }, size)
  const folded = chrome.header === 'folded'
  const panel = panelPlace(wantedPanel, size)
  const selectUnknown = useMemo(
    () => (state: TimelineStoreState) => unknownEvent(state.event, table),
    [table],
  )
  const unknown = useTimelineStore(selectUnknown)
  const inAddress = [...warnings, ...unknownIds(filter, unknown, table)]
  const told = problems.length + inAddress.length

  const toSearch = (): void => {
    // The field must be on screen before it can take the focus.
    if (folded) flushSync(() => setOpen(true))
    searchInput.current?.focus()
    searchInput.current?.select()
  }
  usePageKeys({ toSearch, toHelp: () => setDialog('keys') })

  const toolbar = <Toolbar onKeys={() => setDialog('keys')} />
  const chips = (
    <Chips
      layout={size.width === 'wide' ? 'fold' : 'scroll'}
      tellsSearch={chrome.header !== 'full' && !open}
    />
  )

  if (size.tiny) {
    return (
      <div ref={shell} className={css.shell}>
        <Suspense fallback={<span data-pending="" />}>
          <Poster />
        </Suspense>
      </div>
    )
  }
  return (
    <div
      ref={shell}
      className={css.shell}
      data-width={size.width}
      data-compact={size.compact}
      data-ui={chrome.header === 'none' ? 'none' : undefined}
      data-open={(folded && open) || undefined}
    >
      {view === 'timeline' && (
        <button type="button" className={css.skip} onClick={() => afterDrawing.current?.focus()}>
          {messages.header.skip}
        </button>
      )}
      {chrome.header !== 'none' && (
        <Header
          folded={folded}
          open={open}
          onToggle={() => setOpen(!open)}
          onSearch={toSearch}
          onShare={() => setDialog('share')}
          onAbout={() => setDialog('about')}
          searchInput={searchInput}
        />
      )}
      {chrome.header === 'none' && (
        <h1 className="tl-visually-hidden">
          <DocumentTitle />
        </h1>
      )}
      {(chrome.chips === 'shown' || (chrome.chips === 'folded' && open)) && chips}

      <div className={css.middle}>
        <main className={css.main}>
          <div className={css.stage} data-view={view}>
            <div part="drawing" className={css.view}>
              {view === 'timeline' && <TimelineView />}
              {view === 'list' && !isEmpty && (
                <Suspense
                  fallback={
                    <p className={css.pending} data-pending="">
                      {messages.panelFallback}
                    </p>
                  }
                >
                  <EventList />
                </Suspense>
              )}
              {isEmpty && table.length > 0 && (
                <Suspense fallback={<span data-pending="" />}>
                  <NoMatches />
                </Suspense>
              )}
            </div>
            {panel === 'bottom' && <DetailPanel placement="bottom" />}
          </div>
          <Foot
            shown={shown}
            spoken={spoken}
            problems={told}
            onProblems={() => setDialog('problems')}
            ref={afterDrawing}
            hidesStatus={hasSteps}
            tellsFilter={chrome.chips === 'folded' && !open && !hasSteps && !isNoFilter(filter)}
          >
            {hasSteps && (
              <Suspense fallback={<span data-pending="" />}>
                <Steps slots={slots} hasBar={chrome.header !== 'none'} say={say} />
              </Suspense>
            )}
            {(chrome.toolbar === 'shown' || (chrome.toolbar === 'folded' && open)) && toolbar}
          </Foot>
        </main>
        {panel === 'side' && <DetailPanel placement="side" />}
      </div>

      {surroundings.place === 'page' && <PrintSheet />}
      <ShellDialog
        name={dialog}
        problems={problems}
        warnings={inAddress}
        onClose={() => setDialog(undefined)}
      />
    </div>
  )
}

function DocumentTitle() {
  const { table, text } = useTimeline()
  return text(table.document.title)
}

/** As wide as the panel will be, so that the drawing does not move when it comes. */
function PanelRoom({ placement }: { readonly placement: 'side' | 'bottom' }) {
  return placement === 'side' ? (
    <div className={css.panelRoom} data-pending="" />
  ) : (
    <span data-pending="" />
  )
}
