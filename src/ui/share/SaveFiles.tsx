import { useState } from 'react'

import { wholeDocument } from '#core/data/eventTable.ts'
import type { Problem } from '#core/model/problem.ts'
import type { ShareMessages } from '#i18n/shareMessages.en.ts'
import { type SaveKind, saveKinds, useTimeline } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './ShareDialog.module.css'

/** How many losses are told; the command line tells all. */
const toldLosses = 3

/** The document itself, to take along: as it is, or for a spreadsheet or a calendar. */
export function SaveFiles({ words }: { readonly words: ShareMessages['share']['save'] }) {
  const { table, surroundings } = useTimeline()
  const [saved, setSaved] = useState<{ kind: SaveKind; losses: readonly Problem[] }>()
  const { saveAs } = surroundings
  // Of a timeline in parts only some events are here, and a file of these would pass for all.
  if (saveAs === undefined || table.unseen !== undefined) return undefined
  return (
    <fieldset className={css.choice}>
      <legend className={css.legend}>{words.legend}</legend>
      <div className={css.pills}>
        {saveKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={controls.button}
            onClick={async () =>
              setSaved({ kind, losses: await saveAs(kind, wholeDocument(table)) })
            }
          >
            {words.kinds[kind]}
          </button>
        ))}
      </div>
      <div role="status" className={css.hint}>
        {saved !== undefined && (
          <>
            <p>{words.saved(words.kinds[saved.kind])}</p>
            {saved.losses.slice(0, toldLosses).map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </>
        )}
      </div>
    </fieldset>
  )
}
