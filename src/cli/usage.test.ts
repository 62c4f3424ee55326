import { describe, expect, it } from 'vitest'

import { onlyFile, readArguments, UsageError } from './usage.ts'

function refusal(args: readonly string[]): { message: string; hint: string | undefined } {
  try {
    readArguments(args)
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, hint: error.hint }
    throw error
  }
  throw new Error(`Not refused: ${args.join(' ')}`)
}

describe('readArguments', () => {
  it('tells files from options, wherever they stand', () => {
    expect(readArguments(['render', '--size', '80x90', 'a.json', '-o', 'b.svg'])).toEqual({
      kind: 'run',
      command: 'render',
      files: ['a.json'],
      options: { size: '80x90', out: 'b.svg' },
    })
    expect(readArguments(['validate', '-', '--', '--odd.json'])).toMatchObject({
      files: ['-', '--odd.json'],
    })
    expect(readArguments(['convert', 'a', '-o', '-'])).toMatchObject({ options: { out: '-' } })
  })

  it.each([
    [['--help'], undefined],
    [['-h'], undefined],
    [['help'], undefined],
    [['help', 'render'], 'render'],
    [['render', 'x', '--help'], 'render'],
  ])('gives help for %j', (args, command) => {
    const request = readArguments(args)
    expect(request.kind === 'help' && request.command?.name).toBe(command)
  })

  it('knows the version', () => {
    expect(readArguments(['--version'])).toEqual({ kind: 'version' })
  })

  it.each<[readonly string[], string, string]>([
    [[], 'No command was given.', 'See throughline --help.'],
    [['rendr'], 'There is no command rendr.', 'Did you mean render?'],
    [['zzz'], 'There is no command zzz.', 'The commands are validate, convert, render, tile.'],
    [['validate', '--jsn', 'a'], "Unknown option '--jsn'.", 'Did you mean --json?'],
    [
      ['render', 'a', '--out'],
      "Option '-o, --out <value>' argument missing.",
      'See throughline render --help.',
    ],
    [
      ['validate', '--json=1', 'a'],
      "Option '--json' does not take an argument.",
      'See throughline validate --help.',
    ],
  ])('refuses %j', (args, message, hint) => {
    expect(refusal(args)).toEqual({ message, hint })
  })
})

describe('onlyFile', () => {
  it('takes exactly one', () => {
    expect(onlyFile(['a'], 'render')).toBe('a')
    expect(() => onlyFile([], 'render')).toThrow('No file was given.')
    expect(() => onlyFile(['a', 'b', 'c'], 'render')).toThrow('b c is too many')
  })
})
