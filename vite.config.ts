import { createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Connect, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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

/**
 * What every reader needs before the first picture goes into one file: fifteen small ones weigh 5 kB
 * more, gzipped. What is fetched on demand must stay out of it; the size budget looks.
 */
const firstLoad = {
  name: 'base',
  test: new RegExp(
    [
      'node_modules/(react|react-dom|scheduler|zustand|use-sync-external-store|@tanstack|d3-|valibot)',
      'src/(core/(?!tiles/|scene/stage|model/explainSyntax|model/upgradeDocument|layout/measureByTable)|state/(?!step|url/changeByParams)|render/(?!svg/svgString|canvas/)|input|loading/(?!bulk/|tiles/|tableTransfer|brokenJson|readForeign|decodeForeign|inlineDocument))',
      'src/i18n/(messages.en|dateWords.en|loadWords|locales)',
      'src/ui/(Timeline|shared/(Notice|controls|Icon|useEventWords|activeElementNear|useMatching)|shell/(?!skeleton|FollowTiles|LinkDialog|Poster|Still|Steps)|timeline/(?!ClusterCard)|toolbar/|help/usePageKeys|list/PrintSheet|story/PresentButton)',
      'src/ui/filter/(Chip|MoreFilters|fitChips|useF|nextMatch|SearchBox)',
      'src/embed/(createTimeline|pageContext|pageDocuments|createPage)',
    ].join('|'),
  ),
}

export default defineConfig({
  // Relative addresses: the same build works from any sub-path of any static host.
  base: './',
  plugins: [react(), addContentSecurityPolicy(), reportChunks(), serveDatasets()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  // Of a worker, too, parts come on demand: what reads tables.
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Fonts stay files of their own: the policy allows no `data:` font, and a file is cached.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: { output: { codeSplitting: { groups: [firstLoad] } } },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', '{scripts,bench/harness}/**/*.test.mjs'],
    setupFiles: ['scripts/propertySeed.mjs'],
    // Only what never ends is stopped: timings are for the bench, and machines differ.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The test command adds up the reports of its stages.
    reporters: process.env.UNIT_REPORT
      ? ['default', ['json', { outputFile: process.env.UNIT_REPORT }]]
      : ['default'],
  },
})
