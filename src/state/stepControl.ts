import type { EventTable } from '#core/data/eventTable.ts'
import type { FilterState } from '#core/data/filterState.ts'
import { clampStep, type StepList } from './steps.ts'
import type { TimelineStore } from './timelineStore.ts'

/** Walks the steps of one timeline, in whatever mode it is. */
export interface StepControl {
  readonly list: StepList
  /** The present step; 0 is the overview. */
  index(): number
  /** Goes to a step; any number is clamped. `quietly` makes no history entry. */
  goTo(index: number, how?: 'quietly'): void
  /** One step on or back; false at an end, where nothing changes. With `edge=loop` there is none. */
  turn(direction: 1 | -1, how?: 'quietly'): boolean
  /** Shows the step of an address that says nothing else of what to show. */
  begin(): void
  /** Other steps from now on: the filter or the language has changed. */
  replace(list: StepList): void
}

/**
 * Exploring, a step is shown by flying to its span, selecting its event, and filtering by the
 * organisations that the author named for it; what the reader had filtered by comes back after it.
 * Presenting, the stage shows it by itself.
 */
export function createStepControl(
  store: TimelineStore,
  table: EventTable,
  first: StepList,
): StepControl {
  let list = first
  /** The filter that a step has set, and the one that it stands for. */
  let lent: { readonly set: FilterState; readonly before: FilterState } | undefined

  const index = (): number => clampStep(store.getState().step, list.length)

  const organizationsOf = (place: number): readonly string[] => {
    const { id } = list.at(place)
    return table.document.story.find((told) => told.id === id)?.organizations ?? []
  }

  /** The reader's own filter, without what a step has put there. */
  const ownFilter = (): FilterState => {
    const { filter } = store.getState()
    if (lent !== undefined) return filter === lent.set ? lent.before : filter
    // A link that was shared at a step carries that step's filter.
    const told = organizationsOf(index())
    const isTold = told.length > 0 && filter.org.join('\n') === told.join('\n')
    return isTold ? { ...filter, org: [] } : filter
  }

  const filterAt = (place: number): FilterState => {
    const before = ownFilter()
    const org = organizationsOf(place)
    if (org.length === 0) {
      lent = undefined
      return before
    }
    const set: FilterState = { ...before, org, notOrg: [], match: 'any' }
    lent = { set, before }
    return set
  }

  const goTo = (wanted: number, how?: 'quietly'): void => {
    const place = clampStep(wanted, list.length)
    const row = list.rowAt(place)
    const event = row === undefined ? undefined : table.id(row)
    const state = store.getState()
    const shown =
      state.mode === 'present'
        ? {}
        : { range: place === 0 ? undefined : list.at(place).span, filter: filterAt(place) }
    if (how === 'quietly') state.actions.replaceAll({ ...state, ...shown, step: place, event })
    else state.actions.setStep(place, event, shown)
  }

  return {
    get list() {
      return list
    },
    index,
    goTo,
    turn(direction, how) {
      const wanted = index() + direction
      const isPast = wanted < 0 || wanted >= list.length
      if (isPast && store.getState().edge !== 'loop') return false
      goTo((wanted + list.length) % list.length, how)
      return true
    },
    begin() {
      const { mode, step, range, event } = store.getState()
      if (mode === 'present' || step === 0) return
      if (range === undefined && event === undefined) goTo(step, 'quietly')
    },
    replace(next) {
      list = next
    },
  }
}
