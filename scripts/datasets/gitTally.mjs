import { dateOf, isProgram } from './gitEvents.mjs'
import { count, idsOf, mostCounted } from './texts.mjs'

export const ownLanes = 15
/** From a domain of fewer authors its lane could be one person's. */
export const fewestAuthors = 3

/**
 * Which lane a commit belongs to, by name; undefined when it changed no file.
 * @param {'folders' | 'domains'} lanes
 * @param {number} depth how many folders deep
 * @returns {(commit: object) => string | undefined}
 */
export function placeBy(lanes, depth) {
  if (lanes === 'domains') return ({ email }) => domainOf(email)
  return ({ files }) => {
    const folders = new Map()
    for (const file of files) {
      const folder = file.split('/').slice(0, -1).slice(0, depth).join('/')
      count(folders, folder === '' ? 'Files at the top' : `${folder}/`)
    }
    return mostCounted(folders, 1)[0]
  }
}

/** What a head says of all commits, from going through them once. */
export async function tallyOf(commits, tags, placeOf) {
  const tally = { commits: 0, merges: 0, programs: 0, undated: 0, tags: 0 }
  const places = new Map()
  const authors = new Map()
  /** Whose commits a place has, up to so many as are asked for. */
  const authorsOf = new Map()
  let first
  let last
  for await (const commit of commits) {
    const day = dateOf(commit)?.slice(0, 10)
    if (day === undefined) {
      tally.undated += 1
      continue
    }
    tally.commits += 1
    tally.tags += tags.get(commit.hash)?.length ?? 0
    if (commit.parents.length > 1) tally.merges += 1
    if (isProgram(commit)) tally.programs += 1
    else count(authors, commit.author)
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
    const place = placeOf(commit)
    if (place === undefined) continue
    count(places, place)
    const some = authorsOf.get(place) ?? new Set()
    if (some.size < fewestAuthors) authorsOf.set(place, some.add(commit.author))
  }
  return { ...tally, places, authors, authorsOf, first, last }
}

/** The ids of the places that have a lane of their own, by name, largest first. */
export function laneIdsOf({ places, authorsOf }, lanes) {
  const shared = [...places].filter(
    ([place]) => lanes === 'folders' || authorsOf.get(place).size >= fewestAuthors,
  )
  const ids = idsOf(['releases', 'others', ...mostCounted(shared, ownLanes)])
  ids.delete('releases')
  ids.delete('others')
  return ids
}

/** Nothing of an address but its domain is ever used. */
function domainOf(email) {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domain === '' ? undefined : domain
}
