/** Builds one script that needs no other file: for pages that load it, and for the npm package. */
import { build } from 'vite'
import { preactAliases } from './preactAliases.mjs'

/**
 * @param {{file: string, source: string, format: 'es' | 'iife' | 'umd', name?: string,
 *   plugins?: () => import('vite').Plugin[]}} script `format`: a module for pages that import it
 *   (`es`), or a classic script (`iife`) for those that name it
 * @param {string} folder that it is written to
 * @param {{license?: {fileName: string}}} more for the build
 */
export async function buildOneFile({ file, source, format, name, plugins }, folder, more = {}) {
  await build({
    configFile: false,
    publicDir: false,
    // Warnings are about directives that mean nothing in one file.
    logLevel: 'error',
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    resolve: { alias: preactAliases },
    ...(plugins && { plugins: plugins(), define: { 'process.env.NODE_ENV': '"production"' } }),
    build: {
      ...more,
      emptyOutDir: false,
      outDir: folder,
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
}
