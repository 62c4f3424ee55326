import type { TimelineEvent } from '#core/model/document.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { safeImageUrl } from '#ui/shared/safeUrl.ts'
import css from './detail.module.css'

/** Pictures of the event. The frame has its place before the picture comes, so nothing moves. */
export function EventMedia({ event }: { readonly event: TimelineEvent }) {
  const { text, url } = useTimeline()
  return (event.media ?? []).map((media) => {
    const src = safeImageUrl(media.src, url)
    if (src === undefined) return undefined
    const notes = [media.caption, media.credit, media.license]
      .map(text)
      .filter((note) => note !== '')
    return (
      <figure key={media.src} className={css.media}>
        <img
          src={src}
          alt={text(media.alt)}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          width={400}
          height={267}
        />
        {notes.length > 0 && <figcaption>{notes.join(' · ')}</figcaption>}
      </figure>
    )
  })
}
