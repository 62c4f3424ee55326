import { type ComponentType, lazy, useState } from 'react'

/** A component that comes on demand, and can be fetched before it is asked for. */
export type Later<P> = ComponentType<P> & { readonly fetch: () => Promise<unknown> }

/**
 * As React's `lazy`, but what has come already is rendered at once: `lazy` suspends even then, and React
 * holds what suspended back for 300 milliseconds.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let come: ComponentType<P> | undefined
  const fetch = async (): Promise<ComponentType<P>> => {
    come ??= await load()
    return come
  }
  const Waiting = lazy(async () => ({ default: await fetch() }))
  function LaterPart(props: P) {
    // Chosen once: another type in the same place would be another component, without its state.
    const [Part] = useState<ComponentType<P>>(() => come ?? Waiting)
    return <Part {...props} />
  }
  return Object.assign(LaterPart, { fetch })
}
