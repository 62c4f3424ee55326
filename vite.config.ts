import { createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Connect, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
// oxlint-disable-next-line no-restricted-imports -- scripts have no path of their own.
import { queriesOnly } from './scripts/queriesOnly.mjs'
// oxlint-disable-next-line no-restricted-imports -- scripts have no path of their own.
import { shortNames } from './scripts/shortNames.mjs'

/**
 * The policy of every page that we ship; why each part is there: docs/decisions/0002-csp.md.
 * The dev server cannot run under it (it injects scripts and styles), so only builds carry it.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data: blob:",
  "connect-src 'self' https: http: data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types throughline-worker',
].join('; ')

function addContentSecurityPolicy(): Plugin {
  return {
    name: 'throughline-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        // A policy in a page covers only what stands after it.
        injectTo: 'head-prepend',
      },
    ],
  }
}

const firstScript = '/src/app/start.ts'

function hasModule({ modules }: { readonly modules: object }, ending: string): boolean {
  return Object.keys(modules).some((module) => module.endsWith(ending))
}

/** Adds src/app/start.ts to index.html, as a script that waits for nothing: no style sheet, no other script. */
function startEarly(): Plugin {
  return {
    name: 'throughline-start-early',
    transformIndexHtml: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const built = chunks.find((chunk) => hasModule(chunk, firstScript))
      // What only imports that would be one more request before the first.
      for (const { facadeModuleId, fileName } of chunks) {
        if (facadeModuleId?.endsWith(firstScript) && fileName !== built?.fileName) {
          delete bundle[fileName]
        }
      }
      const src = built ? `./${built.fileName}` : firstScript
      const attrs = { type: 'module', async: true, crossorigin: true, src }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  }
}

/**
 * Writes the few characters of the first load that are not ASCII as escapes. One of them makes the engine
 * keep and scan the whole file in two bytes a character.
 */
function escapeFirstLoad(): Plugin {
  return {
    name: 'throughline-escape-first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || !hasModule(output, '/src/app/main.tsx')) continue
        output.code = output.code.replaceAll(
          /[^\0-\x7f]/g,
          (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
      }
    },
  }
}

/** Leaves which source file went into which chunk in `.cache/chunks.json`, for the size budget. */
function reportChunks(): Plugin {
  return {
    name: 'throughline-report-chunks',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle)
        .filter((output) => output.type === 'chunk')
        .map((chunk) => ({
          fileName: chunk.fileName,
          isEntry: chunk.isEntry,
          imports: chunk.imports,
          modules: Object.keys(chunk.modules),
        }))
      mkdirSync('.cache', { recursive: true })
      writeFileSync('.cache/chunks.json', JSON.stringify(chunks, undefined, 2))
    },
  }
}

/**
 * Serves what the scripts of scripts/datasets made as `examples/large/`, beside the other examples, while
 * working and in the preview of a build. In `public/` every build would copy hundreds of megabytes.
 */
function serveDatasets(): Plugin {
  const serve: Connect.NextHandleFunction = (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host')
    const made = resolve('scripts/datasets/made')
    const file = join(made, decodeURIComponent(pathname))
    const found = file.startsWith(made) ? statSync(file, { throwIfNoEntry: false }) : undefined
    if (!found?.isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': file.endsWith('.json') ? 'application/json' : 'application/x-ndjson',
      'Content-Length': found.size,
      'Cache-Control': 'no-cache',
    })
    createReadStream(file).pipe(response)
  }
  return {
    name: 'throughline-serve-datasets',
    configureServer: ({ middlewares }) => void middlewares.use('/examples/large/', serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/examples/large/', serve),
  }
}

/** What runs first, and before all of the rest has come: see src/app/start.ts. */
const start = {
  name: 'start',
  priority: 1,
  test: /vite\/preload-helper|src\/(app\/start|loading\/(askEarly|askFor|checkSource|loadFailure|statedLength|bulk\/startWorker))/,
}

/**
 * What every reader needs before the first picture goes into one file, with the entry itself: fifteen small
 * ones weigh 5 kB more, gzipped, and each is 5 ms of a load on two cores. What is fetched on demand must stay out of it; the size budget looks.
 */
const firstLoad = {
  name: 'base',
  test: new RegExp(
    [
      'index\\.html|src/(app/main|(ui/shared|ui/shell|app)/[a-z]+\\.css)',
      'node_modules/(react|react-dom|scheduler|zustand|use-sync-external-store|@tanstack|d3-|valibot)',
      'src/(core/(?!tiles/|scene/stage|model/(explainSyntax|rareParts|readDocument\\.|upgradeDocument|locateInJson|scanJson)|layout/(measureByTable|placeCrowd))|state/(?!step|url/changeByParams)|render/(?!svg/svgString|canvas/)|input/(?!safariPinch)|loading/(?!askEarly|askFor|checkSource|loadFailure|statedLength|bulk/|tiles/|tableTransfer|brokenJson|readForeign|decodeForeign|inlineDocument))',
      'src/i18n/(messages.en|dateWords.en|loadWords|locales)',
      'src/ui/(Timeline|shared/(Notice|controls|Icon|useEventWords|activeElementNear|useMatching)|shell/(?!skeleton|FilterNote|FollowTiles|PartsNote|LinkDialog|Poster|Still|Steps)|timeline/(?!ClusterCard)|toolbar/|help/usePageKeys|list/PrintSheet|story/PresentButton)',
      'src/ui/filter/(Chip|MoreFilters|fitChips|useF|nextMatch|SearchBox)',
      'src/embed/(createTimeline|pageContext|pageDocuments|createPage)',
    ].join('|'),
  ),
}

/**
 * The panel beside the drawing, with all that it shows: one file, for hardly a timeline is shown without
 * it. As the twenty small ones that it would be, it came after the drawing.
 */
const panel = {
  name: 'panel',
  test: /src\/(ui\/(detail\/(?!SheetFrame|sheetHeights)|shared\/(CopyButton|DateLegend|Highlighted|OutsideLink|parseRichText|richText|safeUrl|SourceLine|usePanelMessages))|i18n\/panelMessages)/,
}

export default defineConfig(({ command }) => ({
  // Relative addresses: the same build works from any sub-path of any static host.
  base: './',
  plugins: [
    react(),
    startEarly(),
    queriesOnly(),
    escapeFirstLoad(),
    addContentSecurityPolicy(),
    reportChunks(),
    serveDatasets(),
  ],
  css: {
    modules: {
      localsConvention: 'camelCaseOnly',
      // While working, names that say where they come from.
      ...(command === 'build' && { generateScopedName: shortNames() }),
    },
  },
  // Of a worker, too, parts come on demand: what reads tables.
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Fonts stay files of their own: the policy allows no `data:` font, and a file is cached.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      input: { index: 'index.html', start: 'src/app/start.ts' },
      output: {
        codeSplitting: { groups: [start, firstLoad, panel] },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', '{scripts,bench/harness}/**/*.test.mjs'],
    setupFiles: ['scripts/propertySeed.mjs'],
    // As many as there are cores: by itself it leaves one of two idle.
    maxWorkers: '100%',
    // Only what never ends is stopped: timings are for the bench, and machines differ.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The test command adds up the reports of its stages.
    reporters: process.env.UNIT_REPORT
      ? ['default', ['json', { outputFile: process.env.UNIT_REPORT }]]
      : ['default'],
  },
}))
