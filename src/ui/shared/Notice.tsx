import type { ReactNode } from 'react'

import css from './Notice.module.css'

interface NoticeProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page that has something to say instead of a timeline: what happened, where, and what to do. */
export function Notice({ title, children }: NoticeProps) {
  return (
    <main className={css.notice}>
      <div className={css.text}>
        <h1 className={css.title}>{title}</h1>
        {children}
      </div>
    </main>
  )
}
