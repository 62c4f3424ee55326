import { describe, expect, it } from 'vitest'

import { commandForKey, exploreKeys, presentCommandForKey, presentKeys } from './keymap.ts'
import type { KeyPress } from './keymap.ts'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
})
const command = (key: string, change: Partial<KeyPress> = {}) => commandForKey(press(key, change))

describe('the key table', () => {
  it('gives each key one meaning', () => {
    const keys = exploreKeys.flatMap(({ keys }) => keys)
    expect(new Set(keys).size).toBe(keys.length)
    const commands = exploreKeys.map(({ command }) => command)
    expect(new Set(commands).size).toBe(commands.length)
  })

  it('has no letters, no full stop and no space: those are the reader’s or the host’s', () => {
    const signs = exploreKeys.flatMap(({ keys }) => keys).filter((key) => key.length === 1)
    expect(signs.filter((sign) => /[\p{L}. ]/u.test(sign))).toEqual([])
  })

  it('is what the keys do', () => {
    for (const binding of exploreKeys) {
      for (const key of binding.keys) expect(command(key)).toBe(binding.command)
    }
  })

  it.each(['a', 'b', '.', ' ', 'Tab', 'F5', '1', 'Backspace', ''])('leaves %j alone', (key) => {
    expect(command(key)).toBeUndefined()
  })
})

describe('modifiers', () => {
  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('%o: not ours', (change) => {
    for (const key of ['0', '+', '-', 'ArrowLeft', 'Home', '?', '[']) {
      expect(command(key, change)).toBeUndefined()
    }
  })

  it('Shift: only where it makes the sign', () => {
    expect(command('?', { shiftKey: true })).toBe('help')
    expect(command('+', { shiftKey: true })).toBe('zoomIn')
    expect(command('ArrowLeft', { shiftKey: true })).toBeUndefined()
    expect(command('PageDown', { shiftKey: true })).toBeUndefined()
  })

  it('AltGr: only where it makes the sign', () => {
    const altGr = {
      ctrlKey: true,
      altKey: true,
      getModifierState: (name: string) => name === 'AltGraph',
    }
    expect(command('[', altGr)).toBe('jumpEarlier')
    expect(command('ArrowLeft', altGr)).toBeUndefined()
    expect(command('[', { ...altGr, metaKey: true })).toBeUndefined()
  })
})

describe('typing', () => {
  it.each([
    { tagName: 'INPUT' },
    { tagName: 'textarea' },
    { tagName: 'SELECT' },
    { tagName: 'DIV', isContentEditable: true },
  ])('in %o keeps every key', (target) => {
    for (const key of ['/', '0', '+', 'ArrowLeft', 'Escape']) {
      expect(command(key, { target })).toBeUndefined()
    }
  })

  it('is seen through a shadow root', () => {
    const [field, host] = [{ tagName: 'INPUT' }, { tagName: 'THROUGH-LINE' }]
    expect(command('/', { target: host, composedPath: () => [field, host] })).toBeUndefined()
    expect(command('/', { target: host, composedPath: () => [host] })).toBe('search')
  })

  it('is not confused with a button', () => {
    expect(command('ArrowLeft', { target: { tagName: 'BUTTON', isContentEditable: false } })).toBe(
      'previousEvent',
    )
  })

  it('by an input method is not a key', () => {
    expect(command('Enter', { isComposing: true })).toBeUndefined()
  })
})

describe('the place', () => {
  it('leaves Page Up and Page Down to a host', () => {
    expect(commandForKey(press('PageDown'))).toBe('pageLater')
    expect(commandForKey(press('PageDown'), { inFrame: true })).toBeUndefined()
    expect(commandForKey(press('PageUp'), { inFrame: true })).toBeUndefined()
    expect(commandForKey(press('Home'), { inFrame: true })).toBe('firstEvent')
  })

  it('lets all arrows step along time where it runs downwards', () => {
    const down = { orientation: 'vertical' } as const
    expect(commandForKey(press('ArrowDown'), down)).toBe('nextEvent')
    expect(commandForKey(press('ArrowUp'), down)).toBe('previousEvent')
    expect(commandForKey(press('ArrowRight'), down)).toBe('nextEvent')
    expect(commandForKey(press('Home'), down)).toBe('firstEvent')
  })
})

describe('the keys of presenting', () => {
  const asks = (key: string, change: Partial<KeyPress> = {}, inFrame = false) =>
    presentCommandForKey(press(key, change), { inFrame })

  it('are those of every clicker', () => {
    for (const key of ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'n']) {
      expect([key, asks(key)]).toEqual([key, 'nextStep'])
    }
    for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace', 'p']) {
      expect([key, asks(key)]).toEqual([key, 'previousStep'])
    }
    expect(asks(' ', { shiftKey: true })).toBe('previousStep')
    expect([asks('Home'), asks('End')]).toEqual(['firstStep', 'lastStep'])
    expect([asks('.'), asks('b'), asks('Escape')]).toEqual(['blank', 'blank', 'leave'])
    expect(asks('N', { shiftKey: true })).toBe('nextStep')
  })

  it('leave blanking and leaving to the page around a frame', () => {
    expect(['.', 'b', 'B', 'Escape'].map((key) => asks(key, {}, true))).toEqual(
      Array.from({ length: 4 }),
    )
    expect(asks('PageDown', {}, true)).toBe('nextStep')
  })

  it('leave everything else alone', () => {
    for (const key of ['F5', 'f', 'o', 's', 'w', '1', 'Tab', 'Shift'])
      expect(asks(key)).toBeUndefined()
    expect(asks('PageDown', { shiftKey: true })).toBeUndefined()
    for (const change of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(asks('ArrowRight', change)).toBeUndefined()
    }
    expect(asks('b', { target: { tagName: 'INPUT' } })).toBeUndefined()
    expect(asks('n', { isComposing: true })).toBeUndefined()
  })

  it('let a button have its Enter and its Space', () => {
    const target = { tagName: 'BUTTON' }
    expect([asks('Enter', { target }), asks(' ', { target })]).toEqual([undefined, undefined])
    expect(asks('PageDown', { target })).toBe('nextStep')
  })

  it('have one meaning each', () => {
    const all = presentKeys.flatMap(({ keys, shift }) => keys.map((key) => `${key}${shift ?? ''}`))
    expect(new Set(all).size).toBe(all.length)
  })
})
