/**
 * Writes the commits and tags of a repository as a timeline: a lane a folder, or a lane a domain of
 * authors; releases first to be seen, then merges and what changed many files.
 * Run: node scripts/datasets/gitLog.mjs PATH [REVISION …] [options]
 *   --lanes folders (the default) or domains; --depth 2 for folders in folders; --names names authors;
 *   -o FILE
 */
import { parseArgs } from 'node:util'
import { outputOf, runAsCommand, tellWritten } from './command.mjs'
import { commitsOf, repositoryOf, tagsOf } from './commits.mjs'
import { commitEvent, tagEvent } from './gitEvents.mjs'
import { fewestAuthors, laneIdsOf, ownLanes, placeBy, tallyOf } from './gitTally.mjs'
import { counted, idsOf, mostCounted } from './texts.mjs'
import { writeDocument } from './writeDocument.mjs'

/** With `--names`, so many authors are named. */
const namedAuthors = 100

const topics = [
  { id: 'release', title: 'Tags' },
  { id: 'merge', title: 'Merges' },
  { id: 'revert', title: 'Reverts' },
  { id: 'program', title: 'By programs' },
]

/**
 * The document of a repository. The log is gone through twice, once to count and once to write, so that
 * nothing of it is held.
 * @param {string} path
 * @param {{revisions?: string[], lanes?: 'folders' | 'domains', depth?: number, names?: boolean}} options
 * @returns {Promise<{name: string, head: object, events: AsyncIterable<object>}>}
 */
export async function gitDocument(path, options = {}) {
  const { revisions = [], lanes = 'folders', depth = 1, names = false } = options
  const repository = repositoryOf(path)
  const tags = tagsOf(path)
  const placeOf = placeBy(lanes, depth)
  const tally = await tallyOf(commitsOf(path, revisions), tags, placeOf)
  if (tally.commits === 0) throw new Error(`${path} has no commits`)
  const laneIds = laneIdsOf(tally, lanes)
  const people = names ? idsOf(mostCounted(tally.authors, namedAuthors)) : new Map()
  async function* events() {
    for await (const commit of commitsOf(path, revisions)) {
      const lane = laneIds.get(placeOf(commit)) ?? 'others'
      const event = commitEvent(commit, lane, people.get(commit.author), repository.commitUrl)
      if (event === undefined) continue
      yield event
      for (const tag of tags.get(commit.hash) ?? []) yield tagEvent(tag, event)
    }
  }
  const head = headOf({ repository, tally, laneIds, lanes, people, names })
  return { name: repository.name, head, events: events() }
}

function headOf({ repository, tally, laneIds, lanes, people, names }) {
  const { name, url } = repository
  const commits = counted(tally.commits, 'commit')
  return {
    $schema: '../../schema/timeline.v1.json',
    version: 1,
    title: `Commits of ${name}`,
    subtitle: `${commits}, ${tally.first} to ${tally.last}`,
    description: [
      `What \`git log\` tells: ${commits} of ${counted(tally.authors.size, 'author')}, ${counted(tally.merges, 'merge')} and ${tally.programs.toLocaleString('en')} by programs among them, and ${counted(tally.tags, 'tag')}. ${laneWords[lanes]}; at most ${ownLanes} have one each, the others share one. Releases are labelled first, then merges and what changed many files.`,
      'The limits of the data:',
      limitsOf({ repository, tally, people, names })
        .map((limit) => `- ${limit}`)
        .join('\n'),
    ].join('\n\n'),
    language: 'en',
    organizations: [
      ...(tally.tags > 0 ? [{ id: 'releases', name: 'Tags' }] : []),
      ...[...laneIds].map(([place, id]) => ({ id, name: place })),
      ...(hasOthers(tally, laneIds) ? [{ id: 'others', name: otherWords[lanes] }] : []),
    ],
    ...(names ? { people: [...people].map(([author, id]) => ({ id, name: author })) } : {}),
    topics,
    sources: [
      { id: 'repository', title: `The repository ${name}`, ...(url === undefined ? {} : { url }) },
    ],
  }
}

const laneWords = {
  folders: 'A lane is the folder in which most of the changed files lie',
  domains: `A lane is the domain of the authors’ addresses, where at least ${fewestAuthors} authors share it`,
}

const otherWords = { folders: 'Other folders, or no files', domains: 'Other domains' }

function hasOthers({ commits, places }, laneIds) {
  let own = 0
  for (const place of laneIds.keys()) own += places.get(place)
  return own < commits
}

function limitsOf({ repository, tally, people, names }) {
  return [
    'A commit stands at the time that its author’s clock and zone showed. Clocks can be wrong, and work can wait for months: where the commit was made more than a day away, that is told. A tag that is but a name stands at its commit.',
    'History can be rewritten: this is what one clone holds now.',
    'Programs are known by their names, and some may be missed.',
    names
      ? `Named are the ${counted(people.size, 'author')} with most commits. No address of theirs is kept.`
      : 'Authors are counted, not named. What they wrote in their messages is kept, but for addresses.',
    ...(repository.isShallow ? ['The clone is shallow: what is older is missing.'] : []),
    ...(tally.undated > 0
      ? [`${counted(tally.undated, 'commit')} without a date that can be read are left out.`]
      : []),
  ]
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lanes: { type: 'string', default: 'folders' },
      depth: { type: 'string', default: '1' },
      names: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
  })
  const [path, ...revisions] = positionals
  if (path === undefined) throw new Error('Name the folder of a clone.')
  if (!['folders', 'domains'].includes(values.lanes)) {
    throw new Error(`--lanes is "folders" or "domains", not "${values.lanes}"`)
  }
  const { lanes, names } = values
  const options = { revisions, lanes, depth: Number(values.depth), names }
  const { name, head, events } = await gitDocument(path, options)
  const file = outputOf(values.output, `commits-${name}`)
  tellWritten(file, await writeDocument(file, head, events))
}

await runAsCommand(import.meta.url, main)
