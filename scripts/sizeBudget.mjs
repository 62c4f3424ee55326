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
  lazyChunks: {
    // ical.js, which knows how calendars repeat, and their zones.
    ics: 32,
    // htmlparser2 with its entities, which every importer shares; called after a module of ours in it.
    shortTitle: 28,
    // A worker shares nothing with the page: all that reads documents, whole and in bulk.
    'parse.worker': 32,
  },
  /**
   * embed.html without the document in it: everything in one file, so nothing comes on demand. Never
   * over 180.
   */
  embedPage: 180,
  /** Scripts beside the page that other pages load: scripts/buildScripts.mjs makes them. */
  scripts: { 'host.js': 3, 'element.js': 181.5, 'reveal-plugin.js': 3.2 },
  /** Entries of the npm package, each with all that it needs at once. */
  package: { 'index.js': 121.5, 'host.js': 3, 'reveal.js': 3.5, 'element.js': 181.5, 'cli.js': 10 },
  /** The npm package as it is downloaded: all its files, packed. */
  tarball: 700,
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
  { name: 'what few documents need', pattern: /^src\/core\/model\/(rareParts|locateInJson)\.ts$/ },
  { name: 'exporters and importers', pattern: /^src\/formats\// },
]

/** Source files and packages that no embed may carry: its build fails with one of them in it. */
export const neverInEmbeds = [
  {
    name: 'React, where Preact stands for it',
    pattern: /^node_modules\/(react|react-dom|scheduler)\//,
  },
  { name: 'importers and exporters', pattern: /^src\/formats\// },
]
