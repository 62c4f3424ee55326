import { counted, plain } from './texts.mjs'

/** Names of programs that commit. */
const programs = /\[bot\]|\bbot$|^(?:dependabot|renovate|greenkeeper|github[ -]actions|snyk)\b/i

/** Whether a program made the commit, as far as its name tells. */
export function isProgram({ author, email }) {
  return programs.test(author) || email.includes('[bot]')
}

/** As the author's clock and zone had it; the time of the commit where that one is no date. */
export function dateOf({ authored, committed }) {
  return [authored, committed].find(isDate)
}

function isDate(text) {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-](\d\d):[0-5]\d)$/.exec(text)
  // Beyond 18 hours there is no zone.
  return match !== null && Number(match[1] ?? 0) < 18
}

/** The event of a commit; undefined when it has no date that can be read. */
export function commitEvent(commit, lane, person, commitUrl) {
  const date = dateOf(commit)
  if (date === undefined) return undefined
  const { title, rest } = wordsOf(commit)
  const files = counted(commit.files.length, 'file')
  const kinds = kindsOf(commit)
  return {
    id: commit.hash.slice(0, 12),
    date,
    ...dateNoteOf(commit, date),
    title,
    summary: rest === '' ? `${files}.` : `${rest} (${files})`,
    organizations: [lane],
    ...(person === undefined ? {} : { people: [person] }),
    ...(kinds.length === 0 ? {} : { topics: kinds }),
    importance: importanceOf(commit, kinds),
    ...(commitUrl === undefined
      ? {}
      : { links: [{ title: 'The commit', url: commitUrl + commit.hash }] }),
  }
}

/** Where author and committer are more than a day apart, both are told. */
function dateNoteOf({ authored, committed }, date) {
  if (date !== authored) return { dateNote: 'The time of the commit: the author’s is no date.' }
  if (!isDate(committed)) return {}
  const apart = Date.parse(committed) - Date.parse(authored)
  if (Math.abs(apart) <= 86_400_000) return {}
  return { dateNote: `By the author’s clock. Committed on ${committed.slice(0, 10)}.` }
}

/** Lines such as "Signed-off-by: …" name people, and are left out. */
const trailer = /^[A-Z][\w-]*-[\w-]+: |^(?:Fixes|Closes|Link|Cc): /i

function wordsOf({ subject, body }) {
  const lines = body.split(/\r?\n/).filter((line) => !trailer.test(line.trim()))
  const first = lines
    .join('\n')
    .trim()
    .split(/\n\s*\n/, 1)[0]
  // The title of a pull request says more than the name of its branch.
  const [, request] = /^Merge pull request #(\d+)/.exec(subject) ?? []
  if (request !== undefined && first !== '') {
    return { title: `${plain(first, 'title')} (#${request})`, rest: '' }
  }
  const title = plain(subject, 'title')
  return { title: title === '' ? '(no message)' : title, rest: plain(first, 'summary') }
}

function kindsOf(commit) {
  return [
    ...(commit.parents.length > 1 ? ['merge'] : []),
    ...(/^revert\b/i.test(commit.subject) ? ['revert'] : []),
    ...(isProgram(commit) ? ['program'] : []),
  ]
}

/** By how many files changed; merges and reverts at least 3, what programs did 1, a first commit 5. */
function importanceOf({ files, parents }, kinds) {
  if (parents.length === 0) return 5
  if (kinds.includes('program')) return 1
  const bySize = 1 + [3, 20, 100].filter((limit) => files.length >= limit).length
  return Math.max(bySize, kinds.length > 0 ? 3 : 1)
}

/** The event of a tag, beside that of its commit. */
export function tagEvent({ name, date, subject }, event) {
  const own = date !== undefined && isDate(date)
  const summary = plain(subject ?? '', 'summary')
  return {
    id: `tag-${name}`,
    date: own ? date : event.date,
    dateNote: own ? 'When the tag was made.' : 'The tag has no date: this is that of its commit.',
    title: plain(name, 'title'),
    summary: summary === '' ? event.title : summary,
    organizations: ['releases'],
    topics: ['release'],
    importance: tagImportance(name),
    ...(event.links === undefined ? {} : { links: event.links }),
  }
}

/** 5 for whole numbers such as v2.0, 3 for candidates and the like, 4 for all other tags. */
function tagImportance(name) {
  if (/\d[.-]?(?:rc|alpha|beta|pre|dev|next|canary|[ab]\d)/i.test(name)) return 3
  const [, major, rest] = /(\d+)((?:\.\d+)*)$/.exec(name) ?? []
  return Number(major) > 0 && /^(?:\.0)*$/.test(rest) ? 5 : 4
}
