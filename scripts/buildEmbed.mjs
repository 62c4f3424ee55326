/**
 * Builds dist/embed.html, the embed page: one file that needs no other, from embed.html and the shipped
 * document. Run after `vite build`, which empties the folder: node scripts/buildEmbed.mjs.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { asOneFile } from './elementBuild.mjs'
import { keepOut } from './keepOut.mjs'
import { preactAliases } from './preactAliases.mjs'
import { queriesOnly } from './queriesOnly.mjs'
import { shortNames } from './shortNames.mjs'

const dist = process.env.BUILD_DIST ?? 'dist'

/** The page's script and style sheet, each as one text. */
async function bundle() {
  const { output } = await build({
    configFile: false,
    publicDir: false,
    // Warnings are about directives that mean nothing in one file.
    logLevel: 'error',
    css: { modules: { localsConvention: 'camelCaseOnly', generateScopedName: shortNames() } },
    plugins: [asOneFile(), queriesOnly(), keepOut()],
    resolve: { alias: preactAliases },
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.VITE_ONE_FILE': '"1"' },
    build: {
      write: false,
      cssCodeSplit: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: 'src/embed/embedPage.ts',
        output: { format: 'iife', strict: true, entryFileNames: 'embed.js', codeSplitting: false },
      },
    },
  })
  const scripts = output.filter(({ type }) => type === 'chunk')
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'))
  if (scripts.length !== 1) throw new Error(`embed.html needs one script, not ${scripts.length}.`)
  return { script: scripts[0].code.trim(), style: styles.map(({ source }) => source).join('\n') }
}

/** JSON that nothing in an HTML page can mistake for the end of its element, nor JavaScript for a line. */
export function inlineJson(json) {
  return JSON.stringify(json)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

/** The same script, without what would end or hide the element that it stands in. */
export function inlineScript(code) {
  return code.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3C')
}

export function escapeHtml(text) {
  const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (mark) => names[mark])
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Like the policy of index.html, but only what the page itself contains may run; see docs/decisions. */
function policyFor(script, style) {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src https: data: blob:',
    'connect-src https: http: data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

const plain = (text, language = 'en') =>
  typeof text === 'string' ? text : (text?.[language] ?? Object.values(text ?? {})[0] ?? '')

/** For readers without a script: what happened when. */
function withoutScript(story) {
  const rows = story.events.map(
    ({ date, title }) => `<li>${escapeHtml(String(date))}: ${escapeHtml(plain(title))}</li>`,
  )
  return `<noscript><h1>${escapeHtml(plain(story.title))}</h1><ul>${rows.join('')}</ul></noscript>`
}

/** The page as one text. `template` is embed.html. */
export function assemble({ template, script, style, story }) {
  const code = inlineScript(script)
  const parts = {
    head: `<meta http-equiv="Content-Security-Policy" content="${policyFor(code, style)}" />`,
    style: `<style>${style}</style>`,
    data: `<script type="application/json" id="document">${inlineJson(story)}</script>`,
    script: `<script>${code}</script>`,
  }
  // Functions, since `$&` in a replacement text would be read as a command.
  return template
    .replace(/<meta charset="utf-8" \/>/, (charset) => `${charset}\n    ${parts.head}`)
    .replace(/<title>.*<\/title>/, () => `<title>${escapeHtml(plain(story.title))}</title>`)
    .replace(/ *<script type="module".*<\/script>\n/, () => `    ${parts.style}\n`)
    .replace(
      '  </body>',
      () => `${withoutScript(story)}\n${parts.data}\n${parts.script}\n  </body>`,
    )
}

async function main() {
  const { script, style } = await bundle()
  const template = readFileSync('embed.html', 'utf8')
  const story = JSON.parse(readFileSync('public/timeline.json', 'utf8'))
  writeFileSync(`${dist}/embed.html`, assemble({ template, script, style, story }))
  console.log(`${dist}/embed.html`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
