import { expect, it } from 'vitest'

import { deepestActive, focusPlace } from './focusPlace.ts'

const make = (localName: string, attributes: Record<string, string> = {}): object => ({
  localName,
  type: attributes.type ?? 'text',
  getAttribute: (name: string) => attributes[name] ?? null,
})

it.each([
  ['a search field', [make('input', { type: 'search' })], 'field'],
  ['a slider', [make('input', { type: 'range' })], 'field'],
  ['a list', [make('select')], 'field'],
  ['a text', [make('textarea')], 'field'],
  ['something editable', [{ localName: 'div', isContentEditable: true }], 'field'],
  ['a field in a dialog', [make('input'), make('dialog')], 'field'],
  ['a button in a dialog', [make('button'), make('div', { role: 'dialog' })], 'dialog'],
  ['a box to tick', [make('input', { type: 'checkbox' })], 'control'],
  ['a button', [make('button'), make('div')], 'control'],
  ['the picture in a link', [make('img'), make('a')], 'control'],
  ['the button of an event', [make('button', { 'data-event-id': 'a' }), make('div')], 'event'],
  ['a part of the page', [make('div'), make('body')], 'page'],
  ['nothing', [], 'page'],
  ['windows and documents', [{}, undefined, null], 'page'],
])('%s', (_name, path, place) => {
  expect(focusPlace(path)).toBe(place)
})

it('finds the focus inside shadow roots', () => {
  const field = make('input')
  const inner = { shadowRoot: { activeElement: field } }
  const outer = { shadowRoot: { activeElement: inner } }
  expect(deepestActive({ activeElement: outer })).toBe(field)
  const empty = { shadowRoot: { activeElement: null } }
  expect(deepestActive({ activeElement: empty })).toBe(empty)
})
