import { describe, expect, it } from 'vitest'

import { buildScene } from '#core/scene/buildScene.ts'
import { chineseWords, englishWords, inputFor, readStory } from '#core/scene/testing/story.ts'
import { chooseKind, elementsFor, limits, type RendererKind } from './chooseRenderer.ts'
import { countElements } from '#render/svg/countElements.ts'

describe('chooseKind', () => {
  it('goes to canvas above the upper limit and back below the lower one', () => {
    let kind: RendererKind = 'svg'
    const seen = [100, limits.few, limits.most, limits.most + 1, limits.most, limits.few].map(
      (elements) => (kind = chooseKind(elements, kind)),
    )
    expect(seen).toEqual(['svg', 'svg', 'svg', 'canvas', 'canvas', 'canvas'])
    expect(chooseKind(limits.few - 1, kind)).toBe('svg')
  })

  it('does not go to and fro with a scene that grows and shrinks a little', () => {
    let kind: RendererKind = 'svg'
    let changes = 0
    for (let frame = 0; frame < 200; frame += 1) {
      const next = chooseKind(limits.most + 40 * Math.sin(frame), kind)
      if (next !== kind) changes += 1
      kind = next
    }
    expect(changes).toBe(1)
  })

  it('leaves the story as SVG, also with an event open', () => {
    for (const words of [englishWords, chineseWords]) {
      for (const selected of [undefined, 3]) {
        const scene = buildScene(inputFor(readStory(), 1040, 660, { selected, words }))
        const elements = elementsFor(scene, { mostButtons: 200, panels: () => 440 })
        expect(chooseKind(elements, 'svg')).toBe('svg')
      }
    }
  })
})

describe('elementsFor', () => {
  it('counts the panels, and the buttons over the drawing up to their limit', () => {
    const scene = buildScene(inputFor(readStory(), 1000, 640))
    const svg = countElements(scene)
    const [few, many] = [10, 200].map((mostButtons) =>
      elementsFor(scene, { mostButtons, panels: () => 5 }),
    )
    expect(few).toBe(5 + svg + 20)
    expect(many).toBe(5 + svg + 2 * 71)
  })
})
