import { useEffect, useRef, useState } from 'react'

import { fitInto, frameSizes, type FrameSize } from './shareSnippets.ts'
import css from './ShareDialog.module.css'

/** Height that the picture of a phone may take, in pixels. */
const tallest = 300

interface SharePreviewProps {
  readonly src: string
  readonly title: string
  readonly size: FrameSize
  readonly caption: string
}

/**
 * The shared timeline, running, at its own size and drawn smaller. It can be looked at and nothing
 * else: neither the pointer nor the Tab key gets in.
 */
export function SharePreview({ src, title, size, caption }: SharePreviewProps) {
  const column = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number>()

  useEffect(() => {
    if (column.current === null) return undefined
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width))
    observer.observe(column.current)
    return () => observer.disconnect()
  }, [])

  const { width, height } = frameSizes[size]
  const scale = fitInto({ width, height }, { width: room ?? 0, height: tallest })
  return (
    <figure className={css.preview}>
      <div ref={column} className={css.column}>
        <div className={css.paper} inert style={{ width: width * scale, height: height * scale }}>
          {scale > 0 && (
            // A page of our own, which may need to read a document beside it: a sandbox could not.
            // oxlint-disable-next-line react/iframe-missing-sandbox
            <iframe
              // A frame that changes its address leaves a history entry behind; a new one does not.
              key={src}
              className={css.frame}
              src={src}
              title={title}
              width={width}
              height={height}
              loading="lazy"
              tabIndex={-1}
              style={{ transform: `scale(${scale})` }}
            />
          )}
        </div>
      </div>
      <figcaption className={css.caption}>{caption}</figcaption>
    </figure>
  )
}
