const panelSources = [
  'core',
  'state',
  'render',
  'picture',
  'input',
  'loading',
  'formats',
  'i18n',
  'ui/shared',
]
// react-dom for portals and flushSync: roots are made in app and embed.
const panelPackages = ['react', 'react-dom', 'zustand', '@tanstack/react-query']

/**
 * Which folder of `src` may import from which: docs/architecture.md as data. An allow-list, so a
 * new folder or package has to be let in on purpose.
 *
 * `from` names folders of `src` (with all below) or single files (without extension). A folder may
 * always import from itself, and from folders below it unless these have rows of their own.
 * `ui/*` as a folder is a row for each panel by itself: panels know `ui/shared` and the files that
 * lie in `ui`, never each other. `app` puts them together.
 */
export const importRules = [
  { folder: 'core/time', from: [], npm: [] },
  { folder: 'core/model', from: ['core/time'], npm: ['valibot'] },
  { folder: 'core/data', from: ['core/time', 'core/model'], npm: [] },
  { folder: 'core/viewport', from: ['core/time'], npm: ['d3-interpolate'] },
  {
    folder: 'core/tiles',
    from: ['core/time', 'core/model', 'core/data', 'core/viewport'],
    npm: [],
  },
  {
    folder: 'core/layout',
    from: ['core/time', 'core/model', 'core/data', 'core/viewport'],
    npm: ['d3-interpolate'],
  },
  {
    folder: 'core/scene',
    from: ['core/time', 'core/model', 'core/data', 'core/viewport', 'core/layout'],
    npm: ['d3-interpolate'],
  },
  { folder: 'render', from: ['core'], npm: ['d3-selection', 'd3-shape', 'd3-ease'] },
  { folder: 'input', from: ['core'], npm: ['d3-selection'] },
  { folder: 'i18n', from: [], npm: [] },
  {
    folder: 'formats',
    from: ['core', 'i18n', 'render/svg/svgString', 'render/canvas/drawScene'],
    npm: ['papaparse', 'ical.js', 'marked', 'htmlparser2'],
  },
  { folder: 'state', from: ['core'], npm: ['zustand'] },
  // One state as one drawing, with no browser: for the page and for the command line.
  { folder: 'picture', from: ['core', 'i18n', 'render/svg', 'state'], npm: [] },
  // A large document comes with what draws it.
  {
    folder: 'loading',
    from: ['core', 'formats', 'render/bringCanvas'],
    npm: ['@tanstack/react-query'],
  },
  // A file in `ui` itself is what all panels may know.
  { folder: 'ui', from: panelSources, npm: panelPackages },
  // The shell puts the panels together, on our own page and in an embed.
  { folder: 'ui/shell', from: [...panelSources, 'ui'], npm: panelPackages },
  { folder: 'ui/*', from: [...panelSources, 'ui/*'], npm: panelPackages },
  {
    folder: 'embed',
    from: ['ui', 'state', 'loading', 'core', 'i18n'],
    npm: ['react', 'react-dom', 'zustand', '@tanstack/react-query'],
  },
  {
    folder: 'app',
    from: ['embed', 'ui', 'state', 'loading', 'core', 'i18n'],
    npm: ['react', 'react-dom', 'zustand', '@tanstack/react-query'],
  },
  {
    folder: 'cli',
    from: [
      'core',
      'formats',
      'i18n',
      'picture',
      'state',
      'loading/decodeText',
      'loading/decodeForeign',
    ],
    npm: ['node:*', '@duckdb/node-api'],
  },
]

/** What a test may use on top of its folder's row: core is given its words, so its tests give them. */
export const testSources = ['i18n']
export const testPackages = [
  'vitest',
  'fast-check',
  'edtf',
  'd3-interpolate',
  'node:*',
  'react-dom',
]
