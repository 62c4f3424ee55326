import { useFilterLines } from '#ui/shared/useFilterLines.ts'
import css from './Foot.module.css'

/** What is filtered for, where no chips say it: on a slide nobody else would. */
export function FilterNote() {
  const told = useFilterLines().join(' · ')
  return (
    <p className={css.filter} title={told}>
      {told}
    </p>
  )
}
