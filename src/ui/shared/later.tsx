import { type ComponentType, useEffect, useState } from 'react'

/** A component that comes on demand, and can be fetched before it is asked for. */
export type Later<P> = ComponentType<P> & { readonly fetch: () => Promise<unknown> }

/**
 * As React's `lazy`, but what has come already is rendered at once, and what comes later as soon as it has:
 * `lazy` suspends even then, and React holds what suspended back for 300 milliseconds. `Room` stands for it
 * until then.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Room: ComponentType<P> = Pending,
): Later<P> {
  let come: ComponentType<P> | undefined
  const fetch = async (): Promise<ComponentType<P>> => {
    come ??= await load()
    return come
  }
  function LaterPart(props: P) {
    const [Part, setPart] = useState(() => come)
    useEffect(() => {
      if (Part !== undefined) return
      fetch().then(
        (Come) => setPart(() => Come),
        // Thrown while rendering, so that the boundary around hears of it.
        (error: unknown) =>
          setPart(() => {
            throw error
          }),
      )
    }, [Part])
    return Part === undefined ? <Room {...props} /> : <Part {...props} />
  }
  return Object.assign(LaterPart, { fetch })
}

function Pending() {
  return <span data-pending="" />
}
