/**
 * Builds the scripts that stand beside the page in dist/, each one file that needs no other.
 * Run after `vite build`, which empties the folder: node scripts/buildScripts.mjs.
 */
import { buildOneFile } from './buildOneFile.mjs'
import { elementPlugins } from './elementBuild.mjs'

/** @type {readonly Parameters<typeof buildOneFile>[0][]} */
const pageScripts = [
  { file: 'host.js', source: 'src/embed/frameHost.ts', format: 'es' },
  { file: 'element.js', source: 'src/embed/element.ts', format: 'iife', plugins: elementPlugins },
  {
    file: 'reveal-plugin.js',
    source: 'src/embed/reveal.ts',
    format: 'umd',
    name: 'RevealThroughline',
  },
]

// One build each: together they would share chunks, and no file could be copied alone.
for (const script of pageScripts) {
  await buildOneFile(script, process.env.BUILD_DIST ?? 'dist')
  console.log(`dist/${script.file}`)
}
