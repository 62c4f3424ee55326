import { useId, useState } from 'react'

import { type CsvMapping, type CsvQuestion, csvRoles } from '#formats/import/csvMapping.ts'
import type { OpenMessages } from '#i18n/openMessages.en.ts'
import controls from '#ui/shared/controls.module.css'
import css from './OpenDialog.module.css'

interface MappingPartProps {
  readonly words: OpenMessages
  readonly question: CsvQuestion
  readonly onAnswer: (mapping: CsvMapping) => void
  readonly again: string
  readonly onAgain: () => void
}

/** How many of the sample's rows stand beside each column. */
const shownRows = 3

/** Which column of a table means what: our guess, to be corrected, beside the first rows. */
export function MappingPart({ words, question, onAnswer, again, onAgain }: MappingPartProps) {
  const [roles, setRoles] = useState(question.guess.roles)
  const titleId = useId()
  const own = words.mapping
  const has = (role: (typeof roles)[number]): boolean => roles.includes(role)
  const isEnough = (has('date') || has('year')) && has('title')

  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault()
        if (isEnough) onAnswer({ roles })
      }}
    >
      <h3 id={titleId} className={css.heading}>
        {own.title}
      </h3>
      <p>{own.intro}</p>
      <div className={css.scroll} tabIndex={0} role="group" aria-labelledby={titleId}>
        <table className={css.table} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">{own.column}</th>
              <th scope="col">{own.means}</th>
              <th scope="col">{own.example}</th>
            </tr>
          </thead>
          <tbody>
            {question.columns.map((heading, column) => {
              const name = heading === '' ? own.unnamed(column + 1) : heading
              return (
                // Two columns may have one heading.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={column}>
                  <th scope="row">{name}</th>
                  <td>
                    <select
                      className={css.field}
                      aria-label={`${own.means}: ${name}`}
                      value={roles[column] ?? 'ignore'}
                      onChange={({ target }) => {
                        const role = csvRoles.find((known) => known === target.value)
                        if (role !== undefined) setRoles(roles.with(column, role))
                      }}
                    >
                      {csvRoles.map((role) => (
                        <option key={role} value={role}>
                          {own.roles[role]}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className={css.example}>
                    {question.sample
                      .slice(0, shownRows)
                      .map((row) => row[column] ?? '')
                      .filter((cell) => cell !== '')
                      .join(' · ')}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {!isEnough && <p role="status">{own.missing}</p>}
      <div className={css.ways}>
        <button
          type="submit"
          className={`${controls.button} ${controls.primary}`}
          disabled={!isEnough}
        >
          {words.read}
        </button>
        <button type="button" className={controls.button} onClick={onAgain}>
          {again}
        </button>
      </div>
    </form>
  )
}
