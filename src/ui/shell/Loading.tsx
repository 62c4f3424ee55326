import { useSyncExternalStore } from 'react'
import { useStore, type StoreApi } from 'zustand'

import type { Messages } from '#i18n/messages.en.ts'
import type { Progress } from '#loading/readBody.ts'
import controls from '#ui/shared/controls.module.css'
import css from './Loading.module.css'

/** Smaller files are there before a number could be read, in bytes. */
const worthTelling = 500_000
const megabyte = 1_000_000

interface LoadingProps {
  readonly words: Messages['loading']
  readonly progress: StoreApi<Progress | undefined>
  readonly onCancel: () => void
}

function onConnectionChange(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
const isOnline = (): boolean => navigator.onLine

/** The skeleton of index.html, kept, and what is known of a load that takes its time. */
export function Loading({ words, progress, onCancel }: LoadingProps) {
  const online = useSyncExternalStore(onConnectionChange, isOnline)
  const { received = 0, total, events = 0 } = useStore(progress) ?? {}
  const told = received >= worthTelling || (total ?? 0) >= worthTelling
  // What has come is still being read, for seconds where it is large.
  const isWhole = received === total
  const size = (bytes: number): string => words.megabytes(bytes / megabyte)

  return (
    <>
      <div className="skeleton" aria-hidden="true">
        <div className="skeletonTitle" />
        <div className="skeletonLane" />
        <div className="skeletonLane" />
        <div className="skeletonLane" />
        <div className="skeletonLane" />
        <div className="skeletonAxis" />
        <div className="skeletonMark" />
        <div className="skeletonMark" />
        <div className="skeletonMark" />
        <div className="skeletonMark" />
      </div>
      <main className={css.loading} aria-busy="true">
        <p role="status">{online ? words.waiting : words.offline}</p>
        {told && (
          <>
            <progress
              className={css.progress}
              aria-label={words.label}
              {...(total === undefined || isWhole ? {} : { value: received, max: total })}
            />
            <p className={css.size}>
              {total === undefined
                ? words.loaded(size(received))
                : isWhole
                  ? words.reading(size(total))
                  : words.progress(size(received), size(total))}
              {events > 0 && <> · {words.found(events)}</>}
            </p>
          </>
        )}
        <button type="button" className={controls.button} onClick={onCancel}>
          {words.cancel}
        </button>
      </main>
    </>
  )
}
