import { englishWords } from '#i18n/loadWords.ts'
import type { GivenDocument } from '#loading/givenDocument.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { changeByParams } from '#state/url/changeByParams.ts'
import { readUrl } from '#state/url/urlState.ts'
import { adoptStyles } from './adoptStyles.ts'
import { createTimeline } from './createTimeline.tsx'
import type { EmbedApi } from './embedApi.ts'
import type { Size, StateParams } from './protocol.ts'
import { createTimelineApi } from './timelineApi.ts'
import { textsOf, type TimelineFilter, type TimelineParams } from './timelineParams.ts'

/** What is to be shown: a document as JSON.parse gives it, or the address of one. */
export type TimelineSource =
  | { readonly document: object; readonly src?: undefined }
  | { readonly src: string; readonly document?: undefined }

export interface MountedTimeline extends EmbedApi {
  /** Shows another document in the place of this one, from its beginning. */
  show(source: TimelineSource): void
  /** Selects an event by its id, or nothing. */
  select(event: string | undefined): void
  /** Changes `org`, `match`, `topic`, `person` or `q`; what is left out stays as it is. */
  filter(params: TimelineFilter): void
  /** A picture or a file of what is shown; rejects with the code `unsupported` for what it cannot make. */
  exportAs(format: string, size?: Size): Promise<Blob>
  /** Takes the timeline off the page, with everything that it listens to. */
  dispose(): void
}

const filterNames = new Set(['org', 'match', 'topic', 'person', 'q'])

let documents = 0

/**
 * Puts a timeline into `host`, which gives it its size. Apart from one style sheet, which the document
 * (or the shadow root around `host`) adopts and which styles nothing else, it touches nothing outside
 * of the host, and leaves nothing behind when it is disposed of. Names of `options` besides `document`
 * and `src` are the parameters of the address: `{ src, steps: 'story', theme: 'dark' }`.
 */
export function mountTimeline(
  host: HTMLElement,
  options: TimelineSource & TimelineParams,
): MountedTimeline {
  const { document: json, src, ...params } = options
  const query = new URLSearchParams(textsOf(params)).toString()
  const { state, warnings } = readUrl(query, { inFrame: false })
  const store = createTimelineStore(state)

  const dropStyles = adoptStyles(host)
  const root = host.ownerDocument.createElement('div')
  root.dataset['throughline'] = ''
  root.style.setProperty('position', 'relative')
  root.style.setProperty('height', '100%')
  root.style.setProperty('isolation', 'isolate')
  host.append(root)

  const timeline = createTimeline({
    store,
    warnings,
    words: englishWords,
    shipped: shippedOf(json, src),
    surroundings: {
      root,
      host: root,
      place: 'element',
      keys: root,
      testing: false,
      address: () => window.location.href,
      onEdge: (direction, key) => api.edge(direction, key),
    },
  })
  const api = createTimelineApi(timeline)

  return {
    get steps() {
      return api.steps
    },
    get state(): StateParams {
      return api.state
    },
    goto: (place) => api.goto(place),
    next: () => api.next(),
    prev: () => api.prev(),
    set: (changed, how) => api.set(changed, how),
    settled: () => api.settled(),
    export: (format, size) => api.export(format, size),
    exportAs: (format, size) => api.export(format, size),
    on: (type, listener) => api.on(type, listener),
    show: (source) => {
      store.setState({ src: undefined, range: undefined, event: undefined, step: 0 })
      timeline.ship(shippedOf(source.document, source.src))
    },
    select: (event) => store.getState().actions.select(event),
    filter: (wanted) => {
      const texts = Object.entries(textsOf(wanted)).filter(([name]) => filterNames.has(name))
      const changed = changeByParams(store.getState(), Object.fromEntries(texts), {
        inFrame: false,
      })
      store.getState().actions.setFilter(changed.state.filter)
    },
    dispose: () => {
      api.dispose()
      timeline.unmount()
      root.remove()
      dropStyles()
    },
  }
}

function shippedOf(json: object | undefined, src: string | undefined): GivenDocument | string {
  if (json === undefined) return src ?? ''
  documents += 1
  return { key: `given${documents}`, json }
}
