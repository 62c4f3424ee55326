import type { Words } from '#i18n/loadWords.ts'
import { englishWords, loadWords } from '#i18n/loadWords.ts'
import { chooseLocale } from '#i18n/locales.ts'
import type { GivenDocument } from '#loading/givenDocument.ts'
import { createTimelineStore, type TimelineStore } from '#state/timelineStore.ts'
import { urlParams } from '#state/url/params.ts'
import { changeByParams } from '#state/url/changeByParams.ts'
import { readUrl } from '#state/url/urlState.ts'
import { createTimeline, type Timeline } from './createTimeline.tsx'
import { elementSheet } from './elementSheet.ts'
import type { EmbedApi, EmbedEvents } from './embedApi.ts'
import { EmbedError } from './embedError.ts'
import { keepKeys } from './keepKeys.ts'
import type { Place, Size, StateParams, StepInfo } from './protocol.ts'
import { createTimelineApi, type TimelineApi } from './timelineApi.ts'

/** Attributes that are parameters of the address, by their names there. */
const paramNames = urlParams.map(({ name }) => name)

/** What a page can hear as `tl-…`. */
const eventNames = ['ready', 'settled', 'step', 'state', 'edge', 'select', 'error'] as const

let documents = 0

/** The timeline that stands in an element while that is on the page. */
interface Mounted {
  readonly timeline: Timeline
  readonly api: TimelineApi
  unmount(): void
}

/**
 * `<through-line>`: attributes are the parameters of the address, the children are shown until there
 * is something better. It can be handed to `connect` as it is. Loads nothing before it is on a page,
 * and with `loading="lazy"` not before it comes near.
 */
export class ThroughLineElement extends HTMLElement implements EmbedApi {
  static readonly observedAttributes = [...paramNames, 'loading']

  /** Resolves with the element when it shows its timeline. It never rejects: `tl-error` tells of failures. */
  readonly ready: Promise<this>

  readonly #frame: HTMLDivElement
  readonly #fallback: HTMLSlotElement
  readonly #message: HTMLParagraphElement
  #tellReady: (element: this) => void = () => {}
  #isReady = false
  /** There is something better to see than the children. */
  #isShown = false
  #store: TimelineStore | undefined
  #document: (GivenDocument & { readonly json: unknown }) | undefined
  #mounted: Mounted | undefined
  #isComing = false
  #stopWaiting: (() => void) | undefined

  constructor() {
    super()
    this.ready = new Promise((resolve) => {
      this.#tellReady = resolve
    })
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [elementSheet()]
    this.#frame = document.createElement('div')
    this.#frame.className = 'frame'
    this.#frame.dataset['throughline'] = ''
    this.#fallback = document.createElement('slot')
    this.#fallback.className = 'fallback'
    // A parser gives the children after the element.
    this.#fallback.addEventListener('slotchange', () => this.#arrange())
    this.#message = document.createElement('p')
    this.#message.className = 'message'
    this.#message.hidden = true
    root.append(this.#frame, this.#fallback, this.#message)
    keepKeys(this, root, {
      mode: () => this.#store?.getState().keys ?? 'auto',
      steps: () => this.steps,
      // Whoever takes the edge takes the key.
      edge: (edge) => this.#tell('edge', edge),
    })
  }

  connectedCallback(): void {
    for (const name of [...Object.keys(reflected), 'document', 'step', 'steps', 'state']) {
      this.#upgrade(name)
    }
    this.toggleAttribute('data-unset', getComputedStyle(this).display === 'inline')
    if (this.#mounted || this.#isComing || this.#stopWaiting) return
    this.#arrange()
    if (this.getAttribute('loading') === 'lazy') this.#waitUntilNear()
    // Frameworks append first and set properties after.
    else queueMicrotask(() => void this.#mount())
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#stopWaiting?.()
      this.#mounted?.unmount()
    })
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return
    if (name === 'loading') {
      if (value !== 'lazy' && this.#stopWaiting) this.#come()
      return
    }
    if (name === 'src' && value !== null) this.#document = undefined
    const params = { [name]: value ?? '' }
    if (this.#mounted) {
      // The address of a document that a page without one stands for says nothing to the state.
      if (name === 'src') this.#mounted.timeline.ship(this.#document ?? value ?? '')
      void this.#mounted.api.set(params)
    } else if (this.#store) {
      const { state } = changeByParams(this.#store.getState(), params, { inFrame: true })
      this.#store.getState().actions.replaceAll(state)
    }
    if (name === 'src') void this.#mount()
  }

  /** The document itself, as JSON.parse gives it, instead of the address of one. */
  get document(): unknown {
    return this.#document?.json
  }
  set document(json: unknown) {
    documents += 1
    this.#document =
      json === undefined || json === null ? undefined : { key: `element${documents}`, json }
    if (this.#document) this.#store?.setState({ src: undefined })
    if (this.#mounted && this.#document) this.#mounted.timeline.ship(this.#document)
    else void this.#mount()
  }

  get state(): StateParams {
    return this.#mounted?.api.state ?? this.#attributeState()
  }
  set state(state: StateParams) {
    void this.set(state)
  }

  get step(): number {
    return this.#mounted?.api.stepInfo().index ?? Number(this.getAttribute('step') ?? 0)
  }
  set step(step: number) {
    if (this.#mounted) void this.goto({ step })
    else this.setAttribute('step', String(step))
  }

  /** Number of the last step. What is assigned is the sequence, like the attribute. */
  get steps(): number {
    return this.#mounted?.api.steps ?? 0
  }
  set steps(sequence: unknown) {
    reflect(this, 'steps', sequence)
  }

  async goto(place: Place): Promise<StepInfo> {
    return (await this.#api()).goto(place)
  }
  async next(): Promise<StepInfo> {
    return (await this.#api()).next()
  }
  async prev(): Promise<StepInfo> {
    return (await this.#api()).prev()
  }
  async set(state: StateParams, options?: { readonly animate?: boolean }): Promise<void> {
    if (this.#mounted) await this.#mounted.api.set(state, options)
    else for (const [name, value] of Object.entries(state)) reflect(this, name, value)
  }
  async settled(): Promise<void> {
    await (await this.#api()).settled()
  }
  async export(format: string, size?: Size): Promise<Blob> {
    return (await this.#api()).export(format, size)
  }
  /** What is said of a step, wherever the sequence stands; undefined past its end. */
  async stepAt(index: number): Promise<StepInfo | undefined> {
    const api = await this.#api()
    return index > api.steps ? undefined : api.stepAt(index)
  }
  on<K extends keyof EmbedEvents>(type: K, listener: (detail: EmbedEvents[K]) => void): () => void {
    const heard = (event: Event): void => {
      if (event.target === this && event instanceof CustomEvent) listener(event.detail)
    }
    this.addEventListener(`tl-${type}`, heard)
    return () => this.removeEventListener(`tl-${type}`, heard)
  }

  async #api(): Promise<TimelineApi> {
    await this.ready
    if (this.#mounted === undefined) throw new EmbedError('disconnected', 'It is on no page.')
    return this.#mounted.api
  }

  /** A property that was set before the element was defined hides the one of its class. */
  #upgrade(name: string): void {
    if (!Object.hasOwn(this, name)) return
    const value: unknown = Reflect.get(this, name)
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, value)
  }

  #attributeState(): StateParams {
    return Object.fromEntries(
      paramNames.flatMap((name) => {
        const value = this.getAttribute(name)
        return value === null ? [] : [[name, value]]
      }),
    )
  }

  #waitUntilNear(): void {
    const come = (): void => this.#come()
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) come()
      },
      { rootMargin: '200%' },
    )
    seen.observe(this)
    window.addEventListener('beforeprint', come)
    this.#stopWaiting = () => {
      seen.disconnect()
      window.removeEventListener('beforeprint', come)
      this.#stopWaiting = undefined
    }
  }

  #come(): void {
    this.#stopWaiting?.()
    void this.#mount()
  }

  async #mount(): Promise<void> {
    if (this.#mounted || this.#isComing || !this.isConnected || this.#stopWaiting) return
    // Without anything to show the children stay.
    if (this.#document === undefined && !this.hasAttribute('src')) return
    this.#isComing = true
    const { state, warnings } = readUrl(new URLSearchParams(this.#attributeState()).toString(), {
      inFrame: true,
    })
    this.#store ??= createTimelineStore(this.#document ? { ...state, src: undefined } : state)
    const locale = chooseLocale([state.lang, ...navigator.languages])
    const words: Words = await loadWords(locale).catch(() => englishWords)
    this.#isComing = false
    if (!this.isConnected) return

    const host = document.createElement('div')
    this.#frame.replaceChildren(host)
    const store = this.#store
    const parts = {
      store,
      warnings,
      words,
      shipped: this.#document ?? this.getAttribute('src') ?? '',
      surroundings: {
        root: this.#frame,
        host,
        place: 'element' as const,
        keys: this.#frame,
        testing: false,
        address: () => this.#address(),
        onEdge: (direction: 1 | -1, key: string | undefined) => api.edge(direction, key),
      },
    }
    const timeline = createTimeline(parts)
    const api = createTimelineApi(timeline)
    // The sheets that colour the parts look at the element, which the page can see.
    const themes = new MutationObserver(() => this.#mirrorTheme())
    themes.observe(this.#frame, { attributeFilter: ['data-theme', 'data-motion'] })
    this.#mirrorTheme()
    this.#mounted = {
      timeline,
      api,
      unmount: () => {
        this.#mounted = undefined
        themes.disconnect()
        api.dispose()
        timeline.unmount()
        this.#frame.replaceChildren()
      },
    }
    this.#listen(api, words)
  }

  #listen(api: TimelineApi, words: Words): void {
    for (const type of eventNames) {
      api.on(type, (detail) => {
        if (type === 'settled' || type === 'error') {
          this.#isShown = type === 'settled' && this.#mounted?.timeline.stage().stage !== 'failed'
          this.#arrange(type === 'error' ? words.messages.embed.notShown : '')
        }
        if (type === 'ready' && !this.#isReady) {
          this.#isReady = true
          this.#tellReady(this)
        }
        this.#tell(type, detail)
      })
    }
  }

  /** True when the page has dealt with it by `preventDefault()`. */
  #tell(type: (typeof eventNames)[number], detail: unknown): boolean {
    const cancelable = type === 'edge'
    const event = new CustomEvent(`tl-${type}`, {
      detail,
      cancelable,
      bubbles: true,
      composed: true,
    })
    return !this.dispatchEvent(event)
  }

  /** Shows the children as long as there is nothing better, if there are any. */
  #arrange(message = ''): void {
    const waits = !this.#isShown && this.#fallback.assignedNodes().length > 0
    this.#fallback.hidden = !waits
    this.#frame.toggleAttribute('data-waits', waits)
    this.#message.hidden = !waits || message === ''
    this.#message.textContent = message
  }

  #mirrorTheme(): void {
    for (const name of ['theme', 'motion']) {
      const value = this.#frame.dataset[name]
      if (value === undefined) delete this.dataset[name]
      else this.dataset[name] = value
    }
  }

  /** The page's own address: an element has none of its own. */
  #address(): string {
    return this.ownerDocument.location.href
  }
}

/** Properties that are attributes; `lang` is one of every element. */
const reflected: PropertyDescriptorMap = Object.fromEntries(
  paramNames
    .filter((name) => name !== 'lang' && name !== 'step' && name !== 'steps')
    .map((name): [string, PropertyDescriptor] => [
      name,
      {
        configurable: true,
        enumerable: true,
        get(this: Element) {
          return this.getAttribute(name) ?? ''
        },
        set(this: Element, value: unknown) {
          reflect(this, name, value)
        },
      },
    ]),
)
Object.defineProperties(ThroughLineElement.prototype, reflected)

/** Lists are joined by commas; nothing, and `false`, take the attribute away. */
function reflect(element: Element, name: string, value: unknown): void {
  const text = attributeText(value)
  if (text === '') element.removeAttribute(name)
  else element.setAttribute(name, text)
}

function attributeText(value: unknown): string {
  if (value === true) return '1'
  if (Array.isArray(value)) return value.map(attributeText).join(',')
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
}

/** Defines `<through-line>` once. A second copy of this script leaves the first in charge. */
export function defineTimelineElement(): void {
  if (customElements.get('through-line') === undefined) {
    customElements.define('through-line', ThroughLineElement)
  } else {
    console.warn('<through-line> is defined already; this second copy of its script does nothing.')
  }
}
