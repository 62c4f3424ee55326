import { flushSync } from 'react-dom'

import { stepInfo } from '#state/steps.ts'
import { changeByParams } from '#state/url/changeByParams.ts'
import { canonicalUrl } from '#state/url/urlState.ts'
import type { Timeline } from './createTimeline.tsx'
import type { EmbedApi, EmbedEvents } from './embedApi.ts'
import { EmbedError } from './embedError.ts'
import type { ChangedBy, Place, Size, StateParams, StepInfo } from './protocol.ts'

export interface TimelineApi extends EmbedApi {
  /** Where the sequence stands. */
  stepInfo(): StepInfo
  /** The step of a number without going there; undefined without steps. */
  stepAt(index: number): StepInfo | undefined
  /** Somebody asked for a step past an end. */
  edge(direction: 1 | -1, key: string | undefined): void
  dispose(): void
}

type Listener = (detail: never) => void

const stateEvery = 100

/** A timeline that stands in this very document, as `connect` gives one in a frame. */
export function createTimelineApi(timeline: Timeline): TimelineApi {
  const { store } = timeline
  const listeners = new Map<keyof EmbedEvents, Set<Listener>>()
  let by: ChangedBy = 'user'
  let stateTimer: ReturnType<typeof setTimeout> | undefined
  let told: string | undefined
  let wasReady = false
  let failed: Error | undefined
  let isWatched = false
  let isOver = false

  const emit = <K extends keyof EmbedEvents>(type: K, detail: EmbedEvents[K]): void => {
    for (const listener of listeners.get(type) ?? []) Reflect.apply(listener, undefined, [detail])
  }

  const state = (): StateParams => {
    const present = store.getState()
    const { span } = present.settled ?? {}
    const width = Math.max(1, timeline.shown()?.surroundings.host.clientWidth ?? 1)
    const msPerPx = span === undefined ? 1 : (span.end - span.start) / width
    const query = canonicalUrl(present, { inFrame: true, msPerPx })
    return Object.fromEntries(new URLSearchParams(query))
  }

  const info = (): StepInfo => {
    const control = timeline.steps()
    return control ? stepInfo(control.list, control.index()) : noStep
  }

  /** Says once that all is at rest after something changed. */
  const watchRest = async (): Promise<void> => {
    if (isWatched) return
    isWatched = true
    await timeline.whenSettled()
    isWatched = false
    if (!isOver) emit('settled', { step: info().index })
  }

  const tellStep = (): void => {
    const control = timeline.steps()
    if (control === undefined) return
    const now = info()
    const key = `${now.index}/${now.count}/${now.title}`
    if (key === told) return
    told = key
    emit('step', now)
  }

  const changed = (): void => {
    const { stage, error } = timeline.stage()
    if (stage === 'failed' && error !== failed) {
      failed = error
      emit('error', { code: 'data', message: error?.message ?? 'The document cannot be shown.' })
    }
    const control = timeline.steps()
    const needsSteps = store.getState().steps !== 'none'
    if (stage === 'loading' || stage === 'failed') return
    if (stage === 'shown' && needsSteps && control === undefined) return
    if (!wasReady) {
      wasReady = true
      const shown = timeline.shown()
      emit('ready', {
        versions: [1],
        ch: '',
        caps: ['svg'],
        state: state(),
        steps: info().count,
        aspect: 16 / 9,
        minHeight: 160,
        title: shown?.text(shown.table.document.title) ?? '',
        warnings: [],
      })
    }
    tellStep()
    void watchRest()
  }
  const stopChanges = timeline.onChange(changed)

  const unsubscribe = store.subscribe((now, before) => {
    if (now.event !== before.event) emit('select', { event: now.event ?? null })
    if (now.step !== before.step) tellStep()
    if (now.viewport !== before.viewport && now.settled === before.settled) return
    const cause = by
    stateTimer ??= setTimeout(() => {
      stateTimer = undefined
      emit('state', { state: state(), by: cause })
    }, stateEvery)
    void watchRest()
  })

  /** Changes made in here were asked for by the page around. */
  const asHost = <T>(change: () => T): T => {
    by = 'host'
    try {
      return change()
    } finally {
      by = 'user'
    }
  }

  /** Changes at once what would else be a flight. */
  const still = (change: () => void): void => {
    const { motion } = store.getState()
    flushSync(() => store.setState({ motion: 'off' }))
    flushSync(change)
    store.setState({ motion })
  }

  const goStep = (step: number, animate: boolean): void => {
    const control = timeline.steps()
    if (control === undefined) store.setState({ step: Math.max(0, Math.trunc(step) || 0) })
    else if (animate) control.goTo(step, 'quietly')
    else still(() => control.goTo(step, 'quietly'))
  }

  const setParams = (params: StateParams): void => {
    const { step, ...others } = params
    const before = store.getState()
    const { state: next } = changeByParams(before, others, { inFrame: true })
    before.actions.replaceAll(next)
    if (step !== undefined) goStep(Number(step), true)
  }

  const goto = (place: Place): void => {
    if ('step' in place) return goStep(place.step, true)
    if ('range' in place) return setParams({ range: place.range })
    const { table } = timeline.shown() ?? {}
    const row = table?.rowOf(place.event)
    if (row === undefined) throw new EmbedError('param', `There is no event "${place.event}".`)
    const step = timeline.steps()?.list.indexOf(row)
    if (step === undefined) store.getState().actions.select(place.event)
    else goStep(step, true)
    return undefined
  }

  const edge = (direction: 1 | -1, key: string | undefined): void =>
    emit('edge', { dir: direction, key: key ?? null })

  const turn = (direction: 1 | -1): StepInfo => {
    if (timeline.steps()?.turn(direction, 'quietly') === false) edge(direction, undefined)
    return info()
  }

  return {
    get steps() {
      return info().count
    },
    get state() {
      return state()
    },
    stepInfo: info,
    stepAt: (index) => {
      const control = timeline.steps()
      return control && stepInfo(control.list, index)
    },
    edge,
    goto: async (place) => {
      asHost(() => goto(place))
      return info()
    },
    next: async () => asHost(() => turn(1)),
    prev: async () => asHost(() => turn(-1)),
    set: async (params, { animate = true } = {}) =>
      asHost(() => (animate ? setParams(params) : still(() => setParams(params)))),
    settled: () => timeline.whenSettled(),
    export: (format, size) => exported(timeline, format, size),
    on: (type, listener) => {
      const heard = listeners.get(type) ?? new Set()
      listeners.set(type, heard.add(listener))
      return () => heard.delete(listener)
    },
    dispose: () => {
      isOver = true
      clearTimeout(stateTimer)
      stopChanges()
      unsubscribe()
      listeners.clear()
    },
  }
}

const noStep: StepInfo = {
  index: 0,
  count: 0,
  atStart: true,
  atEnd: true,
  id: null,
  title: '',
  date: '',
  notes: '',
  sources: [],
}

/** The present step as a file; `svg:3` is that of another step. */
async function exported(timeline: Timeline, format: string, size: Size | undefined): Promise<Blob> {
  const [kind, step] = format.split(':')
  const context = timeline.shown()
  if (kind !== 'svg') throw new EmbedError('unsupported', `No "${format}" from here.`)
  if (context === undefined) throw new EmbedError('data', 'There is no timeline to draw.')
  const { host } = context.surroundings
  const [width, height] = size ?? [host.clientWidth, host.clientHeight]
  const { stepPicture } = await import('#ui/story/stepPicture.ts')
  const control = timeline.steps()
  const index = step === undefined ? (control?.index() ?? 0) : Number(step)
  const svg = stepPicture(context, control?.list, index, { width, height })
  return new Blob([svg], { type: 'image/svg+xml' })
}
