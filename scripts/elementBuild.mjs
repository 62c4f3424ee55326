/**
 * What the element's script needs on top of a plain build: its style sheets inside it as one text, made
 * for a shadow root, and no file that it would have to find beside itself.
 */

/** Stands in src/embed/elementSheet.ts. */
const placeOfStyles = /(["'`])%THROUGHLINE-STYLES%\1/

/** @returns {import('vite').Plugin[]} */
export function elementPlugins() {
  return [
    {
      name: 'throughline-element-sources',
      enforce: 'pre',
      load(id) {
        // A worker would be a file of its own: documents are read in slices instead.
        if (!id.endsWith('/src/loading/parseInWorker.ts')) return undefined
        return 'export const parseInWorker = () => Promise.resolve(undefined)'
      },
      transform(code, id) {
        return id.endsWith('/src/ui/shared/tokens.css') ? tokensOfHost(code) : undefined
      },
    },
    {
      name: 'throughline-element-styles',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'))
          const styles = sheets.map(({ source }) => String(source)).join('\n')
          for (const { fileName } of sheets) delete bundle[fileName]
          const script = Object.values(bundle).find(({ type }) => type === 'chunk')
          if (script === undefined || !placeOfStyles.test(script.code)) {
            this.error('The element has no place for its styles.')
          }
          script.code = script.code.replace(placeOfStyles, () => JSON.stringify(styles.trim()))
        },
      },
    },
  ]
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
