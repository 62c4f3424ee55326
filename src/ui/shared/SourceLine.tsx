import type { Source, Text } from '#core/model/document.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { OutsideLink } from './OutsideLink.tsx'
import { useEventWords } from './useEventWords.ts'
import css from './SourceLine.module.css'

interface SourceLineProps {
  readonly source: Source
  /** Where in the source. */
  readonly at?: Text | undefined
  /** Writes the address out, for paper. */
  readonly withAddress?: boolean
}

/** A source as a reader wants to find it: title, author, publisher, date, place. */
export function SourceLine({ source, at, withAddress }: SourceLineProps) {
  const { text } = useTimeline()
  const words = useEventWords()
  const notes = words.sourceNotes(source, at)
  return (
    <>
      <OutsideLink url={source.url}>{text(source.title)}</OutsideLink>
      {notes.length > 0 && <span className={css.notes}> {notes.join(' · ')}</span>}
      {withAddress === true && source.url !== undefined && (
        <span className={css.address}> {source.url}</span>
      )}
    </>
  )
}
