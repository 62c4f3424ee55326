/**
 * What the element's script needs on top of a plain build: its style sheets inside it as one text, made
 * for a shadow root, and no file that it would have to find beside itself.
 */
import { keepOut } from './keepOut.mjs'
import { loadFrom, queriesOnly } from './queriesOnly.mjs'
import { shortNames } from './shortNames.mjs'

/** Stands in src/embed/elementSheet.ts, and in src/embed/adoptStyles.ts for the npm package. */
const placeOfStyles = /(["'`])%THROUGHLINE-STYLES%\1/

/** @returns {import('vite').Plugin[]} */
export function elementPlugins() {
  return [
    asOneFile(),
    queriesOnly(),
    {
      name: 'throughline-element-styles',
      enforce: 'pre',
      // The style sheet is the shadow root's own.
      config: () => ({ css: { modules: { generateScopedName: shortNames() } } }),
      transform: (code, id) =>
        id.endsWith('/src/ui/shared/tokens.css') ? tokensOfHost(code) : undefined,
    },
    inlineStyles(),
    keepOut(),
  ]
}

/** By module, what stands in its place where everything is in one file. */
const inOneFile = {
  // A worker would be a file of its own, and what reads in bulk without one has no room: documents are
  // read as a whole instead, in slices; and tiles need both.
  '/src/loading/bulk/readLarge.ts': "export * from '../readWhole.ts'",
  '/src/loading/tiles/openTiles.ts': "export * from '../withoutTiles.ts'",
  '/src/ui/shell/FollowTiles.tsx': 'export const FollowTiles = () => null',
  '/src/ui/shell/PartsNote.tsx': 'export const PartsNote = () => null',
  // There the English sentences, which say it all, have to do.
  '/src/ui/shared/problemSummary.ts': 'export const problemSummary = () => undefined',
  // Nothing runs before the file itself.
  '/src/loading/askEarly.ts': 'export const takeEarly = () => undefined',
}

/** Leaves out what only a page of many files has a use for. */
export function asOneFile() {
  return {
    name: 'throughline-as-one-file',
    enforce: 'pre',
    load: loadFrom(inOneFile),
  }
}

/** Writes the style sheets into the script as one text, where it has a place for them. */
export function inlineStyles() {
  return {
    name: 'throughline-inline-styles',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'))
        const styles = sheets.map(({ source }) => String(source)).join('\n')
        for (const { fileName } of sheets) delete bundle[fileName]
        const script = Object.values(bundle).find(
          ({ type, code }) => type === 'chunk' && placeOfStyles.test(code),
        )
        if (script === undefined) this.error('There is no place for the styles.')
        script.code = script.code.replace(placeOfStyles, () => JSON.stringify(styles.trim()))
      },
    },
  }
}

/**
 * In a shadow root the tokens stand on the element alone: on a wrapper inside they would hide what the
 * page around sets.
 */
export function tokensOfHost(css) {
  return css
    .replaceAll(/^\s*\[data-throughline\][^{},]*,\n/gm, '')
    .replaceAll(/\[data-throughline\]((?:\[[^\]]*\]|:not\([^)]*\))+)(?=\s*[,{])/g, ':host($1)')
    .replaceAll(/\[data-throughline\](?=\s*[,{])/g, ':host')
}
