/**
 * The test command: every check in turn, cheap ones first, stopping at the first that fails.
 * Its last line is the sum of unit, package and end-to-end tests: `N passed, N failed`. A check that counts
 * no tests of its own counts as one failed test when it fails, so that the line never looks clean.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const unitReport = '.cache/unit.json'
const packageReport = '.cache/package.json'
const e2eReport = '.cache/e2e.json'

const stages = [
  { name: 'types', run: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', run: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', run: ['npm', 'run', '--silent', 'format:check'] },
  { name: 'import directions', run: ['npm', 'run', '--silent', 'check:imports'] },
  { name: 'unused code', run: ['npm', 'run', '--silent', 'check:unused'] },
  { name: 'unit tests', run: ['npm', 'run', '--silent', 'test:unit'], count: countUnit },
  { name: 'build', run: ['npm', 'run', '--silent', 'build'] },
  { name: 'size budget', run: ['npm', 'run', '--silent', 'check:size'] },
  { name: 'npm package', run: ['npm', 'run', '--silent', 'build:lib'] },
  { name: 'package tests', run: ['npm', 'run', '--silent', 'test:package'], count: countPackage },
  { name: 'end-to-end tests', run: ['npm', 'run', '--silent', 'test:e2e'], count: countE2e },
]

mkdirSync('.cache', { recursive: true })
rmSync(unitReport, { force: true })
rmSync(packageReport, { force: true })
rmSync(e2eReport, { force: true })
const total = { passed: 0, failed: 0 }
const lines = []
const begin = performance.now()

for (const stage of stages) {
  const stageBegin = performance.now()
  console.log(`\n--- ${stage.name}`)
  const [command, ...args] = stage.run
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    // npm is a script file on Windows.
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      UNIT_REPORT: unitReport,
      PACKAGE_REPORT: packageReport,
      E2E_REPORT: e2eReport,
    },
  })
  const counted = stage.count?.() ?? { passed: 0, failed: 0 }
  const failed = status !== 0
  total.passed += counted.passed
  total.failed += failed ? Math.max(1, counted.failed) : counted.failed
  lines.push(`${failed ? 'FAILED' : 'ok    '}  ${stage.name}, ${secondsSince(stageBegin)} s`)
  if (failed) {
    process.exitCode = 1
    break
  }
}

console.log(`\n${lines.join('\n')}`)
console.log(
  process.exitCode === 1
    ? `Stopped after ${secondsSince(begin)} s; ${stages.length - lines.length} stages did not run.`
    : `All ${stages.length} stages passed in ${secondsSince(begin)} s.`,
)
console.log(`${total.passed} passed, ${total.failed} failed`)

function countUnit() {
  return countVitest(unitReport)
}

function countPackage() {
  return countVitest(packageReport)
}

function countVitest(file) {
  const report = readReport(file)
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
}

function countE2e() {
  const stats = readReport(e2eReport)?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 }
}

/** A report is absent when its stage broke before the first test. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1)
}
