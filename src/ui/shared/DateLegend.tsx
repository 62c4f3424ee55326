import type { ReactNode } from 'react'

import { usePanelMessages } from './usePanelMessages.ts'
import css from './DateLegend.module.css'

const day = <circle cx="24" cy="8" r="5" className={css.solid} />
const period = (
  <>
    <rect x="6" y="3" width="36" height="10" rx="2" className={css.band} />
    <circle cx="24" cy="8" r="4.25" className={css.ring} />
  </>
)
const about = (
  <>
    <rect x="0" y="3" width="48" height="10" rx="2" className={css.faint} />
    <rect x="8" y="3" width="32" height="10" rx="2" className={css.faint} />
    <rect x="15" y="3" width="18" height="10" className={css.faint} />
    <circle cx="24" cy="8" r="4.25" className={css.ring} />
  </>
)
const lasting = <rect x="4" y="4" width="40" height="8" rx="2" className={css.solid} />
const open = (
  <>
    <path d="M6 4h22v8H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" className={css.solid} />
    <rect x="28" y="4" width="6" height="8" className={css.fade1} />
    <rect x="34" y="4" width="6" height="8" className={css.fade2} />
    <rect x="40" y="4" width="6" height="8" className={css.fade3} />
  </>
)
const shared = (
  <>
    <circle cx="16" cy="8" r="5" className={css.solid} />
    <path d="M21 8h14" className={css.tie} />
    <circle cx="38" cy="8" r="3" className={css.ring} />
  </>
)

const signs = { day, period, about, lasting, open, shared } satisfies Record<string, ReactNode>
const order = ['day', 'period', 'about', 'lasting', 'open', 'shared'] as const

/** What the marks of the drawing say about their dates, each drawn and in words. */
export function DateLegend() {
  const panelMessages = usePanelMessages()
  return (
    <ul className={css.legend}>
      {order.map((sign) => (
        <li key={sign}>
          <svg width="48" height="16" viewBox="0 0 48 16" aria-hidden="true" focusable="false">
            {signs[sign]}
          </svg>
          {panelMessages.legend[sign]}
        </li>
      ))}
    </ul>
  )
}
