import { slug } from '#core/model/giveIds.ts'

/** Gives ids to names that a file only spells out: topics, organisations, people. */
export interface NameRegister {
  /** The id of a name, the same for every way of writing it that differs in case or blanks only. */
  idOf(name: string): string
  /** In the order in which they were first named. */
  readonly all: readonly { readonly id: string; readonly name: string }[]
}

/**
 * `taken` are ids that entries of the file have already, and `listed` entries that it lists under their
 * names, which are not listed again.
 */
export function startRegister(
  taken: Iterable<string> = [],
  fallback = 'name',
  listed: Iterable<{ readonly id: string; readonly name: string }> = [],
): NameRegister {
  const ids = new Map<string, string>()
  const held = new Set(taken)
  const all: { id: string; name: string }[] = []
  for (const { id, name } of listed) {
    held.add(id)
    const key = foldName(name)
    if (!ids.has(key)) ids.set(key, id)
  }
  return {
    idOf: (name) => {
      const shown = tidy(name)
      const key = foldName(name)
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

function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function foldName(name: string): string {
  return tidy(name).toLowerCase()
}
