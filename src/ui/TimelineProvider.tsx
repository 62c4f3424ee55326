import { useMemo, useRef, type ReactNode } from 'react'

import { textIn } from '#core/model/document.ts'
import type { ThemeName } from '#core/scene/theme.ts'
import type { Words } from '#i18n/loadWords.ts'
import type { Loaded } from '#loading/fetchDocument.ts'
import { createDerived } from '#state/selectors.ts'
import type { TimelineStore } from '#state/timelineStore.ts'
import {
  TimelineContext,
  type DrawingCommands,
  type Surroundings,
  type TimelineContextValue,
} from './TimelineContext.tsx'

interface TimelineProviderProps {
  readonly store: TimelineStore
  readonly surroundings: Surroundings
  readonly loaded: Loaded
  readonly words: Words
  /** BCP 47 tag of the document's texts; where the document lacks it, its own language speaks. */
  readonly textLanguage: string
  readonly theme: ThemeName
  readonly motion: boolean
  /** Where the drawing registers itself; given by who needs it outside of the panels. */
  readonly drawing?: { current: DrawingCommands | undefined }
  /** Parts of the document that could not be had, and how to ask for them again. */
  readonly failedParts?: number
  readonly retryParts?: (() => void) | undefined
  readonly children: ReactNode
}

/** Gives the panels of one timeline what they share. Two of them on a page share nothing. */
export function TimelineProvider(props: TimelineProviderProps) {
  const { store, surroundings, loaded, words, textLanguage, theme, motion, children } = props
  const { table, findWord } = loaded
  const { failedParts = 0, retryParts } = props
  const own = useRef<DrawingCommands | undefined>(undefined)
  const drawing = props.drawing ?? own
  const derived = useMemo(() => {
    const { actions } = store.getState()
    const onFound = (): void => actions.renewFilter()
    return createDerived(table, findWord && { findWord, onFound })
  }, [table, findWord, store])

  const value = useMemo<TimelineContextValue>(
    () => ({
      store,
      table,
      placeCrowd: loaded.placeCrowd,
      problems: loaded.problems,
      url: loaded.url,
      foreignOrigin: loaded.finalOrigin === window.location.origin ? undefined : loaded.finalOrigin,
      fileName: loaded.fileName,
      isInLink: loaded.isInLink === true,
      failedParts,
      retryParts,
      derived,
      messages: words.messages,
      dateWords: words.dateWords,
      locale: words.locale,
      text: (text) => textIn(text, textLanguage, table.document.language),
      drawing,
      surroundings,
      theme,
      motion,
    }),
    [
      store,
      loaded,
      table,
      failedParts,
      retryParts,
      derived,
      words,
      textLanguage,
      drawing,
      surroundings,
      theme,
      motion,
    ],
  )

  return <TimelineContext value={value}>{children}</TimelineContext>
}
