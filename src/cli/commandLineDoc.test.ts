import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

import { commands } from './commands.ts'
import { commandHelp, generalHelp } from './helpText.ts'

const docs = fileURLToPath(new URL('../../docs/', import.meta.url))

/** Each place for a help text, and what stands there. */
const place = /<!-- help: (\w+) -->\n(?:\n```text\n[\s\S]*?```\n)?/g

function helpOf(name: string): string {
  const command = commands.find((one) => one.name === name)
  return command === undefined ? generalHelp() : commandHelp(command)
}

/** `UPDATE_DOCS=1` writes the page anew. */
it('docs/command-line.md says what --help says', () => {
  const file = `${docs}command-line.md`
  const written = readFileSync(file, 'utf8')
  const names = Array.from(written.matchAll(place), ([, name]) => name)
  expect(names).toEqual(['throughline', ...commands.map(({ name }) => name)])
  const told = written.replaceAll(place, (_all, name: string) => {
    const command = name === 'throughline' ? name : `throughline ${name}`
    return `<!-- help: ${name} -->\n\n\`\`\`text\n$ ${command} --help\n${helpOf(name)}\`\`\`\n`
  })
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, told)
  expect(readFileSync(file, 'utf8')).toBe(told)
})

it('the problem matcher of docs/check-in-ci.md reads our lines', () => {
  const page = readFileSync(`${docs}check-in-ci.md`, 'utf8')
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  const { problemMatcher } = JSON.parse(json)
  const { regexp, ...groups } = problemMatcher[0].pattern[0]
  const line = 'a/b c.json:6:15: error date-unreadable The date "x" cannot be read. Write it: so.'
  const match = new RegExp(regexp).exec(line)
  const read = Object.entries(groups).map(([name, group]) => [name, match?.[Number(group)]])
  expect(Object.fromEntries(read)).toEqual({
    file: 'a/b c.json',
    line: '6',
    column: '15',
    severity: 'error',
    code: 'date-unreadable',
    message: 'The date "x" cannot be read. Write it: so.',
  })
})
