/** Letters after which a title, or a summary, is cut. */
const longest = { title: 140, summary: 220 }

/** Text on one line, without addresses of people, cut at a word when it is long. */
export function plain(text, kind) {
  const line = text
    .replaceAll(/<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const most = longest[kind]
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

/** `1 commit`, `2,000 commits`. */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** An id for each name, fit for an address: letters, digits, `.`, `_` and `-`, and no two alike. */
export function idsOf(names) {
  const ids = new Map()
  const taken = new Set()
  for (const name of names) {
    const base = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'unnamed'
    let id = base
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`
    taken.add(id)
    ids.set(name, id)
  }
  return ids
}

/** Adds one to the count of a key. */
export function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The keys that were counted most, most first. */
export function mostCounted(counts, most) {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key)
}
