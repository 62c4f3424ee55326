/**
 * How heavy the built page may be: gzip (level 9) of JavaScript and CSS, in kB of 1000 bytes,
 * without fonts. A figure is raised on purpose, with the reason in the commit.
 */
export const sizeBudget = {
  /** What the first load of index.html fetches before it draws. */
  firstLoad: 165,
  /** Any one chunk that is fetched on demand, unless named below. */
  lazyChunk: 20,
  /** By the name of the chunk, which is the name of the file that is imported on demand. */
  lazyChunks: {},
  /**
   * embed.html without the document in it: everything in one file, so nothing comes on demand. The aim
   * is 180; React alone is 75 of it, and what is inside is everything that a reader may ask for.
   */
  embedPage: 220,
  /** Scripts beside the page that other pages load: scripts/buildScripts.mjs makes them. */
  scripts: { 'host.js': 3, 'element.js': 225, 'reveal-plugin.js': 3 },
}

/**
 * Source files that must never be part of the first load: most readers never ask for them.
 * A pattern that matches nothing yet is fine.
 */
export const onDemandOnly = [
  { name: 'list twin', pattern: /^src\/ui\/list\/(?!PrintSheet).*\.tsx$/ },
  { name: 'about page', pattern: /^src\/ui\/about\// },
  { name: 'share dialog', pattern: /^src\/ui\/share\// },
  { name: 'error pages', pattern: /^src\/ui\/failure\// },
  { name: 'print', pattern: /^src\/.*\/Printed[A-Z]\w*\.tsx?$/ },
  { name: 'Chinese words', pattern: /^src\/i18n\/.*\.zh-Hans\.ts$/ },
  { name: 'exporters and importers', pattern: /^src\/formats\// },
]
