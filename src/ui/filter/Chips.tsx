import { useLayoutEffect, useRef } from 'react'

import { isNoFilter } from '#core/data/filterState.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { IconButton } from '#ui/shared/IconButton.tsx'
import controls from '#ui/shared/controls.module.css'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import { Chip } from './Chip.tsx'
import { MatchSwitch } from './MatchSwitch.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { organizationOrder } from './organizationOrder.ts'
import { useFittingChips } from './useFittingChips.ts'
import css from './Chips.module.css'

/** Chips that a row ever holds; what is behind stands in the panel. */
const longestRow = 24

const selectFilter = (state: TimelineStoreState) => state.filter
const selectActions = (state: TimelineStoreState) => state.actions

interface ChipsProps {
  /** One line that folds what does not fit, or a line that scrolls sideways. */
  readonly layout: 'fold' | 'scroll'
  /** The search field is folded away, so what is searched for has to stand here. */
  readonly tellsSearch: boolean
}

/** The organisations as chips, what else is filtered for, and the way to all filters. */
export function Chips({ layout, tellsSearch }: ChipsProps) {
  const { table, derived, messages, text } = useTimeline()
  const words = messages.filter
  const eventWords = useEventWords()
  const filter = useTimelineStore(selectFilter)
  const actions = useTimelineStore(selectActions)
  const anyCount = derived.anyOrganizationCount(filter)
  const counts = derived.organizationCounts(filter)
  const row = useRef<HTMLElement>(null)

  const order = organizationOrder(table)
  const chosen = new Set([...filter.org, ...filter.notOrg].filter((id) => order.includes(id)))
  const listed = [
    ...order.slice(0, longestRow),
    ...order.slice(longestRow).filter((id) => chosen.has(id)),
  ]
  const pinned = listed.flatMap((id, index) => (chosen.has(id) ? [index] : [])).join(',')
  const { topics, people } = table.document
  const complete = listed.length === order.length && topics.length + people.length === 0
  const fitting = useFittingChips(row, { folds: layout === 'fold', pinned, complete })
  const shown = fitting === undefined ? undefined : new Set(fitting)
  useLayoutEffect(() => {
    if (layout === 'scroll' && pinned !== '') scrollToChip(row.current, Number.parseInt(pinned, 10))
  }, [layout, pinned])
  const behind = order.length - (fitting ?? listed).length

  const all = (
    <Chip
      name={words.all}
      label={words.allLabel(anyCount)}
      count={anyCount}
      state={chosen.size === 0 ? 'on' : 'off'}
      onClick={() => actions.setFilter({ org: [], notOrg: [] })}
    />
  )
  const chips = listed.map((id, index) => {
    const state = filter.org.includes(id) ? 'on' : filter.notOrg.includes(id) ? 'out' : 'off'
    const name = eventWords.organization(id)
    const count = counts.get(id) ?? 0
    return (
      <Chip
        key={id}
        name={name}
        label={state === 'out' ? words.leftOutLabel(name, count) : words.chipLabel(name, count)}
        count={count}
        color={eventWords.organizationColor(id)}
        state={state}
        folded={shown !== undefined && !shown.has(index)}
        measured
        onClick={() => actions.toggleOrganization(id)}
      />
    )
  })
  const others = [
    ...(tellsSearch && filter.q.trim() !== ''
      ? [
          <Chip
            key="search"
            name={words.quoted(filter.q.trim())}
            label={words.active.q(filter.q.trim())}
            state="on"
            onClick={() => actions.setFilter({ q: '' })}
          />,
        ]
      : []),
    ...topics.flatMap(({ id, title }) =>
      filter.topic.includes(id)
        ? [
            <Chip
              key={`topic ${id}`}
              name={text(title)}
              label={words.active.topic(text(title))}
              state="on"
              onClick={() =>
                actions.setFilter({ topic: filter.topic.filter((other) => other !== id) })
              }
            />,
          ]
        : [],
    ),
    ...people.flatMap(({ id, name }) =>
      filter.person.includes(id)
        ? [
            <Chip
              key={`person ${id}`}
              name={text(name)}
              label={words.active.person(text(name))}
              state="on"
              onClick={() =>
                actions.setFilter({ person: filter.person.filter((other) => other !== id) })
              }
            />,
          ]
        : [],
    ),
  ]
  const match = filter.org.length > 1 && <MatchSwitch key="match" />
  // The button goes with what it clears; the focus goes to where everything is shown again.
  const clearAll = (): void => {
    actions.clearFilter()
    row.current?.querySelector<HTMLElement>('[aria-pressed]')?.focus()
  }
  const clear = !isNoFilter(filter) && (
    <button type="button" className={`${controls.button} ${controls.quiet}`} onClick={clearAll}>
      {words.clear}
    </button>
  )

  if (layout === 'scroll') {
    // The switch stands behind the last of the chips that it is about.
    const lastChosen = listed.findLastIndex((id) => filter.org.includes(id))
    return (
      <section ref={row} part="chips" className={css.row} aria-label={words.label}>
        <div className={css.scroller}>
          {clear && (
            <IconButton
              icon="close"
              label={words.clear}
              className={css.clearIcon}
              onClick={clearAll}
            />
          )}
          {all}
          {others}
          {[...chips.slice(0, lastChosen + 1), match, ...chips.slice(lastChosen + 1)]}
        </div>
        <span className={css.pinned}>
          <MoreFilters kind="icon" behind={behind} />
        </span>
      </section>
    )
  }
  return (
    <section ref={row} part="chips" className={css.row} aria-label={words.label}>
      <span className={css.caption}>{words.organizations}</span>
      {all}
      {chips}
      {!(complete && behind === 0) && (
        <span data-more="">
          <MoreFilters kind="chip" behind={behind} />
        </span>
      )}
      {others}
      {match}
      {clear}
    </section>
  )
}

/** Brings a chip into the part of the row that scrolls. By hand: the browser would scroll pages around us, too. */
function scrollToChip(row: HTMLElement | null, index: number): void {
  const chip = row?.querySelectorAll<HTMLElement>('[data-chip]')[index]
  const scroller = chip?.parentElement
  if (!chip || !scroller) return
  const [start, end] = [chip.offsetLeft, chip.offsetLeft + chip.offsetWidth]
  const least = end + 8 - scroller.clientWidth
  scroller.scrollLeft = Math.min(start - 8, Math.max(least, scroller.scrollLeft))
}
