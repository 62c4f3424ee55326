/**
 * Builds the command line into lib/ and runs it: npm run --silent cli -- validate timeline.json. What
 * building says must not get among the results, and says nothing unless it fails.
 */
import { buildCli } from './buildLib.mjs'

await buildCli()
await import(new URL('../lib/cli.js', import.meta.url).href)
