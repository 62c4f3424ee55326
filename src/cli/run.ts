import { readFileSync } from 'node:fs'

import { commandHelp, generalHelp } from './helpText.ts'
import { type ExitCode, type Context, visible } from './context.ts'
import { readArguments, type Request, UsageError } from './usage.ts'

/** Does what the arguments after `throughline` ask for. Each command is loaded when it is needed. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const request = readArguments(args)
    switch (request.kind) {
      case 'help':
        context.out(request.command === undefined ? generalHelp() : commandHelp(request.command))
        return 0
      case 'version':
        context.out(`${versionOf(context)}\n`)
        return 0
      default:
        return await runCommand(request, context)
    }
  } catch (error) {
    if (!(error instanceof UsageError)) {
      // A fault of ours. It must not look like one of the input, which is exit code 1.
      context.talk(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return 2
    }
    context.talk(visible(`throughline: ${error.message}`))
    if (error.hint !== undefined) context.talk(visible(error.hint))
    return 2
  }
}

async function runCommand(
  { command, files, options }: Extract<Request, { readonly kind: 'run' }>,
  context: Context,
): Promise<ExitCode> {
  switch (command) {
    case 'validate':
      return (await import('./validate.ts')).validate(files, options, context)
    case 'render':
      return (await import('./render.ts')).render(files, options, context)
    case 'tile':
      return (await import('#cli/tile/tile.ts')).tile(files, options, context)
    default:
      return (await import('./convert.ts')).convert(files, options, context)
  }
}

function versionOf({ home }: Context): string {
  const own: unknown = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'))
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : ''
}
