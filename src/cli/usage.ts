import { parseArgs } from 'node:util'

import { nearestName } from '#core/model/reading.ts'
import { type CommandInfo, commands, commonOptions } from './commands.ts'

/** What a person has asked for. */
export type Request =
  | { readonly kind: 'help'; readonly command: CommandInfo | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run'
      readonly command: CommandInfo['name']
      readonly files: readonly string[]
      readonly options: Options
    }

/** Values by the names of the options; a switch that was given is `true`. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** The command was called wrongly, or a file cannot be read or written: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** What to do about it, where the message does not say so. */
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** Reads the arguments after `throughline`. Throws a `UsageError`. */
export function readArguments(args: readonly string[]): Request {
  const [first, ...rest] = args
  if (first === undefined) throw new UsageError('No command was given.', seeHelp())
  if (first === '--version' || first === '-V') return { kind: 'version' }
  if (first === '--help' || first === '-h') return { kind: 'help', command: undefined }
  if (first === 'help') {
    const [about] = rest
    return { kind: 'help', command: about === undefined ? undefined : commandNamed(about) }
  }
  const command = commandNamed(first)
  const { values, positionals } = parse(command, rest)
  if (values['help'] === true) return { kind: 'help', command }
  return { kind: 'run', command: command.name, files: positionals, options: values }
}

/** The text of an option; undefined when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** The only file of a command that takes one. */
export function onlyFile(files: readonly string[], command: CommandInfo['name']): string {
  const [file, ...more] = files
  if (file === undefined) throw new UsageError('No file was given.', seeHelp(command))
  if (more.length > 0) {
    throw new UsageError(`One file at a time: ${more.join(' ')} is too many.`, seeHelp(command))
  }
  return file
}

export function seeHelp(command?: CommandInfo['name']): string {
  return `See throughline ${command === undefined ? '' : `${command} `}--help.`
}

/** " Did you mean …?" where one of the names is near. */
export function meant(name: string, known: readonly string[]): string | undefined {
  const near = nearestName(name, known)
  return near === undefined ? undefined : `Did you mean ${near}?`
}

function commandNamed(name: string): CommandInfo {
  const command = commands.find((known) => known.name === name)
  if (command !== undefined) return command
  const names = commands.map((known) => known.name)
  const hint = meant(name, names) ?? `The commands are ${names.join(', ')}.`
  throw new UsageError(`There is no command ${name}.`, hint)
}

function parse(
  command: CommandInfo,
  args: readonly string[],
): { readonly values: Options; readonly positionals: readonly string[] } {
  const known = [...command.options, ...commonOptions]
  const options = Object.fromEntries(
    known.map(({ name, short, value }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short }),
      },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const unknown = /^Unknown option '(-+)([^']+)'/.exec(words)
    const near =
      unknown?.[2] &&
      meant(
        unknown[2],
        known.map(({ name }) => name),
      )
    // What follows the first sentence is advice to programmers.
    const sentence = words.split(/\. |\n/)[0] ?? words
    throw new UsageError(
      sentence.endsWith('.') ? sentence : `${sentence}.`,
      near?.replace('mean ', 'mean --') ?? seeHelp(command.name),
    )
  }
}
