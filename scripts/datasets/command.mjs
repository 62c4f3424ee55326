import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Where documents are put when no place is named. Git ignores it; the dev server and `npm run preview`
 * serve it as `examples/large/` (vite.config.ts).
 */
const madeFolder = join(import.meta.dirname, 'made')

/** The file that `-o` names, or one in the folder of made documents; `-` is the standard output. */
export function outputOf(given, name) {
  if (given === '-') return given
  return given === undefined ? join(madeFolder, `${name}.ndjson`) : resolve(given)
}

/** Tells on the standard error how much was written, and how to see it. */
export function tellWritten(file, count) {
  const events = `${count.toLocaleString('en')} events`
  if (file === '-') {
    console.error(events)
  } else {
    const isServed = dirname(file) === madeFolder
    const place = isServed ? `, ?src=examples/large${file.slice(madeFolder.length)}` : ''
    console.error(`${file}: ${events}${place}`)
  }
}

/** Runs `main` when Node was asked for the file of this address; a fault is told in one line. */
export async function runAsCommand(address, main) {
  if (address !== pathToFileURL(process.argv[1] ?? '').href) return
  try {
    await main()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
