import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type KeyPress, type KeySituation, decideKey, keyMode } from './keyForwarding.ts'

const press = (name: string): KeyPress => {
  const names = name.split('+')
  const key = name === '+' ? '+' : (names.at(-1) ?? '')
  return {
    key: key === 'Space' ? ' ' : key,
    shiftKey: names.includes('Shift'),
    ctrlKey: names.includes('Ctrl'),
    altKey: names.includes('Alt'),
    metaKey: names.includes('Meta'),
    isComposing: false,
  }
}

const situation: KeySituation = {
  mode: 'own',
  isFramed: true,
  host: 'reveal',
  steps: 5,
  step: 2,
  edge: 'auto',
  focus: 'page',
}

/** What happens, in one line: what is done, what is sent, and whether the focus goes back. */
function outcome(key: string, change: Partial<KeySituation> = {}): string {
  const decision = decideKey(press(key), { ...situation, ...change })
  const { handle, forward, giveFocusBack, stays, swallow } = decision
  const sent =
    forward === undefined
      ? undefined
      : forward.to === 'ours'
        ? `edge ${forward.edge.dir} ${forward.edge.key}`
        : typeof forward.data === 'string'
          ? forward.data.replace('{"method":"triggerKey","args":[', 'reveal ').replace(']}', '')
          : JSON.stringify(forward.data)
  const parts = [
    handle,
    sent,
    giveFocusBack ? 'back' : undefined,
    stays ? 'stays' : undefined,
    swallow === true ? 'swallow' : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(', ') || 'left'
}

describe('the table of keys', () => {
  it.each([
    // key, own in reveal, deck in reveal, own in an unknown host, own on our page
    ['PageDown', 'next', 'reveal 34, back', 'next', 'next'],
    ['PageUp', 'prev', 'reveal 33, back', 'prev', 'prev'],
    ['ArrowRight', 'next', 'reveal 39, back', 'next', 'next'],
    ['ArrowLeft', 'prev', 'reveal 37, back', 'prev', 'prev'],
    ['ArrowDown', 'next', 'reveal 40, back', 'next', 'next'],
    ['ArrowUp', 'prev', 'reveal 38, back', 'prev', 'prev'],
    ['Space', 'next', 'reveal 32, back', 'next', 'next'],
    ['Shift+Space', 'prev', 'reveal 33, back', 'prev', 'prev'],
    ['Enter', 'next', 'reveal 13, back', 'next', 'next'],
    ['Backspace', 'prev', 'reveal 8, back', 'prev', 'prev'],
    ['n', 'next', 'reveal 78, back', 'next', 'next'],
    ['p', 'prev', 'reveal 80, back', 'prev', 'prev'],
    ['Home', 'first', 'reveal 36, back', 'first', 'first'],
    ['End', 'last', 'reveal 35, back', 'last, back', 'last'],
    ['.', 'reveal 190, back', 'reveal 190, back', 'back', 'left'],
    ['b', 'reveal 66, back', 'reveal 66, back', 'back', 'left'],
    ['Shift+B', 'reveal 66, back', 'reveal 66, back', 'back', 'left'],
    ['w', 'reveal 87, back', 'reveal 87, back', 'back', 'left'],
    ['F5', 'reveal 116, back', 'reveal 116, back', 'back', 'left'],
    ['Escape', 'reveal 27, back', 'reveal 27, back', 'back', 'left'],
    ['f', 'reveal 70, back', 'reveal 70, back', 'back', 'left'],
    ['o', 'reveal 79, back', 'reveal 79, back', 'back', 'left'],
    ['s', 'reveal 83, back', 'reveal 83, back', 'back', 'left'],
    ['7', 'reveal 55, back', 'reveal 55, back', 'back', 'left'],
    ['x', 'reveal 88, back', 'reveal 88, back', 'left', 'left'],
    ['+', 'left', 'left', 'left', 'left'],
    ['-', 'left', 'left', 'left', 'left'],
    ['0', 'left', 'left', 'left', 'left'],
    ['Tab', 'left', 'left', 'left', 'left'],
    ['Shift+Tab', 'left', 'left', 'left', 'left'],
    ['?', 'left', 'left', 'left', 'left'],
    ['Shift+ArrowRight', 'left', 'left', 'left', 'left'],
    ['Ctrl+f', 'left', 'left', 'left', 'left'],
    ['Alt+ArrowLeft', 'left', 'left', 'left', 'left'],
    ['Meta+b', 'left', 'left', 'left', 'left'],
  ])('%s', (key, own, deck, unknown, alone) => {
    expect(outcome(key)).toBe(own)
    expect(outcome(key, { mode: 'deck' })).toBe(deck)
    expect(outcome(key, { host: 'unknown' })).toBe(unknown)
    expect(outcome(key, { host: 'unknown', isFramed: false })).toBe(alone)
    expect(outcome(key, { mode: 'none' })).toBe('left')
  })

  it('leaves to the page what scrolls it when there are no steps', () => {
    const page = { steps: 0, step: 0 }
    for (const key of ['PageDown', 'PageUp', 'ArrowDown', 'ArrowRight', 'Space', 'Home', 'End']) {
      expect(outcome(key, { ...page, host: 'unknown' })).toBe('left')
      expect(outcome(key, { ...page, host: 'page' })).toBe('left')
      expect(outcome(key, { ...page, isFramed: false })).toBe('left')
    }
    expect(outcome('PageDown', page)).toBe('reveal 34, back')
    expect(decideKey(press('PageDown'), { ...situation, ...page }).first).toBe(false)
    expect(outcome('PageDown', { ...page, host: 'page', mode: 'deck' })).toBe(
      'edge 1 PageDown, back',
    )
  })

  it('lets a field keep every key, in every mode', () => {
    for (const key of ['b', 'n', 'p', '.', 'f', 'Space', 'Escape', 'PageDown', 'Ctrl+a']) {
      for (const mode of ['own', 'deck', 'none'] as const) {
        expect(outcome(key, { focus: 'field', mode })).toBe('stays')
      }
    }
  })

  it('lets buttons be pressed, and lanes be walked', () => {
    expect(outcome('Enter', { focus: 'control' })).toBe('left')
    expect(outcome('Space', { focus: 'control', mode: 'deck' })).toBe('left')
    expect(outcome('PageDown', { focus: 'control' })).toBe('next')
    for (const key of ['ArrowUp', 'ArrowDown', 'Enter']) {
      expect(outcome(key, { focus: 'event' })).toBe('left')
      expect(outcome(key, { focus: 'event', mode: 'deck' })).toBe('left')
    }
    expect(outcome('Space', { focus: 'event' })).toBe('next')
    expect(outcome('Space', { focus: 'event', steps: 0 })).toBe('left')
    expect(outcome('ArrowRight', { focus: 'event' })).toBe('next')
    expect(outcome('PageDown', { focus: 'dialog' })).toBe('left')
  })

  it('lets words be composed', () => {
    const key = { ...press('n'), isComposing: true }
    expect(decideKey(key, situation)).toMatchObject({ giveFocusBack: false, stays: false })
    expect(decideKey(key, situation).handle).toBeUndefined()
  })
})

describe('past the ends', () => {
  const last = { step: 5 }
  it.each([
    // edge, host, arriving at the last step, one more
    ['auto', 'reveal', 'next', 'reveal 34, back'],
    ['auto', 'ours', 'next', 'edge 1 PageDown, back'],
    ['auto', 'page', 'next', 'edge 1 PageDown, back'],
    [
      'auto',
      'slidev',
      'next',
      '{"target":"slidev","type":"navigate","operation":"next","args":[]}, back',
    ],
    ['auto', 'unknown', 'next, back', 'back'],
    ['arrival', 'reveal', 'next, back', 'reveal 34, back'],
    ['overflow', 'unknown', 'next', 'back'],
    ['stop', 'reveal', 'next', 'swallow'],
    ['loop', 'reveal', 'next', 'first'],
  ] as const)('edge=%s in %s', (edge, host, arriving, past) => {
    expect(outcome('PageDown', { edge, host, step: 4 })).toBe(arriving)
    expect(outcome('PageDown', { edge, host, ...last })).toBe(past)
  })

  it('goes back in the deck from the overview', () => {
    expect(outcome('PageUp', { step: 0 })).toBe('reveal 33, back')
    expect(outcome('PageUp', { step: 0, host: 'unknown' })).toBe('back')
    expect(outcome('PageUp', { step: 0, edge: 'loop' })).toBe('last')
    expect(outcome('PageUp', { step: 1 })).toBe('prev')
  })

  it('turns the slide also by keys that reveal does not know', () => {
    expect(outcome('Enter', last)).toBe('reveal 34, back')
    expect(outcome('Backspace', { step: 0 })).toBe('reveal 33, back')
  })

  it('stays on a page of our own', () => {
    expect(outcome('PageDown', { ...last, isFramed: false })).toBe('swallow')
    expect(outcome('PageDown', { ...last, isFramed: false, edge: 'loop' })).toBe('first')
  })
})

describe('keys=auto', () => {
  const facts = { keys: 'auto', asked: undefined, role: undefined, isStatic: false } as const
  it.each([
    ['own by itself', facts, 'own'],
    ['what the host asks', { ...facts, asked: 'deck' }, 'deck'],
    ['never more than the address allows', { ...facts, keys: 'none', asked: 'own' }, 'none'],
    ['nothing when static', { ...facts, keys: 'own', isStatic: true }, 'none'],
    ['nothing in a preview', { ...facts, asked: 'own', role: 'preview' }, 'none'],
    ['nothing in print', { ...facts, role: 'print' }, 'none'],
  ] as const)('is %s', (_name, given, mode) => {
    expect(keyMode(given)).toBe(mode)
  })
})

describe('whatever the key and the situation', () => {
  const keys = fc.record({
    key: fc.oneof(
      fc.string({ maxLength: 2 }),
      fc.constantFrom(
        'PageDown',
        'PageUp',
        'Enter',
        'Escape',
        ' ',
        'F5',
        'F11',
        'Dead',
        '__proto__',
      ),
    ),
    shiftKey: fc.boolean(),
    ctrlKey: fc.boolean(),
    altKey: fc.boolean(),
    metaKey: fc.boolean(),
    isComposing: fc.boolean(),
  })
  const situations = fc.record({
    mode: fc.constantFrom('own', 'deck', 'none'),
    isFramed: fc.boolean(),
    host: fc.constantFrom('ours', 'page', 'reveal', 'slidev', 'unknown'),
    steps: fc.nat(6),
    step: fc.nat(6),
    edge: fc.constantFrom('auto', 'overflow', 'arrival', 'stop', 'loop'),
    focus: fc.constantFrom('field', 'dialog', 'control', 'event', 'page'),
  })

  it('one press has one effect, and strings are for reveal only', () => {
    fc.assert(
      fc.property(keys, situations, (key, where) => {
        const { handle, forward, giveFocusBack, stays, swallow } = decideKey(key, where)
        const effects = [handle, forward, stays || undefined, swallow].filter(
          (effect) => effect !== undefined,
        )
        expect(effects.length).toBeLessThanOrEqual(1)
        if (forward !== undefined) expect(giveFocusBack).toBe(true)
        if (!where.isFramed) expect([forward, giveFocusBack]).toEqual([undefined, false])
        if (forward?.to === 'reveal') {
          expect(forward.data).toMatch(/^\{"method":"triggerKey","args":\[\d{1,3}\]\}$/)
        } else if (forward !== undefined && 'data' in forward) {
          expect(typeof forward.data).toBe('object')
        }
      }),
      { numRuns: 2000 },
    )
  })
})
