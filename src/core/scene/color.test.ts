import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { contrast, fitColor, mix } from './color.ts'
import { organizationColors } from './organizationColors.ts'
import { tableOf } from '#core/scene/testing/story.ts'
import { themes } from './theme.ts'

const hex = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it('is the ratio of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrast('#123456', '#123456')).toBe(1)
    expect(contrast('red', '#ffffff')).toBe(1)
  })
})

describe('mix', () => {
  it('goes from the one to the other', () => {
    expect(mix('#000000', '#ffffff', 0)).toBe('#000000')
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(mix('#010203', '#ffffff', 1)).toBe('#ffffff')
  })
})

describe('fitColor', () => {
  it("makes any author's colour stand out from the paper of every theme", () => {
    for (const theme of Object.values(themes)) {
      const wanted = theme.name === 'contrast' ? 4.5 : 3
      fc.assert(
        fc.property(hex, (color) => {
          const fitted = fitColor(color, theme)
          expect(fitted).toMatch(/^#[0-9a-f]{6}$/)
          expect(contrast(fitted, theme.paper)).toBeGreaterThanOrEqual(wanted)
        }),
      )
    }
  })

  it('leaves what is fit as it is, and turns palette colours into their counterparts', () => {
    expect(fitColor('#004400', themes.light)).toBe('#004400')
    expect(fitColor('#2155C4', themes.dark)).toBe(themes.dark.organizations[0])
  })

  it('has palettes that stand out themselves', () => {
    for (const theme of Object.values(themes)) {
      for (const color of [...theme.organizations, theme.ink, theme.ink2, theme.ink3]) {
        expect(contrast(color, theme.paper)).toBeGreaterThanOrEqual(
          theme.name === 'contrast' ? 7 : 4.5,
        )
        expect(contrast(color, theme.paper2)).toBeGreaterThanOrEqual(
          theme.name === 'contrast' ? 7 : 3,
        )
      }
    }
  })
})

describe('organizationColors', () => {
  it("takes the author's, else the lane's, else the palette's", () => {
    const { document } = tableOf({
      version: 1,
      title: 'Colours',
      lanes: [
        { id: 'l', title: 'L', color: '#004400' },
        { id: 'plain', title: 'P' },
      ],
      organizations: [
        { id: 'own', name: 'Own', lane: 'l', color: '#440000' },
        { id: 'shared', name: 'Shared', lane: 'l' },
        { id: 'none', name: 'None' },
        { id: 'second', name: 'Second lane', lane: 'plain' },
      ],
      events: [],
    })
    const palette = themes.light.organizations
    expect(Object.fromEntries(organizationColors(document, themes.light))).toEqual({
      own: '#440000',
      shared: '#004400',
      none: palette[2],
      second: palette[1],
    })
  })
})
