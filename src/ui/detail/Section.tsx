import { useId, type ReactNode } from 'react'

import css from './detail.module.css'

/** A titled part of the panel. */
export function Section({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <h3 id={id} className={css.sectionTitle}>
        {title}
      </h3>
      {children}
    </section>
  )
}
