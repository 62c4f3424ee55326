import { fileURLToPath } from 'node:url'

const stand = fileURLToPath(new URL('preactAsReact.mjs', import.meta.url))

/** For `resolve.alias` of a build: what is imported from React comes from Preact. */
export const preactAliases = [
  { find: /^react(-dom(\/client)?)?$/, replacement: stand },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
]
