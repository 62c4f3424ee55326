import { spawn, spawnSync } from 'node:child_process'

/** What git tells of a commit, in this order; none of it can hold the NUL that parts them. */
const fields = ['hash', 'parents', 'authored', 'committed', 'author', 'email', 'subject', 'body']
const places = ['%H', '%P', '%aI', '%cI', '%aN', '%aE', '%s', '%b']

/**
 * The commits of a repository as `git log` tells them, newest first, with the files that each changed;
 * of a merge, those that it brought. One is held at a time.
 * @param {string} path of the repository
 * @param {string[]} revisions as git log takes them; what is checked out when empty
 */
export async function* commitsOf(path, revisions = []) {
  const format = `${places.map((place) => `%x00${place}`).join('')}%x00`
  const settings = ['-C', path, '-c', 'core.quotePath=off', '-c', 'log.showSignature=false']
  const files = ['--name-only', '--diff-merges=first-parent']
  const shape = ['--no-color', '--encoding=UTF-8', `--format=${format}`]
  const range = ['--end-of-options', ...revisions, '--']
  const git = spawn('git', [...settings, 'log', ...files, ...shape, ...range], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((done, fail) => {
    git.once('error', fail)
    git.once('close', done)
  })
  let values
  for await (const value of partsOf(git.stdout.setEncoding('utf8'))) {
    // Nothing stands before the first NUL.
    if (values === undefined) {
      values = []
      continue
    }
    values.push(value)
    if (values.length > fields.length) {
      yield commitOf(values)
      values = []
    }
  }
  const code = await ended
  if (code !== 0) throw new Error(`git log ended with ${code}`)
}

/** The texts between NULs. */
async function* partsOf(stream) {
  let rest = ''
  for await (const chunk of stream) {
    const parts = (rest + chunk).split('\0')
    rest = parts.pop()
    yield* parts
  }
  yield rest
}

/** Fields, then the files, one a line, up to where the next commit begins. */
function commitOf(values) {
  const commit = Object.fromEntries(fields.map((field, i) => [field, values[i]]))
  return {
    ...commit,
    parents: commit.parents.split(' ').filter(Boolean),
    // Git puts names with odd characters into quotation marks.
    files: values
      .at(-1)
      .split('\n')
      .filter(Boolean)
      .map((file) => file.replace(/^"/, '')),
  }
}

/** Tags by the commit that they are on; `date` is absent from a tag that is but a name. */
export function tagsOf(path) {
  const places = ['objectname', '*objectname', 'refname:short', 'taggerdate:iso-strict', 'subject']
  const format = places.map((place) => `%(${place})`).join('%00')
  const text = git(path, ['for-each-ref', 'refs/tags', `--format=${format}`]) ?? ''
  const tags = new Map()
  for (const line of text.split('\n').filter(Boolean)) {
    const [object, commit, name, date, subject] = line.split('\0')
    const on = commit === '' ? object : commit
    // What is on a tag that is but a name is told by its commit.
    const tag = commit === '' ? { name } : { name, date, subject }
    tags.set(on, [...(tags.get(on) ?? []), tag])
  }
  return tags
}

/** What a repository is called, where its commits can be read on the web, and whether it is whole. */
export function repositoryOf(path) {
  const top = git(path, ['rev-parse', '--show-toplevel']) ?? path
  const remote = git(path, ['remote', 'get-url', 'origin']) ?? ''
  return {
    name:
      (/([^/:]+?)(?:\.git)?\/?$/.exec(remote) ?? /([^/\\]+)[/\\]*$/.exec(top))?.[1] ??
      'a repository',
    isShallow: git(path, ['rev-parse', '--is-shallow-repository']) === 'true',
    ...addressesOf(remote),
  }
}

/** How sites of public repositories address a commit. */
const commitPaths = new Map([
  ['github.com', 'commit/'],
  ['gitlab.com', '-/commit/'],
  ['codeberg.org', 'commit/'],
  ['bitbucket.org', 'commits/'],
])

/** Made anew from host and path, since what git keeps may hold a password. Nothing for other hosts. */
function addressesOf(remote) {
  const match = /^(?:\w+:\/\/)?(?:[^@/]+@)?([\w.-]+)(?::\d+)?[:/]+(.+?)(?:\.git)?\/?$/.exec(remote)
  const [, host, path] = match ?? []
  const commitPath = commitPaths.get(host)
  if (commitPath === undefined) return {}
  const url = `https://${host}/${path}`
  return { url, commitUrl: `${url}/${commitPath}` }
}

/** What a git command prints; undefined when it fails, such as for a remote that is absent. */
function git(path, args) {
  const { status, stdout } = spawnSync('git', ['-C', path, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout.trim() : undefined
}
