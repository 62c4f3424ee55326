/**
 * Writes when the versions of npm packages were published, as the registry has it: a lane a package,
 * major versions first to be seen.
 * Run: node scripts/datasets/npmReleases.mjs react vue svelte [-o FILE]
 */
import { parseArgs } from 'node:util'
import { outputOf, runAsCommand, tellWritten } from './command.mjs'
import { counted, idsOf, plain } from './texts.mjs'
import { writeDocument } from './writeDocument.mjs'

const registry = 'https://registry.npmjs.org/'

const topics = [
  { id: 'major', title: 'Major' },
  { id: 'minor', title: 'Minor' },
  { id: 'patch', title: 'Patch' },
  { id: 'prerelease', title: 'Prerelease' },
  { id: 'deprecated', title: 'Deprecated' },
  { id: 'taken-back', title: 'Taken back' },
]

/**
 * The document of some packages.
 * @param {object[]} packages what the registry answers for each
 * @returns {{head: object, events: object[]}}
 */
export function npmDocument(packages) {
  const ids = idsOf(packages.map(({ name }) => name))
  const events = packages.flatMap((one) => eventsOf(one, ids.get(one.name)))
  events.sort((a, b) => Date.parse(a.date) - Date.parse(b.date))
  return { head: headOf(packages, ids, events), events }
}

function eventsOf({ name, time, versions }, id) {
  return Object.entries(time)
    .filter(([version, text]) => kindOf(version) !== undefined && typeof text === 'string')
    .map(([version, text]) => {
      const published = versions[version]
      const kind = kindOf(version)
      const topics = [
        kind,
        ...(published?.deprecated ? ['deprecated'] : []),
        ...(published === undefined ? ['taken-back'] : []),
      ]
      const title = `${name} ${version}`
      return {
        id: `${id}-${version}`,
        // Whole seconds: what is finer is the registry's own work.
        date: `${new Date(text).toISOString().slice(0, 19)}Z`,
        title: published === undefined ? `${title} (taken back)` : title,
        ...summaryOf(published),
        organizations: [id],
        topics,
        importance: importanceOf(topics),
        links: [{ title: 'On npm', url: `https://www.npmjs.com/package/${name}/v/${version}` }],
      }
    })
}

/** What a version is by its number; undefined for what is none. */
function kindOf(version) {
  const [, major, minor, patch, label] = /^(\d+)\.(\d+)\.(\d+)(-[^+]+)?/.exec(version) ?? []
  if (major === undefined) return undefined
  if (label !== undefined) return 'prerelease'
  if (patch !== '0') return 'patch'
  return minor === '0' && major !== '0' ? 'major' : 'minor'
}

const importances = { major: 5, minor: 3, patch: 2, prerelease: 1 }

function importanceOf([kind, ...faults]) {
  return faults.length > 0 ? 1 : importances[kind]
}

function summaryOf(published) {
  if (published === undefined)
    return { summary: 'The registry has its time, and no longer its files.' }
  if (published.deprecated) {
    return { summary: `Deprecated: ${plain(String(published.deprecated), 'summary')}` }
  }
  return {}
}

/** npm's own registry says when a package was created; mirrors that forget this forget more. */
function isMirrored({ time }) {
  return time.created === undefined
}

function headOf(packages, ids, events) {
  const names = packages.map(({ name }) => name)
  const mirrored = packages.filter(isMirrored).map(({ name }) => name)
  const some = (topic) => events.filter(({ topics }) => topics.includes(topic)).length
  return {
    $schema: '../../schema/timeline.v1.json',
    version: 1,
    title: `Releases of ${names.slice(0, 4).join(', ')}${names.length > 4 ? ' and others' : ''}`,
    subtitle: `${counted(events.length, 'version')}${rangeOf(events)}`,
    description: [
      `When each version was published, as the npm registry has it: ${counted(events.length, 'version')} of ${counted(names.length, 'package')}, ${some('prerelease').toLocaleString('en')} of them prereleases, ${some('deprecated').toLocaleString('en')} deprecated and ${some('taken-back').toLocaleString('en')} taken back. A lane is a package. Major versions are labelled first, prereleases and deprecated ones last.`,
      'The limits of the data:',
      [
        '- A time is when the registry took the files in, in UTC. The release itself, its tag and its announcement may be of another day, and very old packages were brought over from elsewhere.',
        '- Whether a version is a major one is told by its number alone.',
        '- When something was deprecated or taken back is not known, only that it was.',
        ...(mirrored.length > 0
          ? [
              `- **A mirror answered for ${mirrored.join(', ')}:** its times may be when it first saw a version, years late.`,
            ]
          : []),
      ].join('\n'),
    ].join('\n\n'),
    language: 'en',
    organizations: names.map((name) => ({
      id: ids.get(name),
      name,
      url: `https://www.npmjs.com/package/${name}`,
    })),
    topics,
    sources: names.map((name) => ({
      id: ids.get(name),
      title: `npm registry, ${name}`,
      publisher: 'npm',
      url: addressOf(name),
    })),
  }
}

function rangeOf(events) {
  if (events.length === 0) return ''
  return `, ${events[0].date.slice(0, 10)} to ${events.at(-1).date.slice(0, 10)}`
}

function addressOf(name) {
  return registry + name.replace('/', '%2F')
}

/** The whole entry of a package: the short form that installers ask for has no times. */
async function fetchPackage(name) {
  const response = await fetch(addressOf(name), { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${addressOf(name)} answered ${response.status}`)
  const { time, versions = {} } = await response.json()
  if (time === undefined) throw new Error(`${addressOf(name)} has no times`)
  if (isMirrored({ time })) {
    console.error(`${name}: a mirror answered, and its times may be years late.`)
  }
  return { name, time, versions }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { output: { type: 'string', short: 'o' } },
  })
  if (positionals.length === 0) throw new Error('Name one package or more.')
  const packages = []
  for (const name of positionals) packages.push(await fetchPackage(name))
  const { head, events } = npmDocument(packages)
  const file = outputOf(values.output, 'npm-releases')
  tellWritten(file, await writeDocument(file, head, events))
}

await runAsCommand(import.meta.url, main)
