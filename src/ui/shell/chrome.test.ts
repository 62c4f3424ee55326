import { describe, expect, it } from 'vitest'

import { chromeFor } from './chrome.ts'
import { shellSizeOf } from './useShellSize.ts'

const explore = { ui: 'auto', mode: 'explore' } as const

describe('chromeFor', () => {
  it('shows everything on a desktop', () => {
    expect(chromeFor(explore, shellSizeOf(1440, 900))).toEqual({
      header: 'full',
      chips: 'shown',
      toolbar: 'shown',
    })
  })

  it('folds the header first, then the chips, then the tools', () => {
    expect(chromeFor(explore, shellSizeOf(1000, 559)).header).toBe('folded')
    expect(chromeFor(explore, shellSizeOf(1000, 559)).chips).toBe('shown')
    expect(chromeFor(explore, shellSizeOf(1000, 419)).chips).toBe('folded')
    expect(chromeFor(explore, shellSizeOf(1000, 419)).toolbar).toBe('shown')
    expect(chromeFor(explore, shellSizeOf(320, 180)).toolbar).toBe('folded')
  })

  it('folds the header on a phone, and keeps its chips', () => {
    expect(chromeFor(explore, shellSizeOf(390, 844))).toEqual({
      header: 'folded',
      chips: 'shown',
      toolbar: 'shown',
    })
  })

  it('shows less in a frame, and nothing where nothing is wished for', () => {
    const desktop = shellSizeOf(1440, 900)
    expect(chromeFor({ ...explore, mode: 'embed' }, desktop).header).toBe('folded')
    expect(chromeFor({ ui: 'full', mode: 'embed' }, desktop).header).toBe('full')
    expect(chromeFor({ ...explore, ui: 'none' }, desktop).header).toBe('none')
  })

  it('leaves the foot to the steps in a frame, and shares it on a page', () => {
    const desktop = shellSizeOf(1440, 900)
    expect(chromeFor({ ui: 'auto', mode: 'embed', steps: 'story' }, desktop).toolbar).toBe('folded')
    expect(chromeFor({ ...explore, steps: 'story' }, desktop).toolbar).toBe('shown')
  })
})
