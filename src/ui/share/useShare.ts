import { useMemo, useState } from 'react'

import { defaultSteps } from '#state/defaultState.ts'
import { stepsOf } from '#state/steps.ts'
import { readUrl } from '#state/url/urlState.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { cautionsFor, placesBeside, withQuery, type ShareCaution } from './sharedPlaces.ts'
import {
  beginsStory,
  presentParts,
  sharedQuery,
  sharedState,
  type SharedParts,
} from './sharedState.ts'
import { snippetOf, type FrameSize, type SnippetKind } from './shareSnippets.ts'

/** What a reader chooses in the dialog. */
export interface ShareChoices {
  readonly kind: SnippetKind
  readonly size: FrameSize
  readonly parts: SharedParts
  /** The colours and the language of here, or the reader's own. */
  readonly theme: 'readers' | 'here'
  readonly lang: 'readers' | 'here'
}

/** Who fetches the document for each kind. */
const fetchedBy = {
  link: 'ourPage',
  frame: 'ourPage',
  sandboxed: 'sandbox',
  element: 'theirPage',
  reveal: 'theirPage',
  markdown: 'ourPage',
  slidev: 'ourPage',
} as const

/**
 * Everything that the dialog shows, from the address of what was shown when it opened: one source,
 * so that the link says what the address said.
 */
export function useShare() {
  const { table, derived, locale, dateWords, text, theme, surroundings, fileName } = useTimeline()
  const isFramed = surroundings.place !== 'page'
  const [here] = useState(surroundings.address)
  const state = useMemo(
    () => readUrl(new URL(here).search, { inFrame: isFramed }).state,
    [here, isFramed],
  )

  const steps = useMemo(() => {
    const words = { dateWords, text }
    const { rows } = derived.matching(state.filter)
    const sequence = state.steps === 'none' ? defaultSteps('present') : state.steps
    const list = stepsOf(table, rows, sequence, words)
    // Presented without a story, every event is a step.
    return list.length > 1 ? list : stepsOf(table, rows, 'events', words)
  }, [table, derived, state, dateWords, text])

  const row = table.rowOf(state.event)
  const told = row === undefined ? undefined : steps.indexOf(row)
  const step = state.steps === 'none' ? (told ?? 0) : state.step

  const possible = presentParts(state, steps.length > 1)
  const [choices, setChoices] = useState<ShareChoices>({
    kind: 'link',
    size: 'slide',
    parts: { ...possible, story: state.steps !== 'none' },
    theme: state.theme === 'auto' ? 'readers' : 'here',
    lang: state.lang === undefined ? 'readers' : 'here',
  })

  const { kind, size, parts } = choices
  const shared = sharedState(
    state,
    parts,
    {
      theme: choices.theme === 'readers' ? 'auto' : state.theme === 'auto' ? theme : state.theme,
      lang: choices.lang === 'readers' ? undefined : (state.lang ?? locale),
    },
    step,
  )
  // The page for frames has no room for what opens a timeline in parts, and the page itself may stand there.
  const isPartial = table.unseen !== undefined
  const places = placesBeside(here, state.src, import.meta.env.PROD && !isPartial)
  const link = withQuery(places.page, sharedQuery(shared, 'page', isFramed))
  const query = sharedQuery(shared, 'frame', isFramed)
  const frame = withQuery(places.frame, query)
  const opensPage = kind === 'link' || kind === 'markdown'
  const title = text(table.document.title)
  const cautions: readonly ShareCaution[] =
    isPartial && fetchedBy[kind] !== 'ourPage'
      ? [{ code: 'inParts', host: '' }]
      : cautionsFor(places, fetchedBy[kind], state.src === undefined, fileName !== undefined)

  return {
    state,
    possible,
    choices,
    choose: (change: Partial<ShareChoices>): void => setChoices({ ...choices, ...change }),
    step: { index: step, title: steps.at(step).title },
    begins: beginsStory(state, parts),
    title,
    snippet: snippetOf(kind, {
      title,
      link,
      frame,
      query,
      size,
      document: places.document,
      elementScript: places.elementScript,
      revealScript: places.revealScript,
    }),
    cautions,
    /** What the preview opens; none in a frame, which may not hold itself. */
    preview: isFramed
      ? undefined
      : opensPage
        ? withQuery(places.frame, sharedQuery(shared, 'pageInFrame', isFramed))
        : frame,
  }
}
