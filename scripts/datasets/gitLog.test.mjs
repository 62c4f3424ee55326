import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { gitDocument } from './gitLog.mjs'

const folder = mkdtempSync(join(tmpdir(), 'throughline-git-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ada = { name: 'Ada', email: 'ada@engines.example' }
const bob = { name: 'Bob', email: 'bob@engines.example' }
const robot = { name: 'fix-it[bot]', email: 'fix@robots.example' }

function git(args, env = {}) {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
  })
  if (status !== 0) throw new Error(stderr)
}

const as = ({ name, email }, date, committed = date) => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_AUTHOR_DATE: date,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email,
  GIT_COMMITTER_DATE: committed,
})

function commit(message, files, env) {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), message)
  }
  git(['add', '.'])
  git(['commit', '-q', '-m', message], env)
}

beforeAll(() => {
  git(['init', '-q', '-b', 'main'])
  git(['remote', 'add', 'origin', 'https://name:secret@github.com/some/engine.git'])
  commit('Begin', ['README.md'], as(ada, '2020-01-01T09:00:00+05:30'))
  const body = 'Because it was asked for.\n\nAnd more.\n\nSigned-off-by: Bob <bob@engines.example>'
  const late = as(bob, '2020-01-02T09:00:00-08:00', '2020-03-02T09:00:00-08:00')
  commit(`Add wheels\n\n${body}`, ['src/wheels/a', 'src/wheels/b', 'docs/wheels', 'ünï "c"'], late)
  git(['tag', 'v0.9-rc1'])
  git(['checkout', '-q', '-b', 'side'])
  commit('Turn', ['docs/a', 'docs/b'], as(robot, '2020-03-03T09:00:00Z'))
  git(['checkout', '-q', 'main'])
  const title = 'Merge pull request #7 from someone/side\n\nTurn the wheels'
  git(['merge', '-q', '--no-ff', '-m', title, 'side'], as(ada, '2020-03-04T09:00:00Z'))
  git(['tag', '-a', 'v1.0', '-m', 'The first'], as(ada, '2020-03-05T09:00:00+01:00'))
  git(['commit', '-q', '--allow-empty', '-m', 'Revert "Turn"'], as(bob, '2020-03-06T09:00:00Z'))
})

async function documentOf(options) {
  const { head, events } = await gitDocument(folder, options)
  return { ...head, events: await Readable.from(events).toArray() }
}

describe('gitDocument', () => {
  it('is a document without faults', async () => {
    for (const options of [{}, { lanes: 'domains', names: true }, { depth: 2 }]) {
      expect(readDocument(await documentOf(options)).problems).toEqual([])
    }
  })

  it('tells commits and tags, when and how important', async () => {
    const { events } = await documentOf()
    expect(
      events.map(({ title, date, organizations, topics, importance }) => [
        title,
        date,
        organizations[0],
        topics?.join(' '),
        importance,
      ]),
    ).toEqual([
      ['Revert "Turn"', '2020-03-06T09:00:00+00:00', 'others', 'revert', 3],
      ['Turn the wheels (#7)', '2020-03-04T09:00:00+00:00', 'docs', 'merge', 3],
      ['v1.0', '2020-03-05T09:00:00+01:00', 'releases', 'release', 5],
      ['Turn', '2020-03-03T09:00:00+00:00', 'docs', 'program', 1],
      ['Add wheels', '2020-01-02T09:00:00-08:00', 'src', undefined, 2],
      ['v0.9-rc1', '2020-01-02T09:00:00-08:00', 'releases', 'release', 3],
      ['Begin', '2020-01-01T09:00:00+05:30', 'Files-at-the-top', undefined, 5],
    ])
  })

  it('says how the date is known where that is not plain', async () => {
    const { events } = await documentOf()
    const notes = new Map(events.map(({ title, dateNote }) => [title, dateNote]))
    expect(notes.get('Add wheels')).toBe('By the author’s clock. Committed on 2020-03-02.')
    expect(notes.get('v1.0')).toBe('When the tag was made.')
    expect(notes.get('v0.9-rc1')).toMatch('The tag has no date')
    expect(notes.get('Turn')).toBeUndefined()
  })

  it('links to public hosts, without what the address of the remote hides', async () => {
    const document = await documentOf()
    expect(document.title).toBe('Commits of engine')
    expect(document.events[0].links[0].url).toMatch(
      /^https:\/\/github\.com\/some\/engine\/commit\/[0-9a-f]{40}$/,
    )
    expect(JSON.stringify(document)).not.toContain('secret')
  })

  it('counts people and programs, and names nobody unless it is asked to', async () => {
    const text = JSON.stringify(await documentOf())
    expect(text).toContain(
      '5 commits of 2 authors, 1 merge and 1 by programs among them, and 2 tags',
    )
    expect(text).not.toMatch(/Ada|Bob|@/)
    const named = await documentOf({ names: true })
    expect(named.people.map(({ name }) => name)).toEqual(['Ada', 'Bob'])
    expect(named.events.at(-1).people).toEqual(['Ada'])
    expect(JSON.stringify(named)).not.toContain('@')
  })

  it('keeps the first words of a message', async () => {
    const { events } = await documentOf()
    const wheels = events.find(({ title }) => title === 'Add wheels')
    expect(wheels.summary).toBe('Because it was asked for. (4 files)')
  })

  it('makes lanes of folders in folders, and of domains that several authors share', async () => {
    const lanes = async (options) =>
      (await documentOf(options)).organizations.map(({ name }) => name)
    expect(await lanes({ depth: 2 })).toContain('src/wheels/')
    expect(await lanes({ lanes: 'domains' })).toEqual(['Tags', 'Other domains'])
    commit('Third', ['third'], as({ name: 'Cy', email: 'cy@engines.example' }, '2021-01-01T00:00Z'))
    expect(await lanes({ lanes: 'domains' })).toEqual(['Tags', 'engines.example', 'Other domains'])
  })

  it('takes a stretch of the history, with the tags in it', async () => {
    const { events } = await documentOf({ revisions: ['v0.9-rc1'] })
    expect(events.map(({ title }) => title)).toEqual(['Add wheels', 'v0.9-rc1', 'Begin'])
  })

  it('tells of what git cannot do', async () => {
    await expect(documentOf({ revisions: ['nowhere'] })).rejects.toThrow('git log ended with 128')
  })
})
