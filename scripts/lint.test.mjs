import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'throughline-lint-'))
copyFileSync('.oxlintrc.jsonc', join(folder, '.oxlintrc.jsonc'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The rules that the project's settings hold against `source` as `path`. */
function offences(path, source) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  const oxlint = join(process.cwd(), 'node_modules/oxlint/bin/oxlint')
  const run = spawnSync(process.execPath, [oxlint, '--format=json', path], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(file)
  return JSON.parse(run.stdout).diagnostics.map((diagnostic) => diagnostic.code)
}

test.each([
  ['innerHTML', 'export function show(host: HTMLElement, text: string) { host.innerHTML = text }'],
  ['outerHTML', 'export function show(host: HTMLElement, text: string) { host.outerHTML = text }'],
  ['srcdoc', 'export function show(f: HTMLIFrameElement, text: string) { f.srcdoc = text }'],
  [
    'insertAdjacentHTML',
    "export function show(host: Element, text: string) { host.insertAdjacentHTML('beforeend', text) }",
  ],
  [
    "d3's html()",
    'export function show(host: { html(t: string): void }, text: string) { host.html(text) }',
  ],
])('the HTML sink %s', (_name, source) => {
  expect(offences('src/render/planted.ts', `${source}\n`)).toEqual([
    'eslint(no-restricted-properties)',
  ])
})

test("React's HTML sink", () => {
  const source =
    'export function Planted({ text }: { text: string }) {\n' +
    '  return <p dangerouslySetInnerHTML={{ __html: text }} />\n}\n'
  expect(offences('src/ui/Planted.tsx', source)).toContain('react(no-danger)')
})

test.each([
  ['DOMParser', "export const parsed = new DOMParser().parseFromString('', 'text/html')"],
  ['new Date(string)', "export const start = new Date('2014')"],
  ['Date.parse', "export const start = Date.parse('2014')"],
])('the global %s', (_name, source) => {
  expect(offences('src/core/time/planted.ts', `${source}\n`)).toEqual([
    'eslint(no-restricted-globals)',
  ])
})

test.each([
  ['d3 as a whole', "export { select } from 'd3'"],
  ['a climbing path', "export { x } from '../core/x.ts'"],
  ['a descending path', "export { x } from './deep/x.ts'"],
])('an import of %s', (_name, source) => {
  expect(offences('src/render/planted.ts', `${source}\n`)).toEqual([
    'eslint(no-restricted-imports)',
  ])
})

test.each([
  ['import(no-default-export)', 'export default 1'],
  ['typescript(no-explicit-any)', 'export const x: any = 1'],
  ['eslint(no-console)', "console.log('left over')"],
  ['eslint(max-lines)', '\nexport {}'.repeat(401)],
])('%s', (rule, source) => {
  expect(offences('src/core/time/planted.ts', `${source}\n`)).toContain(rule)
})

test('clean code passes', () => {
  expect(
    offences('src/core/time/planted.ts', 'export const half = (x: number): number => x / 2\n'),
  ).toEqual([])
})
