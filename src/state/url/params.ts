import { defaultMode, defaultState, defaultSteps } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { readIds, readSignedIds, writeIds, writeSignedIds } from './idList.ts'
import { readLanguage, readNumber, readOrigin, readResize, readSource } from './paramValues.ts'
import { readRange, writeRange } from './rangeText.ts'
import { latestVersion, urlUpgrades } from './urlVersions.ts'

export interface UrlContext {
  /** The page runs inside another one, which changes the default of `mode`. */
  readonly inFrame: boolean
  /** Milliseconds per pixel of the view: how exactly `range` has to be written. */
  readonly msPerPx: number
}

/** One parameter: how its text changes the state, and which text says the state. */
export interface UrlParam {
  readonly name: string
  /** The state with this parameter's value. Calls `refuse` when the text is no good, or part of it. */
  read(text: string, state: ShareableState, refuse: () => void): ShareableState
  /** Undefined, or nothing but space, for the default. */
  write(state: ShareableState, context: UrlContext): string | undefined
}

type Fields<T> = {
  [K in keyof ShareableState]: ShareableState[K] extends T ? K : never
}[keyof ShareableState]

/** One of a few words, the name being the same in the address and in the state. */
function choice<K extends Fields<string>>(
  name: K,
  values: readonly ShareableState[K][],
  standard: (context: UrlContext) => ShareableState[K] = () => defaultState[name],
): UrlParam {
  return {
    name,
    read: (text, state, refuse) => {
      const value = values.find((known) => known === text)
      if (value !== undefined) return { ...state, [name]: value }
      refuse()
      return state
    },
    write: (state, context) => (state[name] === standard(context) ? undefined : state[name]),
  }
}

/** A value that is read to undefined when the text is no good; its default is written as undefined. */
function value<K extends keyof ShareableState>(
  name: K,
  read: (text: string) => ShareableState[K] | undefined,
  write: (value: ShareableState[K], context: UrlContext) => string | undefined,
): UrlParam {
  return {
    name,
    read: (text, state, refuse) => {
      const found = read(text)
      if (found !== undefined) return { ...state, [name]: found }
      refuse()
      return state
    },
    write: (state, context) => write(state[name], context),
  }
}

/** A list of ids in the filter. */
function filterIds(name: 'topic' | 'person'): UrlParam {
  return {
    name,
    read: (text, state) => ({ ...state, filter: { ...state.filter, [name]: readIds(text) } }),
    write: ({ filter }) => writeIds(filter[name]) || undefined,
  }
}

/** The document of an address that names none. */
const defaultSource = 'timeline.json'

const sequences = ['none', 'story', 'events'] as const

const mode = choice('mode', ['explore', 'embed', 'present'], ({ inFrame }) => defaultMode(inFrame))

/**
 * Every parameter of the address, in the order in which they are written: a public
 * contract. They are also read in this order, so that `mode` can set the default of `steps`.
 */
export const urlParams: readonly UrlParam[] = [
  {
    name: 'v',
    // Read by `upgradeUrl`, before all others.
    read: (_, state) => state,
    write: () => (urlUpgrades.length === 0 ? undefined : String(latestVersion(urlUpgrades))),
  },
  {
    name: 'src',
    read: (text, state, refuse) => {
      const src = readSource(text)
      if (src === undefined) refuse()
      return { ...state, src: src === defaultSource ? undefined : src }
    },
    write: ({ src }) => src,
  },
  {
    ...mode,
    read: (text, state, refuse) => {
      const next = mode.read(text, state, refuse)
      return { ...next, steps: defaultSteps(next.mode) }
    },
  },
  {
    name: 'range',
    read: (text, state, refuse) => {
      const range = readRange(text)
      if (range === undefined) refuse()
      const everything = range?.start === -Infinity && range.end === Infinity
      return { ...state, range: everything ? undefined : range }
    },
    write: ({ range }, { msPerPx }) => range && writeRange(range, msPerPx),
  },
  value(
    'event',
    (text) => text,
    (event) => event,
  ),
  {
    name: 'org',
    read: (text, state) => {
      const { wanted, unwanted } = readSignedIds(text)
      return { ...state, filter: { ...state.filter, org: wanted, notOrg: unwanted } }
    },
    write: ({ filter }) => writeSignedIds(filter.org, filter.notOrg) || undefined,
  },
  {
    name: 'match',
    read: (text, state, refuse) => {
      if (text !== 'any' && text !== 'all') refuse()
      return { ...state, filter: { ...state.filter, match: text === 'all' ? 'all' : 'any' } }
    },
    write: ({ filter }) => (filter.match === 'any' ? undefined : filter.match),
  },
  filterIds('topic'),
  filterIds('person'),
  {
    name: 'q',
    read: (q, state) => ({ ...state, filter: { ...state.filter, q } }),
    write: ({ filter }) => filter.q,
  },
  choice('lanes', ['organizations', 'topics', 'none']),
  choice('view', ['timeline', 'list']),
  {
    name: 'steps',
    read: (text, state, refuse) => {
      const word = sequences.find((known) => known === text)
      const ids = readIds(text)
      if (ids.length === 0) refuse()
      return ids.length === 0 ? state : { ...state, steps: word ?? ids }
    },
    write: ({ steps, mode }) => {
      const text = typeof steps === 'string' ? steps : writeSteps(steps)
      return text === defaultSteps(mode) ? undefined : text
    },
  },
  value(
    'step',
    (text) => readNumber(text, 0, 99_999, /^\d{1,5}$/),
    (step) => (step === 0 ? undefined : String(step)),
  ),
  choice('panel', ['auto', 'side', 'bottom', 'none']),
  choice('ui', ['auto', 'full', 'min', 'none']),
  choice('theme', ['auto', 'light', 'dark', 'contrast']),
  value('lang', readLanguage, (lang) => lang),
  value(
    'text',
    (text) => (text === 'auto' ? 'auto' : readNumber(text, 6, 400)),
    (text) => (text === 'auto' ? undefined : String(text)),
  ),
  choice('wheel', ['auto', 'pan', 'zoom', 'page']),
  choice('keys', ['auto', 'own', 'deck', 'none']),
  choice('edge', ['auto', 'overflow', 'arrival', 'stop', 'loop']),
  value('resize', readResize, (resize) => (resize === 'off' ? undefined : resize)),
  choice('motion', ['auto', 'on', 'off']),
  {
    name: 'play',
    read: (text, state, refuse) => {
      const off = text === 'off' || text === '0'
      const play = off ? undefined : readNumber(text, 0.1, 86_400)
      if (play === undefined && !off) refuse()
      return { ...state, play }
    },
    write: ({ play }) => (play === undefined ? undefined : String(play)),
  },
  {
    name: 'hosts',
    read: (text, state, refuse) => {
      const hosts = readIds(text).map((host) => readOrigin(host, refuse))
      return { ...state, hosts: [...new Set(hosts)] }
    },
    write: ({ hosts }) => writeIds(hosts) || undefined,
  },
  value(
    'static',
    (text) => (text === '1' ? true : text === '0' ? false : undefined),
    (still) => (still ? '1' : undefined),
  ),
]

/** A sequence of ids; a single one that looks like a word of the contract is escaped. */
function writeSteps(ids: readonly string[]): string {
  const text = writeIds(ids) || 'none'
  const isWord = ids.length === 1 && sequences.some((word) => word === text)
  return isWord ? `%${text.charCodeAt(0).toString(16).toUpperCase()}${text.slice(1)}` : text
}
