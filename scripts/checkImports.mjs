/**
 * Checks the direction of every import in `src` against importRules.mjs.
 * Run: node scripts/checkImports.mjs. Names each offence, and then exits 1.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'vite'
import { importRules, testPackages, testSources } from './importRules.mjs'

/**
 * @param {string} path of the importing file, from `src`, with `/`
 * @param {string} source its text
 * @returns {string[]} one sentence for each forbidden import
 */
export function findForbiddenImports(path, source) {
  const rule = ruleOf(path)
  if (rule === undefined) return [`${path}: its folder has no row in scripts/importRules.mjs`]
  return importsOf(path, source).flatMap((specifier) => {
    const reason = reasonAgainst(specifier, path, rule)
    return reason === undefined ? [] : [`${path}: '${specifier}' ${reason}`]
  })
}

function reasonAgainst(specifier, path, rule) {
  const target = specifier.replace(/\?.*$/, '')
  if (target.startsWith('.')) {
    return /^\.\/[^/]+\.\w+$/.test(target)
      ? undefined
      : "is relative to another folder, or has no extension: write '#folder/file.ts'"
  }
  if (target.startsWith('#')) return reasonAgainstFile(target.slice(1), path, rule)
  const allowed = isTest(path) ? [...rule.npm, ...testPackages] : rule.npm
  return allowed.some((name) => matchesPackage(target, name))
    ? undefined
    : `is a package that ${rule.folder} may not use`
}

function reasonAgainstFile(target, path, rule) {
  if (!/\.\w+$/.test(target)) return 'has no extension'
  if (posix.dirname(target) === posix.dirname(path)) {
    return 'is in the same folder: write it as ./'
  }
  if (ruleOf(target)?.folder === rule.folder) return undefined
  const sources = isTest(path) ? [...rule.from, ...testSources] : rule.from
  return sources.some((allowed) => lies(target, allowed))
    ? undefined
    : `points the wrong way: ${rule.folder} may import from ${rule.from.join(', ') || 'nothing'}`
}

/** `allowed` is a folder with all below (`core`), its own files only (`ui/*`), or one file. */
function lies(target, allowed) {
  if (allowed.endsWith('/*')) return posix.dirname(target) === allowed.slice(0, -2)
  return target.startsWith(`${allowed}/`) || target.replace(/\.\w+$/, '') === allowed
}

/** `ui/filter` is one of `ui/*`. */
function eachOf(folder) {
  return `${posix.dirname(folder)}/*`
}

/** The row of the nearest folder that has one. */
function ruleOf(path) {
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
    const rule = importRules.find((row) => row.folder === folder || row.folder === eachOf(folder))
    if (rule !== undefined) return { ...rule, folder }
  }
  return undefined
}

function matchesPackage(specifier, name) {
  if (name === 'node:*') return specifier.startsWith('node:')
  return specifier === name || specifier.startsWith(`${name}/`)
}

/** Tests, and what several of them share (`testing/`). */
function isTest(path) {
  return /\.test\.tsx?$|\/testing\/[^/]+\.tsx?$/.test(path)
}

/** Static imports and re-exports by the parser; `import()`, also of types, and workers by form. */
function importsOf(path, source) {
  const { module } = parseSync(path, source)
  const exported = module.staticExports.flatMap((one) => one.entries.map((e) => e.moduleRequest))
  const imported = module.staticImports.map((one) => one.moduleRequest)
  const byForm = source.matchAll(
    /\bimport\(\s*['"]([^'"]+)['"]|\bnew URL\(\s*['"]([^'"]+\.tsx?)['"],\s*import\.meta\.url/g,
  )
  return [
    ...[...imported, ...exported].flatMap((request) => request?.value ?? []),
    ...Array.from(byForm, (match) => match[1] ?? match[2] ?? ''),
  ]
}

function main() {
  const files = readdirSync('src', { recursive: true })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file))
  const offences = files.flatMap((file) =>
    findForbiddenImports(file, readFileSync(`src/${file}`, 'utf8')),
  )
  for (const offence of offences) console.error(offence)
  console.log(`${files.length} files, ${offences.length} forbidden imports`)
  process.exitCode = offences.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
