import { slug } from '#core/model/giveIds.ts'

/** Gives ids to names that a file only spells out: topics, organisations, people. */
export interface NameRegister {
  /** The id of a name, the same for every way of writing it that differs in case or blanks only. */
  idOf(name: string): string
  /** In the order in which they were first named. */
  readonly all: readonly { readonly id: string; readonly name: string }[]
}

/** `taken` are ids that entries of the file have already. */
export function startRegister(taken: Iterable<string> = [], fallback = 'name'): NameRegister {
  const ids = new Map<string, string>()
  const held = new Set(taken)
  const all: { id: string; name: string }[] = []
  return {
    idOf: (name) => {
      const shown = name.normalize('NFC').replace(/\s+/g, ' ').trim()
      const key = shown.toLowerCase()
      const known = ids.get(key)
      if (known !== undefined) return known
      const wanted = slug(shown) || fallback
      let id = wanted
      for (let number = 2; held.has(id); number++) id = `${wanted}-${String(number)}`
      held.add(id)
      ids.set(key, id)
      all.push({ id, name: shown })
      return id
    },
    all,
  }
}
