import { describe, expect, it } from 'vitest'

import { latestVersion, upgradeUrl } from './urlVersions.ts'
import type { UrlUpgrade } from './urlVersions.ts'

/** Version 1 called it `colour`, version 2 `color`; version 3 turned `color=none` into `plain=1`. */
const upgrades: readonly UrlUpgrade[] = [
  (params) =>
    new Map([...params].map(([name, text]) => [name === 'colour' ? 'color' : name, text])),
  (params) =>
    new Map(
      [...params].map(([name, text]) =>
        name === 'color' && text === 'none' ? ['plain', '1'] : [name, text],
      ),
    ),
]
const read = (params: Record<string, string>) =>
  upgradeUrl(new Map(Object.entries(params)), upgrades)

describe('versions of the address', () => {
  it('are one step apart', () => {
    expect(latestVersion([])).toBe(1)
    expect(latestVersion(upgrades)).toBe(3)
  })

  it('goes all the way from an address without a version', () => {
    expect(read({ colour: 'none' })).toEqual(new Map([['plain', '1']]))
    expect(read({ colour: 'none', v: '1' })?.get('plain')).toBe('1')
  })

  it('does not repeat a step that an address is past', () => {
    expect(read({ colour: 'none', v: '2' })?.get('colour')).toBe('none')
    expect(read({ color: 'none', v: '2' })?.get('plain')).toBe('1')
    expect(read({ color: 'none', v: '3' })?.get('color')).toBe('none')
  })

  it.each(['4', '0', '-1', '1.5', 'x', '1e0', '99999999999999999999'])('has no version %s', (v) => {
    expect(read({ v })).toBeUndefined()
  })

  it('has one version so far', () => {
    const params = new Map([['event', 'a']])
    expect(upgradeUrl(params)).toBe(params)
    expect(upgradeUrl(new Map([['v', '2']]))).toBeUndefined()
  })
})
