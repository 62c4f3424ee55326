import { describe, expect, it } from 'vitest'

import { commands } from './commands.ts'
import { commandHelp, generalHelp } from './helpText.ts'

const texts = [
  ['throughline', generalHelp()],
  ...commands.map((one) => [one.name, commandHelp(one)]),
]

describe('the help', () => {
  it.each(texts)('of %s fits a terminal', (_name, text) => {
    const long = text
      ?.split('\n')
      .filter((line) => line.length > 80 && !/^ {2}throughline|jq/.test(line))
    // What is meant to be copied stays on one line.
    expect(long?.filter((line) => !line.startsWith('Usage:'))).toEqual([])
  })

  it('names every command, and each its options', () => {
    for (const { name, options } of commands) {
      expect(generalHelp()).toContain(`  ${name} `)
      const help = commandHelp(commands.find((one) => one.name === name)!)
      for (const option of options) expect(help).toContain(`--${option.name}`)
    }
  })

  it('promises no command that does not exist', () => {
    expect(texts.join('\n')).not.toMatch(/\b(bundle|publish|doctor|pptx)\b/)
  })
})
