import { run } from './run.ts'

// Whoever reads our output may have heard enough (`| head`): no reason to complain.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  talk: (line) => process.stderr.write(`${line}\n`),
  // It is built to lib/cli.js.
  home: new URL('..', import.meta.url),
})
