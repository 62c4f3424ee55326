import { unknownEvent, unknownIds } from '#state/url/unknownIds.ts'
import { attachHeight } from './attachHeight.ts'
import { attachKeys } from './attachKeys.ts'
import type { TimelinePage } from './createPage.ts'
import type { Timeline } from './createTimeline.tsx'
import { EmbedError } from './embedError.ts'
import { attachGuest, type Command } from './frameGuest.ts'
import { keyMode, type StepAction } from './keyForwarding.ts'
import { type HeightFacts, naturalHeight } from './naturalHeight.ts'
import type { Hello, Result, StepInfo } from './protocol.ts'
import { createTimelineApi, type TimelineApi } from './timelineApi.ts'

/**
 * Joins the timeline of a page in a frame to the page around it: messages, keys and focus, heights.
 * docs/messages.md has the rules. Returns what parts them again.
 */
export function attachFrame({ timeline, page, warnings, onEdge }: TimelinePage): () => void {
  const { store } = timeline
  const api = createTimelineApi(timeline)
  const listeners = new AbortController()
  let hello: Hello | undefined

  const guest = attachGuest({
    window,
    hosts: store.getState().hosts,
    channel: newChannel(),
    onCommand: (command) => obey(command),
    onHello: (said) => {
      hello = said
      // A preview or a page to print shows a step, and does not walk on by itself.
      timeline.hold((said.role ?? 'live') !== 'live')
    },
    // A deck that is opened at this very slide does not tell; where nobody may look there is no element.
    isInReveal: () => Boolean(window.frameElement?.closest('.reveal .slides')),
    state: () => Object.fromEntries(new URLSearchParams(page.query())),
    steps: () => stepInfos(timeline, api),
    size: () => ({ w: window.innerWidth, h: window.innerHeight }),
  })

  const keys = attachKeys({
    window,
    mode: () => {
      const { keys, static: isStatic } = store.getState()
      return keyMode({ keys, asked: hello?.keys, role: hello?.role, isStatic })
    },
    host: guest.host,
    steps: () => api.steps,
    step: () => api.stepInfo().index,
    edge: () => store.getState().edge,
    hasDialog: () => document.querySelector('dialog[open], :popover-open') !== null,
    act: (action) => act(timeline, action),
    sendEdge: guest.edge,
    onGivenBack: () => timeline.keysReturned(),
  })

  const root = document.documentElement
  const height = attachHeight({
    window,
    resize: store.getState().resize,
    search: window.location.search,
    hash: window.location.hash,
    ancestors: [document.referrer, ...Array.from(window.location.ancestorOrigins ?? [])],
    href: window.location.href,
    height: () => naturalHeight(heightFacts(timeline)),
    sendSize: guest.size,
  })
  const sizes = new ResizeObserver(height.measured)
  sizes.observe(root)

  const obey = async (command: Command): Promise<Result | undefined> => {
    try {
      return await carryOut(command)
    } catch (error) {
      if (!(error instanceof EmbedError)) throw error
      return { ok: false, code: error.code, message: error.message }
    }
  }

  const carryOut = async (command: Command): Promise<Result | undefined> => {
    switch (command.type) {
      case 'goto':
        return { ok: true, data: await api.goto(command.p) }
      case 'move':
        return { ok: true, data: await (command.p.by === 1 ? api.next() : api.prev()) }
      case 'set':
        isAwaited = true
        await api.set(command.p.state, { animate: command.p.animate ?? true })
        return { ok: true }
      case 'get':
        if (command.p.what !== 'settled') return undefined
        await api.settled()
        return { ok: true }
      case 'visible':
        timeline.hold(!command.p.on)
        if (!command.p.on) keys.hidden()
        return { ok: true }
      case 'focus':
        if (command.p.on) timeline.drawing()?.focus()
        else keys.release()
        return { ok: true }
      case 'export':
        return { ok: true, data: await api.export(command.p.format, command.p.size) }
    }
  }

  api.on('ready', (ready) => {
    const { caps, aspect, minHeight, title } = ready
    const shown = timeline.shown()
    const { filter, event } = store.getState()
    const unknown =
      shown === undefined ? [] : unknownIds(filter, unknownEvent(event, shown.table), shown.table)
    const said = [...warnings, ...unknown].map(({ name, value }) => `${name}=${value}`)
    guest.ready({ caps, aspect, minHeight, title, warnings: said })
  })
  // Once for each step, and for each thing that the host asked for.
  let isAwaited = true
  api.on('settled', ({ step }) => {
    height.measured()
    if (isAwaited) guest.settled(step)
    isAwaited = false
  })
  api.on('state', ({ by }) => guest.state(by))
  api.on('step', (step) => {
    isAwaited = true
    guest.step(step)
    // By a click on the last step the focus goes back as well.
    keys.stepped()
  })
  api.on('edge', ({ dir, key }) => guest.edge(dir, key ?? undefined))
  api.on('error', ({ message }) => guest.error('data', message))
  api.on('select', ({ event }) => {
    guest.select(event ?? undefined)
    if (event === null) keys.panelClosed()
  })
  onEdge(guest.edge)

  window.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a[href]') : null
      if (link instanceof HTMLAnchorElement) guest.link(link.href)
    },
    { signal: listeners.signal },
  )

  // Who is called late has missed what was told so far.
  timeline.tell()
  return () => {
    listeners.abort()
    sizes.disconnect()
    height.dispose()
    keys.dispose()
    guest.dispose()
    api.dispose()
  }
}

function act(timeline: Timeline, action: StepAction): void {
  const control = timeline.steps()
  if (control === undefined) return
  timeline.stopPlaying()
  if (action === 'next') control.turn(1)
  else if (action === 'prev') control.turn(-1)
  else control.goTo(action === 'first' ? 0 : control.list.length - 1)
}

function heightFacts(timeline: Timeline): HeightFacts {
  const { view, mode, filter } = timeline.store.getState()
  const shown = timeline.shown()
  const facts = { width: window.innerWidth, view, mode }
  if (shown === undefined) return { ...facts, width: 0, lanes: 0, matching: 0 }
  const { table, derived } = shown
  const { rows } = derived.matching(filter)
  const laneOf = new Map(table.document.organizations.map(({ id, lane }) => [id, lane ?? id]))
  const lanes = new Set<string | undefined>()
  for (const row of rows) {
    const first = table.event(row)?.organizations[0]?.id
    lanes.add(first === undefined ? undefined : laneOf.get(first))
  }
  return { ...facts, lanes: lanes.size, matching: rows.length }
}

/** The overview, and then each step. */
function stepInfos(timeline: Timeline, api: TimelineApi): readonly StepInfo[] {
  const length = timeline.steps()?.list.length ?? 0
  return Array.from({ length }, (_, index) => api.stepAt(index)).filter(
    (info) => info !== undefined,
  )
}

/** Also on pages without https, where there is no `randomUUID`. */
function newChannel(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
