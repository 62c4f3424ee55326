// Bundled by the test that opens react.html (hosts.react): a page that React makes, with the element in it.
import { StrictMode, createElement, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const given = {
  version: 1,
  title: 'Given as an object',
  events: [
    { id: 'a', date: '2001', title: 'First' },
    { id: 'b', date: '2003', title: 'Second' },
  ],
}
globalThis.given = given
globalThis.heard = []

function App() {
  const [props, setProps] = useState({ theme: 'light', step: 0, document: given })
  const [isThere, setThere] = useState(true)
  useEffect(() => {
    // What the test asks for.
    globalThis.change = (more) => setProps((old) => ({ ...old, ...more }))
    globalThis.show = setThere
  }, [])
  if (!isThere) return createElement('p', undefined, 'Gone')
  return createElement(
    'through-line',
    {
      id: 'one',
      lang: 'en',
      motion: 'off',
      steps: 'events',
      ...props,
      'ontl-ready': () => globalThis.heard.push('ready'),
      'ontl-step': ({ detail }) => globalThis.heard.push(`step ${detail.index}`),
    },
    createElement('a', { href: '#words' }, 'In words'),
  )
}

createRoot(document.querySelector('#app')).render(
  createElement(StrictMode, undefined, createElement(App)),
)
