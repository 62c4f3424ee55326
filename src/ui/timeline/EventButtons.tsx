import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { EventIndex } from '#core/data/eventTable.ts'
import type { Scene } from '#core/scene/scene.ts'
import { formatDate } from '#core/time/formatDate.ts'
import { commandForKey } from '#input/keymap.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import type { Drawing, DrawingSettings } from './createDrawing.ts'
import { type ButtonList, type ButtonPlace, buttonPlaces } from './buttonPlaces.ts'
import { stepFrom } from './stepFrom.ts'
import css from './EventButtons.module.css'

interface EventButtonsProps {
  readonly drawing: Drawing
  /** The scene that the view has settled on, and what it was drawn with. */
  readonly scene: Scene
  readonly settings: DrawingSettings
}

/**
 * The drawing for keyboard and screen reader: a list of real buttons per lane, each over its mark and
 * label. One tab stop. While the view moves they ride along by one transform; the list itself is
 * renewed when it settles.
 */
export function EventButtons({ drawing, scene, settings }: EventButtonsProps) {
  const { table, rows } = settings
  const { store, messages, dateWords, text, drawing: shared, surroundings } = useTimeline()
  const layer = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const wantsFocus = useRef<string>(undefined)
  const names = useMemo(
    () => new Map(table.document.organizations.map(({ id, name }) => [id, text(name)])),
    [table, text],
  )
  const usual = useMemo(() => buttonPlaces(scene, table, undefined), [scene, table])
  // Most often it has one anyhow: then the focus moves, and nothing is placed or named again.
  const extra = idsOf(usual).includes(current ?? '') ? undefined : current
  const lists = useMemo(
    () => (extra === undefined ? usual : buttonPlaces(scene, table, extra)),
    [usual, scene, table, extra],
  )
  const ids = idsOf(lists)
  const tabStop = current !== undefined && ids.includes(current) ? current : ids[0]
  /** "TITLE, DATE, ORGANISATIONS", by row. */
  const eventNames = useMemo(() => {
    const nameOf = (row: EventIndex): string => {
      const event = table.event(row)
      const date = table.date(row)
      return [
        text(event?.title),
        date ? formatDate(date, dateWords, 'long') : '',
        ...(event?.organizations ?? []).map(({ id }) => names.get(id) ?? id),
      ]
        .filter((part) => part !== '')
        .join(messages.timeline.nameComma)
    }
    return new Map(lists.flatMap(({ places }) => places.map(({ row }) => [row, nameOf(row)])))
  }, [lists, table, text, dateWords, names, messages])
  const onFocus = useCallback(
    (id: string) => {
      setCurrent(id)
      store.getState().actions.hover(id)
    },
    [store],
  )
  const onBlur = useCallback(() => store.getState().actions.hover(undefined), [store])
  const onClick = useCallback((id: string) => store.getState().actions.select(id), [store])

  useEffect(() => {
    const target = layer.current
    if (target === null) return undefined
    target.style.transform = ''
    return drawing.onDraw((now) => {
      target.style.transform = rideAlong(scene, now)
    })
  }, [drawing, scene])

  // A button that leaves the view takes the focus with it: the drawing keeps it, on its tab stop.
  const hadFocus = useRef(false)
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    layer.current
      ?.querySelector<HTMLElement>('[data-event-id][tabindex="0"]')
      ?.focus({ preventScroll: true })
  })

  // After every render, since any of them may have made the button that the focus waits for.
  useEffect(() => {
    const id = wantsFocus.current
    if (id === undefined) return
    const target = layer.current?.querySelector<HTMLElement>(`[data-event-id="${CSS.escape(id)}"]`)
    if (!target) return
    wantsFocus.current = undefined
    target.focus({ preventScroll: true })
  })

  const focus = useCallback(
    (id: string | undefined): void => {
      if (id === undefined) return
      wantsFocus.current = id
      setCurrent(id)
      drawing.reveal(id)
    },
    [drawing],
  )
  useEffect(
    () => drawing.onFocusAsked((id) => focus(id ?? store.getState().event ?? tabStop)),
    [drawing, focus, store, tabStop],
  )

  function onKeyDown(event: KeyboardEvent): void {
    const command = commandForKey(event.nativeEvent, {
      orientation: scene.orientation,
      inFrame: surroundings.place !== 'page',
    })
    const commands = shared.current
    if (command === undefined || commands === undefined) return
    const { event: selected, actions } = store.getState()
    const from = event.target instanceof HTMLElement ? event.target.dataset['eventId'] : undefined
    const step = stepFrom(command, from ?? tabStop, { table, rows, scene })
    if (step !== undefined) focus(step)
    else {
      switch (command) {
        case 'zoomIn':
          commands.zoom(1.6, from)
          break
        case 'zoomOut':
          commands.zoom(1 / 1.6, from)
          break
        case 'fit':
          commands.fit()
          break
        case 'pageEarlier':
          commands.pan(-0.8)
          break
        case 'pageLater':
          commands.pan(0.8)
          break
        case 'jumpEarlier':
          commands.jump('earlier')
          break
        case 'jumpLater':
          commands.jump('later')
          break
        case 'back':
          // What lies open above the page is closed first, by the browser.
          if (selected === undefined || surroundings.host.querySelector(':popover-open')) return
          actions.select(undefined)
          break
        default:
          return
      }
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={css.window}>
      <div
        ref={layer}
        className={css.layer}
        role="group"
        aria-label={messages.timeline.label}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true
        }}
        onBlur={({ target }) => {
          // React takes a button away in the same task; one that is still there was left on purpose.
          queueMicrotask(() => {
            if (target.isConnected && document.activeElement !== target) hadFocus.current = false
          })
        }}
      >
        {scene.counts.before > 0 && (
          <button
            type="button"
            className={css.beyond}
            tabIndex={-1}
            onClick={() => shared.current?.jump('earlier')}
          >
            {messages.timeline.earlierEvents(scene.counts.before)}
          </button>
        )}
        {lists.map(({ lane, title, places }) => (
          <ol key={lane} className={css.list} aria-label={title || messages.timeline.label}>
            {places.map((place) => (
              <li key={place.id}>
                <EventButton
                  place={place}
                  name={eventNames.get(place.row) ?? ''}
                  isTabStop={place.id === tabStop}
                  onFocus={onFocus}
                  onBlur={onBlur}
                  onClick={onClick}
                />
              </li>
            ))}
          </ol>
        ))}
        {scene.counts.after > 0 && (
          <button
            type="button"
            className={css.beyond}
            tabIndex={-1}
            onClick={() => shared.current?.jump('later')}
          >
            {messages.timeline.laterEvents(scene.counts.after)}
          </button>
        )}
      </div>
    </div>
  )
}

function idsOf(lists: readonly ButtonList[]): readonly string[] {
  return lists.flatMap(({ places }) => places.map(({ id }) => id))
}

interface EventButtonProps {
  readonly place: ButtonPlace
  readonly name: string
  readonly isTabStop: boolean
  readonly onFocus: (id: string) => void
  readonly onBlur: () => void
  readonly onClick: (id: string) => void
}

/** There may be two hundred: of all that moves the focus, only those two are rendered that it concerns. */
const EventButton = memo(function EventButton({
  place,
  name,
  isTabStop,
  onFocus,
  onBlur,
  onClick,
}: EventButtonProps) {
  const { id, box, label, selected } = place
  return (
    <button
      type="button"
      className={css.event}
      data-event-id={id}
      data-gathered={place.gathered || undefined}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-current={selected || undefined}
      data-labelled={label ? '' : undefined}
      style={{
        left: box.x,
        top: box.y,
        width: box.width,
        height: box.height,
        ...labelStyle(place),
      }}
      onFocus={() => onFocus(id)}
      onBlur={onBlur}
      onClick={() => onClick(id)}
    />
  )
})

/** Where the label lies from the button's corner: no element of its own, since there are so many. */
function labelStyle({ box, label }: ButtonPlace): Readonly<Record<string, string>> {
  if (label === undefined) return {}
  return {
    '--label-left': `${label.x - box.x}px`,
    '--label-top': `${label.y - box.y}px`,
    '--label-width': `${label.width}px`,
    '--label-height': `${label.height}px`,
  }
}

/** The transform that carries what was placed in one scene to where it stands in another. */
function rideAlong(placed: Scene, now: Scene): string {
  if (placed.span.start === now.span.start && placed.span.end === now.span.end) return ''
  const isHorizontal = now.orientation === 'horizontal'
  const length = isHorizontal ? now.plot.width : now.plot.height
  const middle = placed.span.start + (placed.span.end - placed.span.start) / 2
  const part = (middle - now.span.start) / (now.span.end - now.span.start)
  const shift = Math.round((part - 0.5) * length)
  // Far off, the exact distance is of no use and would only overflow the layer.
  const bounded = Math.min(Math.max(shift, -5000), 5000)
  return isHorizontal ? `translate(${bounded}px, 0)` : `translate(0, ${bounded}px)`
}
