/**
 * Builds the scripts that stand beside the page in dist/, each one file that needs no other.
 * Run after `vite build`, which empties the folder: node scripts/buildScripts.mjs.
 */
import { build } from 'vite'
import { elementPlugins } from './elementBuild.mjs'
import { preactAliases } from './preactAliases.mjs'

/**
 * A module for pages that import it (`es`), or a classic script (`iife`) for those that name it.
 * @type {readonly {file: string, source: string, format: 'es' | 'iife' | 'umd', name?: string,
 *   plugins?: () => import('vite').Plugin[]}[]}
 */
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

for (const { file, source, format, name, plugins } of pageScripts) {
  // One build each: together they would share chunks, and no file could be copied alone.
  await build({
    configFile: false,
    publicDir: false,
    // Warnings are about directives that mean nothing in one file.
    logLevel: 'error',
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    resolve: { alias: preactAliases },
    ...(plugins && { plugins: plugins(), define: { 'process.env.NODE_ENV': '"production"' } }),
    build: {
      emptyOutDir: false,
      outDir: process.env.BUILD_DIST ?? 'dist',
      cssCodeSplit: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: source,
        preserveEntrySignatures: 'strict',
        output: {
          format,
          // As the modules were written; Preact finds out by it what it cannot set as a property.
          strict: true,
          entryFileNames: file,
          codeSplitting: false,
          ...(name && { name, exports: 'default' }),
        },
      },
    },
  })
  console.log(`dist/${file}`)
}
