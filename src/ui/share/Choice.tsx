import { useId } from 'react'

import css from './ShareDialog.module.css'

interface ChoiceProps<T extends string> {
  readonly legend: string
  readonly options: readonly T[]
  readonly labelOf: (option: T) => string
  readonly chosen: T
  readonly onChoose: (option: T) => void
}

/** One of a few: the browser's own radio buttons, so that arrow keys and readers know them. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className={css.choice}>
      <legend className={css.legend}>{props.legend}</legend>
      <div className={css.pills}>
        {props.options.map((option) => (
          <label key={option} className={css.pill}>
            <input
              type="radio"
              className={css.hit}
              name={name}
              checked={option === props.chosen}
              onChange={() => props.onChoose(option)}
            />
            {props.labelOf(option)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
