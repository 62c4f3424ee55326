/** The elements of our page, made by React, with nothing behind them: harness/drawnPages.mjs writes them down. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** Attributes by the names that React has for them. */
const properties = {
  class: 'className',
  tabindex: 'tabIndex',
  for: 'htmlFor',
  maxlength: 'maxLength',
}

function elementOf(node, key) {
  if (typeof node === 'string') return node
  const { name, attributes, style, children } = node
  const props = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [properties[name] ?? name, value]),
  )
  return createElement(
    name,
    { ...props, style: camelCased(style), key },
    ...(children.length > 0 ? [children.map(elementOf)] : []),
  )
}

function camelCased(style) {
  const camel = (name) =>
    name.startsWith('--') ? name : name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase())
  return Object.fromEntries(Object.entries(style).map(([name, value]) => [camel(name), value]))
}

const { children } = JSON.parse(document.querySelector('#elements').textContent)
createRoot(document.querySelector('#app')).render(children.map(elementOf))
