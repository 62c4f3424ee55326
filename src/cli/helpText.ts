import { type CommandInfo, commands, commonOptions, type OptionInfo } from './commands.ts'

/** Columns of a terminal that nobody has widened. */
const width = 80

/** What `throughline --help` prints. */
export function generalHelp(): string {
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary])
  return [
    'Checks, converts, draws and cuts timelines.',
    '',
    'Usage: throughline COMMAND …',
    '',
    ...table(rows),
    '',
    ...table([
      ['--help, -h', 'Show this; after a command, what that command does.'],
      ['--version', 'Show the version.'],
    ]),
    '',
    ...wrap(
      'A file may be -, which is standard input, or standard output. Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 the input has errors (what could be done has been done); 2 wrong usage, or a file that cannot be read or written.',
      '',
    ),
    '',
  ].join('\n')
}

/** What `throughline COMMAND --help` prints. */
export function commandHelp({ usage, summary, about, options, examples }: CommandInfo): string {
  const rows = [...options, ...commonOptions].map((option): [string, string] => [
    flagOf(option),
    option.says,
  ])
  return [
    summary,
    '',
    `Usage: ${usage}`,
    '',
    ...about.flatMap((paragraph) => [...wrap(paragraph, ''), '']),
    ...table(rows),
    '',
    ...examples.flatMap(([does, command]) => [`  # ${does}`, `  ${command}`]),
    '',
  ].join('\n')
}

function flagOf({ name, short, value }: OptionInfo): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`
  return short === undefined ? long : `${long}, -${short}`
}

/** Two columns; the second is wrapped beside the first. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows.flatMap(([name, says]) => {
    const lines = wrap(says, ' '.repeat(first))
    return [`  ${name}`.padEnd(first) + (lines[0] ?? '').trimStart(), ...lines.slice(1)]
  })
}

/** Words in lines that fit; a longer word stands alone. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line !== indent && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
    }
    line += line === indent ? word : ` ${word}`
  }
  return [...lines, line]
}
