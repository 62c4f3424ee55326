/**
 * Preact in the place of React, for the files that others load into their pages: why, and how it is
 * kept honest, is in docs/decisions/0011-preact-in-embeds.md. Only their builds name it, as an alias
 * (preactAliases.mjs): the app, the types and the tests keep React.
 */
import { options } from 'preact'
import {
  createContext,
  createElement,
  flushSync as flushRenders,
  useContext,
  useId as useIdOfRoot,
} from 'preact/compat'
import { createRoot as createPlainRoot } from 'preact/compat/client'

export * from 'preact/compat'
// oxlint-disable-next-line import/no-default-export -- zustand asks React for it
export { default } from 'preact/compat'

/**
 * Effects follow their render, as those of a key or a click do in React: Preact's own wait for a frame
 * and a timer, in which the next key finds the focus where it was.
 */
options.requestAnimationFrame = queueMicrotask

/** `spellcheck` is the property's name: under React's, `false` would only take the attribute away. */
const nameAsPreact = options.vnode
options.vnode = (vnode) => {
  nameAsPreact?.(vnode)
  if (typeof vnode.type !== 'string' || !('spellCheck' in vnode.props)) return
  vnode.props.spellcheck = vnode.props.spellCheck
  delete vnode.props.spellCheck
}

const Prefix = createContext('')

/** Preact counts ids anew in every root: two timelines on a page would share theirs. */
export function useId() {
  return useContext(Prefix) + useIdOfRoot()
}

/** Its effects have run as well when it returns. */
export function flushSync(change) {
  return withEffects(() => flushRenders(change))
}

/** With the one option that is used here. What is taken away has cleaned up when `unmount` returns. */
export function createRoot(container, { identifierPrefix = '' } = {}) {
  const root = createPlainRoot(container)
  return {
    render: (children) => {
      root.render(createElement(Prefix.Provider, { value: identifierPrefix }, children))
    },
    unmount: () => withEffects(() => root.unmount()),
  }
}

/** Runs `change`, and the effects that it leaves. */
function withEffects(change) {
  const later = options.requestAnimationFrame
  let runEffects = () => {}
  options.requestAnimationFrame = (run) => {
    runEffects = run
  }
  try {
    return change()
  } finally {
    options.requestAnimationFrame = later
    runEffects()
  }
}
