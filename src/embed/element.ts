import { defineTimelineElement, type ThroughLineElement } from './timelineElement.ts'

declare global {
  interface HTMLElementTagNameMap {
    'through-line': ThroughLineElement
  }
}

export type { ThroughLineElement }

defineTimelineElement()
