import { visibleSteps } from './revealFragments.ts'
import type { StepInfo } from './protocol.ts'

/** What is used of reveal.js 6. */
export interface Deck {
  getSlidesElement(): HTMLElement | null
  getCurrentSlide(): HTMLElement | undefined
  getIndices(slide?: HTMLElement): { readonly h: number; readonly v: number; readonly f?: number }
  getConfig(): {
    readonly width?: number | string
    readonly height?: number | string
    readonly throughline?: Partial<RevealOptions>
  }
  isSpeakerNotes(): boolean
  isPrintView(): boolean
  slide(h: number, v?: number, f?: number): void
  next(): void
  prev(): void
  on(type: string, listener: (event: Event) => void): void
  off(type: string, listener: (event: Event) => void): void
}

/** The parts of `<through-line>` that are used: the element itself comes with its own script. */
export interface TimelineElement extends HTMLElement {
  readonly ready: Promise<unknown>
  readonly steps: number
  readonly step: number
  document: unknown
  stepAt(index: number): Promise<StepInfo | undefined>
  set(state: Readonly<Record<string, string>>, options: { animate: boolean }): Promise<void>
  export(format: string, size: readonly [number, number]): Promise<Blob>
}

/** What may stand in the deck's configuration as `throughline`. */
export interface RevealOptions {
  /** Folder of `element.js`; the one that this script came from when left out. */
  readonly base: string
  /** Milliseconds that the deck waits for a timeline before it starts without. */
  readonly patience: number
}

/**
 * The deck's fragments say the steps, and a step that was walked in a timeline moves the deck. Timelines
 * are looked up each time: when its scroll view ends, reveal.js makes all slides anew from their HTML.
 * Returns what takes them away.
 */
export function keepInStep(deck: Deck): () => void {
  const slides = deck.getSlidesElement()
  const wanted = new WeakMap<Element, number>()
  const stepOf = (element: Element): number => wanted.get(element) ?? 0
  const timelines = (): TimelineElement[] =>
    Array.from(slides?.querySelectorAll('section[data-throughline] > through-line') ?? [])

  // On a page of its scroll view reveal.js finds no room for what stretches: it gets what is left there.
  const sizes = new ResizeObserver((changes) => {
    for (const { target, contentRect } of changes) {
      if (!(target instanceof HTMLElement) || contentRect.height > 0) continue
      if (contentRect.width > 0) target.style.height = `${sizeOf(deck)[1] - target.offsetTop}px`
    }
  })
  const follow = (): void => {
    for (const element of timelines()) {
      const section = sectionOf(element)
      giveDocument(element, section)
      sizes.observe(element)
      const step = visibleSteps(section)
      const by = Math.abs(step - stepOf(element))
      if (by === 0) continue
      wanted.set(element, step)
      const animate = by === 1 && deck.getCurrentSlide() === section
      void element.set({ step: String(step) }, { animate })
    }
  }
  const onStep = ({ target }: Event): void => {
    const element = timelines().find((one) => one === target)
    if (element === undefined || element.step === stepOf(element)) return
    const section = sectionOf(element)
    if (deck.getCurrentSlide() !== section) return
    wanted.set(element, element.step)
    const { h, v } = deck.getIndices(section)
    deck.slide(h, v, firstIndex(section) + element.step - 1)
  }
  const onEdge = (event: Event): void => {
    if (!(event instanceof CustomEvent) || timelines().every((one) => one !== event.target)) return
    event.preventDefault()
    if (event.detail.dir === 1) deck.next()
    else if (event.detail.dir === -1) deck.prev()
  }
  const types = ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden', 'sync']
  for (const type of types) deck.on(type, follow)
  slides?.addEventListener('tl-step', onStep)
  slides?.addEventListener('tl-edge', onEdge)
  return () => {
    sizes.disconnect()
    for (const type of types) deck.off(type, follow)
    slides?.removeEventListener('tl-step', onStep)
    slides?.removeEventListener('tl-edge', onEdge)
    for (const one of slides?.querySelectorAll('through-line, .tl-step') ?? []) one.remove()
  }
}

/** `#id` names a script of JSON in this very page, since a deck that is a file can load none. */
export function giveDocument(element: TimelineElement, { dataset }: HTMLElement): void {
  const { throughline = '' } = dataset
  if (!throughline.startsWith('#') || element.document !== undefined) return
  element.document = JSON.parse(document.querySelector(throughline)?.textContent ?? '')
}

/** The size of a slide in its own pixels. */
export function sizeOf(deck: Deck): readonly [number, number] {
  const { width, height } = deck.getConfig()
  return [typeof width === 'number' ? width : 960, typeof height === 'number' ? height : 700]
}

function sectionOf(element: HTMLElement): HTMLElement {
  return element.parentElement ?? element
}

/** The number of the first of our fragments. */
function firstIndex(section: HTMLElement): number {
  const first = section.querySelector<HTMLElement>('.tl-step')
  return Number(first?.dataset['fragmentIndex'] ?? 0)
}
