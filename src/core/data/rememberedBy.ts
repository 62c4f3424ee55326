/** The function with a memory of what it made of each object, for as long as that object is kept. */
export function rememberedBy<K extends object, R>(compute: (key: K) => R): (key: K) => R {
  const known = new WeakMap<K, { readonly result: R }>()
  return (key) => {
    const entry = known.get(key) ?? { result: compute(key) }
    known.set(key, entry)
    return entry.result
  }
}
