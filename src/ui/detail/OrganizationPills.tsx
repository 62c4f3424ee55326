import type { OrganizationRef } from '#core/model/document.ts'
import { useTimelineStore } from '#ui/TimelineContext.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter
const selectActions = (state: TimelineStoreState) => state.actions

/** The organisations of an event with their parts in it; each is a button that filters to it. */
export function OrganizationPills({ refs }: { readonly refs: readonly OrganizationRef[] }) {
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const filter = useTimelineStore(selectFilter)
  const actions = useTimelineStore(selectActions)
  if (refs.length === 0) return undefined
  return (
    <ul className={css.pills}>
      {refs.map(({ id, role }) => {
        const only = filter.org.length === 1 && filter.org[0] === id
        const name = words.organization(id)
        return (
          <li key={id}>
            <button
              type="button"
              className={css.pill}
              aria-pressed={only}
              title={panelMessages.detail.onlyThis(name)}
              onClick={() => (only ? actions.toggleOrganization(id) : actions.onlyOrganization(id))}
            >
              <span
                className={css.swatch}
                style={{ background: words.organizationColor(id) }}
                aria-hidden="true"
              />
              {name}
              {role && <span className={css.role}>{panelMessages.detail.roles[role]}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
