/**
 * Builds the scripts that stand beside the page in dist/, each one file that needs no other.
 * Run after `vite build`, which empties the folder: node scripts/buildScripts.mjs.
 */
import { build } from 'vite'

/**
 * A module for pages that import it (`es`), or a classic script (`iife`) for those that name it.
 * @type {readonly {file: string, source: string, format: 'es' | 'iife'}[]}
 */
const pageScripts = [{ file: 'host.js', source: 'src/embed/frameHost.ts', format: 'es' }]

for (const { file, source, format } of pageScripts) {
  // One build each: together they would share chunks, and no file could be copied alone.
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: source,
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  })
  console.log(`dist/${file}`)
}
